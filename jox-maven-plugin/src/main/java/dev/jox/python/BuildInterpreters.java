package dev.jox.python;

import dev.jox.capture.CaptureShim;
import dev.jox.fetch.Cache;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.distribution.Distribution;
import dev.jox.process.Command;
import dev.jox.process.Outcome;
import dev.jox.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the build interpreter of a distribution, once per machine. A distribution that jox unpacked is copied; an installed Python
 * gets a virtual environment (PEP 405), because what it needs is spread over the machine.
 */
public final class BuildInterpreters {
    /** Part of the cache key: raised when what is made here changes. */
    private static final String LAYOUT = "build interpreter 2";

    private final Cache cache;
    private final PythonLog log;

    public BuildInterpreters(Cache cache, PythonLog log) {
        this.cache = cache;
        this.log = log;
    }

    /**
     * The build interpreter of this distribution.
     *
     * @throws JoxException when this machine cannot run the distribution, or when it comes without pip and none can be found
     */
    public BuildInterpreter of(Distribution distribution) {
        Path original = distribution
                .interpreter()
                .orElseThrow(() -> JoxException.user(
                        "this machine cannot run the Python of " + distribution.source() + ", so it cannot run pip",
                        "set <distribution><target> to one that this machine runs"));
        boolean copied = original.startsWith(realRoot());
        Sha256 key = Sha256.of(String.join(
                "\n",
                LAYOUT,
                CaptureShim.digest().hex(),
                distribution.digest().hex(),
                original.toString(),
                copied ? "copied" : "environment"));
        Path home = cache.entry("build-python", key, target -> {
            log.step("preparing the build interpreter of " + distribution.source());
            Path made = copied ? copy(distribution, original, target) : environment(distribution, original, target);
            PipProvision.provide(distribution, original, sitePackages(distribution, original, target, copied), log);
            CaptureShim.install(sitePackages(distribution, original, target, copied));
            check(distribution, made);
        });
        return new BuildInterpreter(
                executable(original, home, copied), sitePackages(distribution, original, home, copied));
    }

    /** The cache's folder, as the paths of unpacked distributions begin. */
    private Path realRoot() {
        try {
            return cache.root().toRealPath();
        } catch (IOException e) {
            return cache.root(); // it is not there yet, so nothing lies in it
        }
    }

    /** The folder that holds all of an unpacked Python: the parent of {@code bin}, or on Windows the interpreter's own. */
    private static Path prefix(Path interpreter) {
        Path folder = interpreter.resolveSibling(".").normalize();
        return folder.endsWith("bin") ? folder.resolveSibling(".").normalize() : folder;
    }

    private static Path executable(Path original, Path home, boolean copied) {
        return copied
                ? home.resolve(prefix(original).relativize(original))
                : home.resolve("bin").resolve("python3");
    }

    private static Path sitePackages(Distribution distribution, Path original, Path home, boolean copied) {
        if (copied) {
            return home.resolve(prefix(original).relativize(distribution.standardLibrary()))
                    .resolve("site-packages");
        }
        return home.resolve("lib")
                .resolve("python" + distribution.version().majorMinor())
                .resolve("site-packages");
    }

    private static Path copy(Distribution distribution, Path original, Path target) throws IOException {
        Path prefix = prefix(original);
        Path tests = distribution.standardLibrary().resolve("test");
        // neither pip nor a build backend reads these, and they are most of a full distribution
        TreeCopy.copy(
                prefix,
                target,
                file -> !file.toString().endsWith(".a") && !file.endsWith("__pycache__") && !file.equals(tests));
        Path executable = target.resolve(prefix.relativize(original));
        if (!Files.isExecutable(executable) && !executable.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + executable + " executable");
        }
        return executable;
    }

    private static Path environment(Distribution distribution, Path original, Path target) throws IOException {
        Path bin = Files.createDirectories(target.resolve("bin"));
        Path executable = Files.createSymbolicLink(bin.resolve("python3"), original);
        Files.createSymbolicLink(bin.resolve("python"), Path.of("python3"));
        Files.write(
                target.resolve("pyvenv.cfg"),
                List.of(
                        "home = " + original.getParent(),
                        "include-system-site-packages = false",
                        "version = " + distribution.version()));
        return executable;
    }

    private void check(Distribution distribution, Path executable) {
        Outcome outcome = Processes.run(Command.of(executable, "-I", "-m", "pip", "--version"), log::detail);
        if (!outcome.succeeded()) {
            throw JoxException.environment(
                    "pip of " + distribution.source() + " does not run:" + System.lineSeparator() + outcome.excerpt(),
                    "name another <distribution>, or run with -X for all of its output");
        }
    }
}
