package dev.jox.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The C compiler for Windows that the set-up built the static Python with, for the objects and DLLs that a case is made of.
 *
 * @param zig the program
 * @param cache where it keeps what it made
 */
public record WindowsCompiler(Path zig, Path cache) {
    /** The one that {@code src/it/tools/setup} fetched. */
    public static WindowsCompiler ofSetup() throws IOException {
        Path built = StaticPython.folder().resolveSibling("stages");
        try (var stages = Files.list(built)) {
            return stages.filter(stage -> stage.getFileName().toString().matches("zig-[\\d.]+-\\w+"))
                    .map(stage -> stage.resolve("ziglang/zig"))
                    .filter(Files::isExecutable)
                    .sorted()
                    .findFirst()
                    .map(zig -> new WindowsCompiler(zig, built.resolveSibling("zig-cache")))
                    .orElseThrow(() -> new IOException("no zig in " + built + ": run src/it/tools/setup"));
        }
    }

    /** Compiles a source file into an object file. */
    public Path object(Path source, Path target, Object... options) {
        return compile(target, line("-c", source, options));
    }

    /** Compiles a source file into a DLL or an extension module. */
    public Path library(Path source, Path target, Object... options) {
        return compile(target, line("-shared", source, options));
    }

    /** Puts object files into a static library. */
    public Path archive(Path target, Path... objects) {
        List<Object> line = new ArrayList<>(List.of("ar", "rc", target));
        line.addAll(Arrays.asList(objects));
        compiler().run(line.toArray()).exits(0);
        return target;
    }

    /** Runs another of its tools: {@code lld-link}, {@code dlltool}. */
    public void run(Object... line) {
        compiler().run(line).exits(0);
    }

    /** A source file of mingw-w64, for what its libraries have and a link with nothing but the given files lacks. */
    public Path mingw(String file) {
        return zig.resolveSibling("lib/libc/mingw").resolve(file);
    }

    private static List<Object> line(String form, Path source, Object... options) {
        List<Object> line = new ArrayList<>(List.of(form, source));
        line.addAll(Arrays.asList(options));
        return line;
    }

    private Path compile(Path target, List<Object> options) {
        List<Object> line = new ArrayList<>(
                List.of("cc", "-target", "x86_64-windows-gnu", "-O2", "-g0", "-fno-sanitize=undefined", "-o", target));
        line.addAll(options);
        compiler().run(line.toArray()).exits(0);
        return target;
    }

    private Program compiler() {
        return Program.of(zig)
                .with("ZIG_GLOBAL_CACHE_DIR", cache.toString())
                .with("ZIG_LOCAL_CACHE_DIR", cache.toString());
    }
}
