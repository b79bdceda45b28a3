package dev.jox.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.codehaus.plexus.util.FileUtils;

/** A folder for the files of one run, gone with it. */
final class Scratch implements AutoCloseable {
    private final Path folder;

    Scratch() throws IOException {
        folder = Files.createTempDirectory("jox-it-");
    }

    Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    /** An empty folder of this name. */
    Path folder(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    /** A copy of a file that lies beside this class. */
    Path tool(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (InputStream source = Objects.requireNonNull(Scratch.class.getResourceAsStream(name), name)) {
            Files.copy(source, copy);
        }
        return copy;
    }

    @Override
    public void close() throws IOException {
        FileUtils.deleteDirectory(folder.toFile());
    }
}
