package dev.jox.model.object;

import java.nio.charset.StandardCharsets;

/**
 * Little-endian numbers and names in the bytes of one file. Every access is checked, so that a damaged file ends in an
 * {@link ObjectFormatException} and nothing else.
 *
 * <p>Names are decoded as ISO 8859-1: one char per byte, so that whatever a compiler wrote is written again as it was.
 */
final class Bytes {
    private final String file;
    private final byte[] data;

    Bytes(String file, byte[] data) {
        this.file = file;
        this.data = data;
    }

    String file() {
        return file;
    }

    int size() {
        return data.length;
    }

    byte[] array() {
        return data;
    }

    /** Checks that {@code length} bytes at {@code offset} exist, and gives the offset as an array index. */
    int check(long offset, long length, String what) throws ObjectFormatException {
        if (offset < 0 || length < 0 || offset > data.length || length > data.length - offset) {
            throw malformed(what + ": " + Long.toUnsignedString(length) + " bytes at offset "
                    + Long.toUnsignedString(offset) + " are outside of the file's " + data.length);
        }
        return (int) offset;
    }

    int u8(long offset, String what) throws ObjectFormatException {
        return data[check(offset, 1, what)] & 0xff;
    }

    int u16(long offset, String what) throws ObjectFormatException {
        int at = check(offset, 2, what);
        return (data[at] & 0xff) | (data[at + 1] & 0xff) << 8;
    }

    int s32(long offset, String what) throws ObjectFormatException {
        int at = check(offset, 4, what);
        return LittleEndian.getInt(data, at);
    }

    long u32(long offset, String what) throws ObjectFormatException {
        return s32(offset, what) & 0xffff_ffffL;
    }

    /** 64 bits; values from 2^63 on are negative and so fail the next check. */
    long u64(long offset, String what) throws ObjectFormatException {
        int at = check(offset, 8, what);
        return LittleEndian.getLong(data, at);
    }

    /** The bytes up to the next NUL, which must come before {@code end}. */
    String name(long offset, long end, String what) throws ObjectFormatException {
        int at = check(offset, 1, what);
        int limit = (int) Math.min(end, data.length);
        int stop = at;
        while (stop < limit && data[stop] != 0) {
            stop++;
        }
        if (stop >= limit) {
            throw malformed(what + " at offset " + offset + " does not end");
        }
        return new String(data, at, stop - at, StandardCharsets.ISO_8859_1);
    }

    /** A name in a field of fixed width, padded with NULs. */
    String fixed(long offset, int width, String what) throws ObjectFormatException {
        int at = check(offset, width, what);
        int length = 0;
        while (length < width && data[at + length] != 0) {
            length++;
        }
        return new String(data, at, length, StandardCharsets.ISO_8859_1);
    }

    ObjectFormatException malformed(String message) {
        return new ObjectFormatException(file + ": " + message);
    }
}
