package dev.jox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that tests expect, as files below {@code src/test/resources/golden}. {@code -Djox.golden.update=true} writes them anew. */
public final class Golden {
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", "."), "src", "test", "resources", "golden");

    private Golden() {}

    /** Compares with the file, or writes it. */
    public static void check(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("jox.golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(read(name));
    }

    public static String read(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name));
    }
}
