package dev.jox.model.binary;

import dev.jox.model.JoxException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file read piece by piece, each piece checked against the file's end: libraries can be larger than the heap. */
final class FileBytes implements Closeable {
    /** No table of a library is larger; a claim beyond it is damage. */
    private static final long LARGEST_PIECE = 1L << 30;

    private final Path file;
    private final FileChannel channel;
    private final long size;

    private FileBytes(Path file, FileChannel channel, long size) {
        this.file = file;
        this.channel = channel;
        this.size = size;
    }

    static FileBytes open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new FileBytes(file, channel, channel.size());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    Path file() {
        return file;
    }

    FileChannel channel() {
        return channel;
    }

    /** In bytes. */
    long size() {
        return size;
    }

    /**
     * A piece of the file, little-endian.
     *
     * @throws JoxException when the file ends before the piece does
     */
    ByteBuffer read(long offset, long length) throws IOException {
        if (offset < 0 || length < 0 || length > LARGEST_PIECE || offset > size - length) {
            throw damaged(length + " bytes at " + offset + " lie outside its " + size + " bytes");
        }
        ByteBuffer piece = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
        while (piece.hasRemaining()) {
            if (channel.read(piece, offset + piece.position()) < 0) {
                throw new EOFException(file + " became shorter while it was read");
            }
        }
        return piece.flip();
    }

    /** What to throw where the file contradicts itself; {@code detail} completes "it is cut short or damaged: …". */
    JoxException damaged(String detail) {
        return JoxException.user(
                file + " starts like a native library but is cut short or damaged: " + detail,
                "get the file, or the package or archive that it came from, again");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
