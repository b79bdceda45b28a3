package dev.jox.model.binary;

import java.nio.ByteBuffer;

/**
 * A word of the image that the loader fills in (System V ABI, AMD64 supplement, 4.4).
 *
 * @param where the word's address relative to the image's base
 * @param symbol index in the dynamic symbol table; 0 for none
 */
record ElfRelocation(long where, int type, int symbol, long addend) {
    /** Size of an entry with addend in bytes. */
    static final int SIZE = 24;

    /** Where an entry has its type and symbol, and its addend, in bytes. */
    static final int INFO = 8;

    static final int ADDEND = 16;

    static final int NONE = 0;
    /** Symbol and addend. */
    static final int WORD = 1;
    /** A global symbol's address. */
    static final int GLOB_DAT = 6;
    /** A function's address, which may be filled in at its first call. */
    static final int JUMP_SLOT = 7;
    /** Base and addend. */
    static final int RELATIVE = 8;
    /** The number of the file that has a thread-local variable. */
    static final int THREAD_LOCAL_MODULE = 16;
    /** The variable's place among those of its file. */
    static final int THREAD_LOCAL_PLACE = 17;

    /** Reads an entry with addend (Elf64_Rela). */
    static ElfRelocation read(ByteBuffer in) {
        long where = in.getLong();
        long info = in.getLong();
        return new ElfRelocation(where, (int) info, (int) (info >>> 32), in.getLong());
    }
}
