package dev.jox.link;

import dev.jox.model.object.LinkFiles;
import dev.jox.model.object.ObjectFile;
import dev.jox.model.object.Symbol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words through which the runtime's objects use libpython's DLL, as C source (dll/imports.h of the runtime). With an import
 * library they would be the linker's and Windows would fill them in, after it looked for the DLL in its own way.
 */
final class WindowsImports {
    private static final String PREFIX = "__imp_";

    private WindowsImports() {}

    /**
     * Defines what objects use of a DLL.
     *
     * @param dll its file's name
     * @param exports names that it exports, and whether each is a function's
     */
    static String source(Collection<Path> objects, String dll, Map<String, Boolean> exports) throws IOException {
        Set<String> used = new TreeSet<>();
        Set<String> called = new TreeSet<>();
        for (Path object : objects) {
            if (LinkFiles.read(object) instanceof ObjectFile read) {
                for (Symbol symbol : read.symbols()) {
                    String name = symbol.name();
                    if (symbol.undefined() && name.startsWith(PREFIX) && exports.containsKey(own(name))) {
                        used.add(own(name));
                    } else if (symbol.undefined() && exports.containsKey(name)) {
                        called.add(name);
                    }
                }
            }
        }
        used.addAll(called);
        StringBuilder source = new StringBuilder("#include \"dll/imports.h\"\n\n");
        used.forEach(name -> source.append("void *").append(PREFIX).append(name).append(";\n"));
        called.forEach(name -> source.append(jump(name, exports)));
        source.append("\nconst struct jox_import jox_imports[] = {\n");
        used.forEach(name -> source.append("    {\"")
                .append(name)
                .append("\", &")
                .append(PREFIX)
                .append(name)
                .append("},\n"));
        return source.append("    {0, 0},\n};\n\nconst char jox_libpython[] = \"")
                .append(dll)
                .append("\";\n")
                .toString();
    }

    private static String own(String name) {
        return name.substring(PREFIX.length());
    }

    /** What an import library has for code that was compiled as if the function were the program's own. */
    private static String jump(String name, Map<String, Boolean> exports) {
        if (!Boolean.TRUE.equals(exports.get(name))) {
            throw new IllegalStateException(
                    "jox's runtime uses libpython's variable " + name + " as if it were its own");
        }
        return "__asm__(\".text\\n.globl " + name + "\\n" + name + ": jmp *" + PREFIX + name + "(%rip)\\n\");\n";
    }
}
