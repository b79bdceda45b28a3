package dev.jox.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a test needs of the machine. Where that is not there the test is left out; with profile {@code its}, for which
 * {@code src/it/tools/setup} has installed everything, it fails.
 */
public final class Needs {
    private Needs() {}

    /** A program on PATH, such as {@code cc}. */
    public static Path program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> {
                    condition(false, name + " on PATH");
                    throw new AssertionError("not reached");
                });
    }

    /** Anything else, in words that follow "needs". */
    public static void condition(boolean there, String what) {
        if (!there && Boolean.getBoolean("jox.test.complete")) {
            throw new AssertionError("needs " + what + ": see src/it/tools/setup");
        }
        if (!there) {
            abort("needs " + what);
        }
    }
}
