package dev.jox.model.binary;

/**
 * A word of the image that the loader fills in (System V ABI, AMD64 supplement, 4.4).
 *
 * @param where the word's address relative to the image's base
 * @param symbol index in the dynamic symbol table; 0 for none
 */
record ElfRelocation(long where, int type, int symbol, long addend) {
    /** Size of an entry with addend in bytes. */
    static final int SIZE = 24;

    static final int NONE = 0;
    /** Symbol and addend. */
    static final int WORD = 1;
    /** A global symbol's address. */
    static final int GLOB_DAT = 6;
    /** A function's address, which may be filled in at its first call. */
    static final int JUMP_SLOT = 7;
    /** Base and addend. */
    static final int RELATIVE = 8;
}
