package dev.jox.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes down what arrives of a download, so that a later one can go on from there. */
final class PartialFile implements AutoCloseable {
    /** Who has not come back by then will not. */
    private static final Duration KEPT = Duration.ofDays(14);

    private final Path file;
    private @Nullable FileChannel channel;

    PartialFile(Path file) {
        this.file = file;
    }

    /** The path in the folder for the download with this name; those that were given up long ago are deleted. */
    static Path place(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Path wanted = folder.resolve(name);
        List<Path> all;
        try (Stream<Path> files = Files.list(folder)) {
            all = files.filter(file -> !file.equals(wanted)).toList();
        }
        long oldest = Instant.now().minus(KEPT).toEpochMilli();
        for (Path other : all) {
            // 0 for one that its download has just finished and taken away
            if (other.toFile().lastModified() < oldest) {
                Files.deleteIfExists(other);
            }
        }
        return wanted;
    }

    /** What comes next belongs at {@code offset}; everything behind it is dropped. */
    void begin(long offset) throws IOException {
        close();
        FileChannel opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        opened.truncate(offset);
        opened.position(offset);
        channel = opened;
    }

    void append(ByteBuffer data) throws IOException {
        FileChannel open = channel;
        ByteBuffer rest = data.duplicate();
        while (open != null && rest.hasRemaining()) {
            open.write(rest);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
