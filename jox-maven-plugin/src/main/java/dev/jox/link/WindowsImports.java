package dev.jox.link;

import dev.jox.model.object.LinkFiles;
import dev.jox.model.object.ObjectFile;
import dev.jox.model.object.Symbol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
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
     * @param exports names that it exports
     */
    static String source(Collection<Path> objects, String dll, Set<String> exports) throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path object : objects) {
            if (LinkFiles.read(object) instanceof ObjectFile read) {
                read.symbols().stream()
                        .filter(Symbol::undefined)
                        .map(Symbol::name)
                        .filter(name -> name.startsWith(PREFIX))
                        .map(name -> name.substring(PREFIX.length()))
                        .filter(exports::contains)
                        .forEach(used::add);
            }
        }
        StringBuilder source = new StringBuilder("#include \"dll/imports.h\"\n\n");
        used.forEach(name -> source.append("void *").append(PREFIX).append(name).append(";\n"));
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
}
