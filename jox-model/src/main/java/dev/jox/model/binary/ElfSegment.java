package dev.jox.model.binary;

import java.nio.ByteBuffer;

/**
 * A program header: a part of an ELF file that the loader uses (System V gABI, chapter 5, "Program Header"; Elf64_Phdr).
 * Addresses are relative to the image's base.
 *
 * @param memorySize in bytes; what is beyond {@code fileSize} is zero
 */
record ElfSegment(int type, int flags, long offset, long address, long fileSize, long memorySize, long alignment) {
    /** Size of a header in bytes. */
    static final int SIZE = 56;

    static final int LOAD = 1;
    static final int DYNAMIC = 2;
    static final int INTERP = 3;
    static final int NOTE = 4;
    static final int PHDR = 6;
    static final int TLS = 7;
    static final int GNU_RELRO = 0x6474e552;

    static final int EXECUTE = 1;
    static final int WRITE = 2;
    static final int READ = 4;

    /** A segment that is as large in the file as in memory and whose offset is its address. */
    static ElfSegment at(int type, int flags, long address, long size, long alignment) {
        return new ElfSegment(type, flags, address, address, size, size, alignment);
    }

    static ElfSegment read(ByteBuffer in) {
        int type = in.getInt();
        int flags = in.getInt();
        long offset = in.getLong();
        long address = in.getLong();
        in.getLong();
        return new ElfSegment(type, flags, offset, address, in.getLong(), in.getLong(), in.getLong());
    }

    void write(ByteBuffer out) {
        out.putInt(type).putInt(flags).putLong(offset).putLong(address).putLong(address);
        out.putLong(fileSize).putLong(memorySize).putLong(alignment);
    }

    /** The segment at another place, the same in the file and in memory. */
    ElfSegment movedTo(long place) {
        return new ElfSegment(type, flags, place, place, fileSize, memorySize, alignment);
    }

    /** The first address after it. */
    long end() {
        return address + memorySize;
    }
}
