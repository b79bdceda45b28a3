package dev.jox.model.binary;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Bytes of a file to write over.
 *
 * @param position from the file's start
 */
record ElfPatch(long position, byte[] bytes) {
    static ElfPatch word(long position, long value) {
        byte[] bytes = new byte[Long.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(value);
        return new ElfPatch(position, bytes);
    }
}
