package dev.jox.model.binary;

import java.nio.ByteBuffer;

/**
 * A section header (System V gABI, chapter 4, "Sections"; Elf64_Shdr). The loader ignores them, tools do not.
 *
 * @param name offset of the name in the section name table
 */
record ElfSection(
        int name,
        int type,
        long flags,
        long address,
        long offset,
        long size,
        int link,
        int info,
        long alignment,
        long entrySize) {
    /** Size of a header in bytes. */
    static final int SIZE = 64;

    static final int PROGBITS = 1;
    static final int SYMTAB = 2;
    static final int STRTAB = 3;
    static final int DYNAMIC = 6;

    static final long WRITE = 1;
    static final long ALLOC = 2;
    static final long EXECUTE = 4;

    static ElfSection read(ByteBuffer in) {
        return new ElfSection(
                in.getInt(),
                in.getInt(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getInt(),
                in.getInt(),
                in.getLong(),
                in.getLong());
    }

    void write(ByteBuffer out) {
        out.putInt(name)
                .putInt(type)
                .putLong(flags)
                .putLong(address)
                .putLong(offset)
                .putLong(size);
        out.putInt(link).putInt(info).putLong(alignment).putLong(entrySize);
    }

    /** The section at another place, the same in the file and in memory. */
    ElfSection movedTo(long place) {
        return new ElfSection(name, type, flags, place, place, size, link, info, alignment, entrySize);
    }

    /** The section at another address, place in the file and size. */
    ElfSection movedTo(long newAddress, long newOffset, long newSize) {
        return new ElfSection(name, type, flags, newAddress, newOffset, newSize, link, info, alignment, entrySize);
    }

    /** The section without the other one that it refers to. */
    ElfSection withoutLink() {
        return new ElfSection(name, type, flags, address, offset, size, 0, info, alignment, entrySize);
    }

    /** The section with its contents elsewhere in the file. */
    ElfSection moved(long newOffset, long newSize) {
        return new ElfSection(name, type, flags, address, newOffset, newSize, link, info, alignment, entrySize);
    }
}
