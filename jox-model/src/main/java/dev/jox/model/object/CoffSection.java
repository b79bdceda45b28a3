package dev.jox.model.object;

/**
 * A section header, PE format "Section Table".
 *
 * @param index from 1 on, as symbols count
 * @param header where the header is in the file
 */
record CoffSection(
        int index,
        int header,
        String name,
        long size,
        long offset,
        long relocations,
        long relocationCount,
        long characteristics) {

    static final int HEADER_SIZE = 40;
    static final int SIZE_FIELD = 16;
    static final int OFFSET_FIELD = 20;
    static final long UNINITIALIZED = 0x80;
    /** Of the linker's own (IMAGE_SCN_LNK_INFO, LNK_REMOVE), or discardable, as debugging information is. */
    static final long NOT_LOADED = 0x200 | 0x800 | 0x0200_0000;

    static final long COMDAT = 0x1000;
    /** More than 65534 relocations: their number is in the first one. */
    static final long RELOCATIONS_OVERFLOW = 0x0100_0000;

    boolean comdat() {
        return (characteristics & COMDAT) != 0;
    }

    boolean loaded() {
        return (characteristics & NOT_LOADED) == 0;
    }

    boolean stored() {
        return (characteristics & UNINITIALIZED) == 0 && offset != 0;
    }
}
