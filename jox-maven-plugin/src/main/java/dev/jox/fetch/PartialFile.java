package dev.jox.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Writes down what arrives of a download, so that a later one can go on from there. */
final class PartialFile implements AutoCloseable {
    private final Path file;
    private @Nullable FileChannel channel;

    PartialFile(Path file) {
        this.file = file;
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
