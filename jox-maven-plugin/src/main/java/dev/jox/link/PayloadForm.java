package dev.jox.link;

import dev.jox.model.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What differs between formats in how a library of built-in modules is linked, and what it is called. */
enum PayloadForm {
    ELF(
            ".so",
            List.of(
                    "-shared",
                    "-fPIC",
                    "-O2",
                    "-Wl,-Bsymbolic",
                    "-Wl,-z,relro,-z,now",
                    "-Wl,-soname,jox-builtins.so")) {
        @Override
        String exports(List<String> functions) {
            return "{ global: "
                    + functions.stream().map(function -> function + "; ").collect(Collectors.joining())
                    + "local: *; };\n";
        }

        @Override
        String exportsName() {
            return "exports";
        }

        @Override
        String exporting(Path file) {
            return "-Wl,--version-script=" + file;
        }

        @Override
        String advice() {
            return "objects for a library must be compiled with -fPIC; ";
        }
    },

    /** Without a word on exports a DLL has all that is global: an object's directives to the linker say otherwise. */
    COFF(".dll", List.of("-shared", "-O2", "-s")) {
        @Override
        String exports(List<String> functions) {
            return ".section .drectve,\"yn\"\n"
                    + functions.stream()
                            .map(function -> ".ascii \" -export:" + function + "\"\n")
                            .collect(Collectors.joining());
        }

        @Override
        String exportsName() {
            return "exports.s";
        }

        @Override
        String exporting(Path file) {
            return file.toString();
        }

        @Override
        String advice() {
            return "";
        }
    };

    private final String suffix;
    private final List<String> options;

    PayloadForm(String suffix, List<String> options) {
        this.suffix = suffix;
        this.options = options;
    }

    static PayloadForm of(Target target) {
        return target.isWindows() ? COFF : ELF;
    }

    /** A library's file name of a name without a suffix. */
    String fileName(String name) {
        return name + suffix;
    }

    /** The compiler's options that link one. */
    List<String> options() {
        return options;
    }

    /** The text of a file that has the library export these functions and nothing else. */
    abstract String exports(List<String> functions);

    /** The name of that file. */
    abstract String exportsName();

    /** The argument by which the compiler gets that file. */
    abstract String exporting(Path file);

    /** What objects have to be like, as the beginning of a hint. */
    abstract String advice();
}
