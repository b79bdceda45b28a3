package dev.jox.model.object;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of the machine that tests compare with: a compiler, a linker, objcopy. */
record Tool(List<String> command) {
    /** The program of that name on PATH; see {@link #missing}. */
    static Tool named(String name) {
        return new Tool(List.of(find(name).orElseThrow(() -> missing(name + " on PATH"))));
    }

    /** A subcommand of zig: the one that {@code JOX_TEST_ZIG} names, from PATH, or what the distributions are built with. */
    static Tool zig(String... subcommand) {
        String given = System.getenv().getOrDefault("JOX_TEST_ZIG", "");
        Optional<String> zig = given.isEmpty() ? find("zig").or(Tool::zigOfDistributions) : Optional.of(given);
        String program = zig.orElseThrow(() -> missing("zig on PATH, or named by JOX_TEST_ZIG"));
        return new Tool(Stream.concat(Stream.of(program), Stream.of(subcommand)).toList());
    }

    private static Optional<String> zigOfDistributions() {
        String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        Path stages = Path.of(cache, "jox-distributions", "stages");
        if (!Files.isDirectory(stages)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(stages)) {
            return all.filter(stage -> stage.getFileName().toString().startsWith("zig-"))
                    .map(stage -> stage.resolve("ziglang/zig"))
                    .filter(Files::isExecutable)
                    .map(Path::toString)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves the test out; with profile its, for which src/it/tools/setup has installed everything, it fails. */
    static AssertionError missing(String what) {
        if (!Boolean.getBoolean("jox.test.complete")) {
            abort("needs " + what);
        }
        return new AssertionError("needs " + what + ": see src/it/tools/setup");
    }

    private static Optional<String> find(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** Runs it in a folder and gives its output; fails when it does. */
    String run(Path folder, String... arguments) throws IOException {
        return run(folder, List.of(arguments));
    }

    String run(Path folder, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(command);
        line.addAll(arguments);
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", line) + ": " + process.exitValue() + "\n" + output);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return output;
    }

    /** Compiles a text to an object file of a name and reads that. */
    ObjectFile compile(Path folder, String object, String source, String... flags) throws IOException {
        String suffix = command.toString().contains("++") ? ".cc" : ".c";
        Files.writeString(folder.resolve(object + suffix), source);
        List<String> arguments = new ArrayList<>(List.of(flags));
        arguments.addAll(List.of("-c", object + suffix, "-o", object));
        run(folder, arguments);
        return (ObjectFile) LinkFiles.read(folder.resolve(object));
    }
}
