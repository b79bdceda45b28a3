package dev.jox.model.binary;

import java.nio.ByteBuffer;

/**
 * A section of a PE image.
 *
 * @param address relative to the image's base
 * @param code whether what it holds can be executed
 * @param shared whether all processes have it in common
 * @param size in memory, in bytes; what the file does not have is zero
 */
record PeSection(long address, long size, long fileOffset, long fileSize, boolean code, boolean shared) {
    private static final int EXECUTABLE = 0x2000_0000;
    private static final int SHARED = 0x1000_0000;

    /** Reads an entry of the section table. */
    static PeSection read(ByteBuffer entry) {
        return new PeSection(
                Integer.toUnsignedLong(entry.getInt(12)),
                Integer.toUnsignedLong(entry.getInt(8)),
                Integer.toUnsignedLong(entry.getInt(20)),
                Integer.toUnsignedLong(entry.getInt(16)),
                (entry.getInt(36) & EXECUTABLE) != 0,
                (entry.getInt(36) & SHARED) != 0);
    }

    boolean hasInFile(long from, long length) {
        return from >= address && length >= 0 && from - address <= fileSize - length;
    }
}
