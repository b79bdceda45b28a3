package dev.jox.link;

import java.util.SortedMap;
import java.util.stream.Stream;

/** C source with the tables of a program's built-in modules. */
final class ModulesSource {
    private ModulesSource() {}

    /**
     * The source. Modules are given by their names, with the C functions that create them, empty for one that has none.
     *
     * @param standard CPython's own table, {@code _PyImport_Inittab}; where it is empty none is made, for a libpython that has its own
     * @param packages the modules of packages
     */
    static String of(SortedMap<String, String> standard, SortedMap<String, String> packages) {
        StringBuilder source = new StringBuilder("#include <Python.h>\n#include \"image.h\"\n\n");
        Stream.concat(standard.values().stream(), packages.values().stream())
                .filter(function -> !function.isEmpty())
                .distinct()
                .forEach(function ->
                        source.append("extern PyObject *").append(function).append("(void);\n"));
        if (!standard.isEmpty()) {
            source.append("\nstruct _inittab _PyImport_Inittab[] = {\n");
            standard.forEach((name, function) -> source.append(entry(name, function.isEmpty() ? "NULL" : function)));
            source.append("    {NULL, NULL},\n};\n");
        }
        source.append("\nconst struct jox_builtin jox_builtins[] = {\n");
        packages.forEach((name, function) -> source.append(entry(name, "(void *(*)(void))" + function)));
        return source.append("    {NULL, NULL},\n};\n").toString();
    }

    private static String entry(String name, String function) {
        return "    {\"" + name + "\", " + function + "},\n";
    }
}
