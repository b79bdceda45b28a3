package dev.jox.model.object;

/**
 * Where the parts of a COFF object are: the ordinary header of 20 bytes, or that of {@code /bigobj} files
 * ({@code ANON_OBJECT_HEADER_BIGOBJ} of winnt.h) with 32-bit section numbers.
 *
 * @param big whether it is a {@code /bigobj} file
 * @param sectionTable where the section headers begin
 * @param symbolTable where the symbol table begins; 0 when there is none
 * @param symbolCount records in the symbol table, auxiliary ones included
 */
record CoffLayout(boolean big, int machine, int sectionTable, long sectionCount, long symbolTable, long symbolCount) {
    static final int HEADER_SIZE = 20;
    static final int BIG_HEADER_SIZE = 56;

    static CoffLayout ordinary(Bytes bytes) throws ObjectFormatException {
        return new CoffLayout(
                false,
                bytes.u16(0, "machine"),
                HEADER_SIZE + bytes.u16(16, "size of the optional header"),
                bytes.u16(2, "number of sections"),
                bytes.u32(8, "symbol table"),
                bytes.u32(12, "number of symbols"));
    }

    static CoffLayout big(Bytes bytes) throws ObjectFormatException {
        return new CoffLayout(
                true,
                bytes.u16(6, "machine"),
                BIG_HEADER_SIZE,
                bytes.u32(44, "number of sections"),
                bytes.u32(48, "symbol table"),
                bytes.u32(52, "number of symbols"));
    }

    /** Bytes of a record of the symbol table. */
    int symbolSize() {
        return big ? 20 : 18;
    }

    /** Where the header holds the place of the symbol table. */
    int symbolTableField() {
        return big ? 48 : 8;
    }

    /** Where the string table begins, with its own size in four bytes. */
    long stringTable() {
        return symbolTable + symbolCount * symbolSize();
    }
}
