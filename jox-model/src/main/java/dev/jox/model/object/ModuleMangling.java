package dev.jox.model.object;

import dev.jox.model.ModuleName;
import java.util.List;
import java.util.Locale;

/**
 * Names of C for names of modules. Like JNI's for methods (Java Native Interface specification, chapter 2): a dot is {@code _},
 * an underscore {@code _1}, any other character that C does not take {@code _0} and four or more digits. Different modules so
 * get different names.
 */
final class ModuleMangling {
    private ModuleMangling() {}

    static String mangled(ModuleName module) {
        StringBuilder out = new StringBuilder();
        boolean first = true;
        for (int c : module.dotted().codePoints().toArray()) {
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean digit = c >= '0' && c <= '9';
            if (letter || (digit && !first)) {
                out.append((char) c);
            } else if (c == '.') {
                out.append('_');
            } else if (c == '_') {
                out.append("_1");
            } else {
                out.append("_0").append(String.format(Locale.ROOT, "%04x", c)).append('_');
            }
            first = c == '.';
        }
        return out.toString();
    }

    /**
     * The names that a module's init function may have in its shared library, the usual one first: PEP 489, "Export Hook Name",
     * and Cython's for a package's {@code __init__}.
     */
    static List<String> initFunctions(ModuleName module) {
        return List.of(module.initFunction(), "PyInit___init__");
    }
}
