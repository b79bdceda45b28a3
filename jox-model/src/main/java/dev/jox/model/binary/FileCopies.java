package dev.jox.model.binary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Writes pieces of a file that is put together from others. */
final class FileCopies {
    private FileCopies() {}

    static void write(ByteBuffer bytes, FileChannel out, long position) throws IOException {
        ByteBuffer rest = bytes.duplicate();
        long at = position;
        while (rest.hasRemaining()) {
            at += out.write(rest, at);
        }
    }

    static void copy(FileChannel in, long from, long length, FileChannel out, long to) throws IOException {
        out.position(to);
        long done = 0;
        while (done < length) {
            long moved = in.transferTo(from + done, length - done, out);
            if (moved <= 0) {
                throw new IOException("a part of the executable became shorter while it was copied");
            }
            done += moved;
        }
    }
}
