package dev.jox.it;

import java.io.IOException;
import java.nio.file.Path;

/** The machine's C compiler, for the tools and libraries that a case is made of. */
public final class Compiler {
    private Compiler() {}

    /** Compiles a source file into a program beside it. */
    public static Path program(Path source) throws IOException {
        return compile(source, source.resolveSibling("program"));
    }

    /** Compiles a source file into a shared library. */
    public static Path library(Path source, Path target, String... options) throws IOException {
        String[] all = new String[options.length + 2];
        all[0] = "-shared";
        all[1] = "-fPIC";
        System.arraycopy(options, 0, all, 2, options.length);
        return compile(source, target, all);
    }

    /** Compiles a source file into an object file that can be part of a shared library. */
    public static Path object(Path source, Path target, String... options) throws IOException {
        String[] all = new String[options.length + 2];
        all[0] = "-c";
        all[1] = "-fPIC";
        System.arraycopy(options, 0, all, 2, options.length);
        return compile(source, target, all);
    }

    /** Puts object files into a static library. */
    public static Path archive(Path target, Path... objects) {
        Program ar = Program.of(Path.of("/usr/bin/ar"));
        for (Path object : objects) {
            ar.run("rc", target, object).succeeds();
        }
        return target;
    }

    private static Path compile(Path source, Path target, String... options) throws IOException {
        String[] line = new String[options.length + 5];
        line[0] = "-Wall";
        line[1] = "-O1";
        line[2] = "-o";
        line[3] = target.toString();
        line[4] = source.toString();
        System.arraycopy(options, 0, line, 5, options.length);
        Program.of(Path.of("/usr/bin/cc")).run(line).succeeds();
        return target;
    }
}
