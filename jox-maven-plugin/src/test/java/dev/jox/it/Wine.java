package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs executables for Windows by wine.
 *
 * @param prefix wine's folder for all that its Windows has
 */
public record Wine(Path prefix) {
    private static final String PROGRAM = "/usr/lib/wine/wine64";
    private static final String SERVER = "/usr/lib/wine/wineserver64";

    /** A file that says that the folder is as it should be. */
    private static final String READY = "jox-ready-2";

    /**
     * Wine's programs read from and write to pipes only. Their lines get Linux's ends, and the exit status is theirs. Standard error is
     * waited for a second at most: the first program with a window starts wine's desktop, which keeps it.
     */
    private static final String PIPED =
            "{ cat | \"$@\" 2>&3 | tr -d '\\r'; s=${PIPESTATUS[1]}; } 3> >(exec sed -u 's/\\r//g' >&2); p=$!;"
                    + " for i in {1..20}; do kill -0 $p 2>/dev/null || break; sleep 0.05; done; kill $p 2>/dev/null; exit $s";

    /** Programs that keep wine's services alive; their input ends with this Java. */
    private static final Map<Path, Process> WAITING = new ConcurrentHashMap<>();

    /** The one of a build, for a file below its folder {@code target}; made when it is not there. */
    public static Wine near(Path file) {
        Path target = file.toAbsolutePath();
        while (!target.endsWith("target")) {
            target = Objects.requireNonNull(target.getParent(), "no folder target above " + file);
        }
        assertThat(Path.of(PROGRAM))
                .as("wine, which src/it/tools/setup installs")
                .isExecutable();
        Wine wine = new Wine(target.resolve("wine"));
        try (FileChannel lock = FileChannel.open(
                        target.resolve("wine.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = lock.lock()) {
            if (!Files.exists(wine.prefix.resolve(READY))) {
                Files.createDirectories(wine.prefix);
                wine.boot();
            }
            wine.keepRunning();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return wine;
    }

    private void boot() throws IOException {
        start(PROGRAM, "wineboot", "-i");
        // windows that nobody sees: those of programs on a machine without a screen
        start(PROGRAM, "reg", "add", "HKCU\\Software\\Wine\\Drivers", "/v", "Graphics", "/d", "null", "/f");
        // nor a window of a program that crashed: it would wait for somebody to close it
        start(
                PROGRAM,
                "reg",
                "add",
                "HKCU\\Software\\Wine\\WineDbg",
                "/v",
                "ShowCrashDialog",
                "/t",
                "REG_DWORD",
                "/d",
                "0",
                "/f");
        start(SERVER, "-w");
        Files.createFile(prefix.resolve(READY));
    }

    /**
     * Starts a program that waits as long as this Java runs. Wine's services live as long as any program does; those that a test's
     * program had to start would write to its standard error, and take seconds.
     */
    private void keepRunning() throws IOException {
        if (WAITING.containsKey(prefix)) {
            return;
        }
        Process waiting = wine(PROGRAM, "cmd").start();
        InputStream output = waiting.getInputStream();
        assertThat(output.read()).as("what wine's cmd prints").isNotNegative();
        CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> {
            try {
                output.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        WAITING.put(prefix, waiting);
    }

    private ProcessBuilder wine(String... line) {
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("WINEPREFIX", prefix.toString());
        builder.environment().put("WINEDEBUG", "-all");
        return builder;
    }

    private void start(String... line) throws IOException {
        Process process =
                wine(line).redirectInput(Path.of("/dev/null").toFile()).start();
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        try {
            assertThat(process.waitFor()).as(String.join(" ", line)).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The same program, run by wine. */
    public Program around(Program program) {
        return program.with("WINEPREFIX", prefix.toString())
                .with("WINEDEBUG", "-all")
                .withWrapper("bash", "-c", PIPED, "wine", PROGRAM);
    }
}
