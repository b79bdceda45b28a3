package dev.jox.process;

import dev.jox.model.JoxException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Runs programs to their end, with nothing on their standard input. Output is read as UTF-8; bytes that are not become
 * replacement characters.
 */
public final class Processes {
    /** How many last lines are kept for messages. */
    public static final int TAIL = 40;

    private Processes() {}

    /**
     * Runs a program and hands each line that it prints to {@code lines}, as it comes.
     *
     * @throws JoxException when it cannot be started, or when this thread is interrupted; the program is ended then
     */
    public static Outcome run(Command command, Consumer<String> lines) {
        Process process = start(command, builder(command).redirectErrorStream(true));
        Tail tail = new Tail();
        try (InputStream output = process.getInputStream()) {
            readLines(output, lines.andThen(tail));
            return new Outcome(await(command, process), "", tail.lines());
        } catch (IOException e) {
            throw broken(command, e);
        } finally {
            end(process);
        }
    }

    /**
     * Runs a program and captures its standard output; the lines of standard error go to {@code errors} as they come.
     *
     * @throws JoxException when it cannot be started, or when this thread is interrupted; the program is ended then
     */
    public static Outcome capture(Command command, Consumer<String> errors) {
        Process process = start(command, builder(command));
        Tail tail = new Tail();
        try (InputStream output = process.getInputStream()) {
            CompletableFuture<Void> reading = CompletableFuture.runAsync(
                    () -> {
                        try (InputStream stderr = process.getErrorStream()) {
                            readLines(stderr, errors.andThen(tail));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    task -> new Thread(task, "stderr of " + command.line().get(0)).start());
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            int status = await(command, process);
            reading.join();
            return new Outcome(status, text, tail.lines());
        } catch (IOException | CompletionException e) {
            throw broken(command, e);
        } finally {
            end(process);
        }
    }

    private static ProcessBuilder builder(Command command) {
        ProcessBuilder builder = new ProcessBuilder(command.line());
        builder.environment().clear();
        builder.environment().putAll(command.environment());
        command.directory().ifPresent(directory -> builder.directory(directory.toFile()));
        return builder;
    }

    private static Process start(Command command, ProcessBuilder builder) {
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw JoxException.environment(
                    "cannot run " + command.line().get(0) + ": " + e.getMessage(),
                    "check that the program exists and that this user may execute it",
                    e);
        }
    }

    private static void readLines(InputStream stream, Consumer<String> lines) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.accept(line);
        }
    }

    private static int await(Command command, Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw JoxException.environment(
                    "interrupted while " + command.line().get(0) + " ran", "start the build again", e);
        }
    }

    private static JoxException broken(Command command, Exception e) {
        return JoxException.environment(
                "cannot read what " + command.line().get(0) + " prints: " + e.getMessage(),
                "start the build again with -X to see its output",
                e);
    }

    /** Ends a program that is still running, with everything that it started. */
    private static void end(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    /** Keeps the last lines. */
    private static final class Tail implements Consumer<String> {
        private final Deque<String> last = new ArrayDeque<>();

        @Override
        public synchronized void accept(String line) {
            if (last.size() == TAIL) {
                last.removeFirst();
            }
            last.addLast(line);
        }

        synchronized List<String> lines() {
            return List.copyOf(last);
        }
    }
}
