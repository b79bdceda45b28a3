package dev.jox.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * An executable and the circumstances that it is run in. Each {@code with…} gives a changed copy.
 *
 * @param file the executable
 * @param environment all the variables that it sees
 * @param directory its working directory, outside a jail; {@code /} inside one
 * @param input what it finds on its standard input
 * @param outputTo a file or device that takes its standard output; captured where empty
 * @param jail what it sees of the machine; everything where empty
 * @param wrapper a command that runs the rest of the line, in front of everything
 */
public record Program(
        Path file,
        Map<String, String> environment,
        Path directory,
        String input,
        Optional<Path> outputTo,
        Optional<Jail> jail,
        List<String> wrapper) {
    private static final long MINUTES = 10;

    /** Run with an environment that names no Python and a locale that every glibc has. */
    public static Program of(Path file) {
        return new Program(
                file.toAbsolutePath(),
                Map.of("PATH", "/usr/bin:/bin", "HOME", "/nonexistent", "LC_ALL", "C.UTF-8"),
                file.toAbsolutePath().resolveSibling(""),
                "",
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** With a variable; an empty list of values takes it away. */
    public Program with(String variable, String... value) {
        Map<String, String> changed = new TreeMap<>(environment);
        changed.remove(variable);
        if (value.length > 0) {
            changed.put(variable, value[0]);
        }
        return new Program(file, changed, directory, input, outputTo, jail, wrapper);
    }

    /** With these variables and no others. */
    public Program withEnvironment(Map<String, String> variables) {
        return new Program(file, variables, directory, input, outputTo, jail, wrapper);
    }

    public Program withDirectory(Path folder) {
        return new Program(file, environment, folder, input, outputTo, jail, wrapper);
    }

    public Program withInput(String text) {
        return new Program(file, environment, directory, text, outputTo, jail, wrapper);
    }

    public Program withOutputTo(String path) {
        return new Program(file, environment, directory, input, Optional.of(Path.of(path)), jail, wrapper);
    }

    public Program withWrapper(String... command) {
        return new Program(file, environment, directory, input, outputTo, jail, List.of(command));
    }

    public Program in(Jail place) {
        return new Program(file, environment, directory, input, outputTo, Optional.of(place), wrapper);
    }

    /** Runs it to its end. */
    public Result run(Object... arguments) {
        try (Scratch scratch = new Scratch()) {
            return run(scratch, Arrays.stream(arguments).map(Object::toString).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it under strace, with everything of the machine in sight. */
    public Trace trace(String... arguments) {
        try (Scratch scratch = new Scratch()) {
            Path log = scratch.file("strace", "");
            String calls = "trace=%file,memfd_create,write,madvise";
            Program traced = withWrapper("strace", "-f", "-qq", "-s", "64", "-e", calls, "-o", log.toString());
            Result result = traced.run(scratch, List.of(arguments));
            return Trace.of(Files.readString(log, StandardCharsets.ISO_8859_1), result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result run(Scratch scratch, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(wrapper);
        if (jail.isPresent()) {
            line.addAll(jail.get().around(file, environment, arguments, scratch));
        } else {
            line.add(file.toString());
            line.addAll(arguments);
        }
        File output = scratch.file("stdout", "").toFile();
        File complaints = scratch.file("stderr", "").toFile();
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectInput(scratch.file("stdin", input).toFile())
                .redirectOutput(outputTo.map(Path::toFile).orElse(output))
                .redirectError(complaints);
        if (jail.isEmpty()) {
            builder.environment().clear();
            builder.environment().putAll(environment);
        }
        return new Result(line, status(builder.start()), read(output), read(complaints));
    }

    private static int status(Process process) throws IOException {
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("still running after " + MINUTES + " minutes");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String read(File file) throws IOException {
        return Files.readString(file.toPath(), StandardCharsets.ISO_8859_1);
    }
}
