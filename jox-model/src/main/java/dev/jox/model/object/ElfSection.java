package dev.jox.model.object;

/**
 * A section header, ELF-64 object file format section 4.
 *
 * @param header where the header is in the file
 */
record ElfSection(
        int index,
        int header,
        String name,
        int type,
        long flags,
        long offset,
        long size,
        long link,
        long info,
        long entrySize) {

    static final int SYMTAB = 2;
    static final int STRTAB = 3;
    static final int RELA = 4;
    static final int NOBITS = 8;
    static final int REL = 9;
    static final int GROUP = 17;
    static final int SYMTAB_SHNDX = 18;
    /** Where the fields are in a header of {@link #HEADER_SIZE} bytes. */
    static final int NAME_FIELD = 0;

    static final int OFFSET_FIELD = 24;
    static final int SIZE_FIELD = 32;
    static final int HEADER_SIZE = 64;
    private static final long ALLOC = 2;

    boolean loaded() {
        return (flags & ALLOC) != 0;
    }
}
