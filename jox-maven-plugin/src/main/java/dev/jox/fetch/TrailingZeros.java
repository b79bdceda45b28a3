package dev.jox.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Knows how many zero bytes the part that was read ends with. */
final class TrailingZeros extends FilterInputStream {
    private long zeros;

    TrailingZeros(InputStream in) {
        super(in);
    }

    long count() {
        return zeros;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            zeros = b == 0 ? zeros + 1 : 0;
        }
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        int trailing = 0;
        while (trailing < n && buffer[offset + n - 1 - trailing] == 0) {
            trailing++;
        }
        if (n > 0) {
            zeros = trailing == n ? zeros + n : trailing;
        }
        return n;
    }

    /** Reads what it skips. */
    @Override
    public long skip(long n) throws IOException {
        return readNBytes((int) Math.min(n, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
