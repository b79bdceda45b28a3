package dev.jox.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a file as they were when it was looked at.
 *
 * @param path where they are, absolute
 * @param size in bytes
 * @param sha256 of the bytes
 */
public record Content(Path path, long size, Sha256 sha256) {
    public static Content of(Path path) throws IOException {
        return new Content(path.toAbsolutePath().normalize(), Files.size(path), Sha256.ofFile(path));
    }

    /**
     * Reads the bytes.
     *
     * @throws UncheckedIOException when the file is gone
     */
    public byte[] read() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
