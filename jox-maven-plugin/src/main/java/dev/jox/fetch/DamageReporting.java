package dev.jox.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells errors in reading an archive apart from those in writing what came out of it. */
final class DamageReporting extends FilterInputStream {
    DamageReporting(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException | RuntimeException e) {
            throw BadArchiveException.damaged(e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException | RuntimeException e) {
            throw BadArchiveException.damaged(e);
        }
    }

    @Override
    public void close() {
        // belongs to the archive's reader
    }
}
