package dev.jox.model.binary;

/**
 * An entry of a dynamic symbol table (System V gABI, chapter 4, "Symbol Table"; Elf64_Sym).
 *
 * @param type such as {@link #FUNCTION}
 * @param binding such as {@link #GLOBAL}
 * @param visibility 0 for default, 3 for protected: both are visible to others
 * @param defined whether it is in this file rather than needed by it
 * @param value its address relative to the image's base
 */
record ElfSymbol(String name, int type, int binding, int visibility, boolean defined, long value) {
    /** Size of an entry in bytes. */
    static final int SIZE = 24;

    static final int FUNCTION = 2;
    static final int THREAD_LOCAL = 6;
    static final int INDIRECT_FUNCTION = 10;

    static final int GLOBAL = 1;
    static final int WEAK = 2;

    /** Whether other files can use it. */
    boolean exported() {
        return defined && (binding == GLOBAL || binding == WEAK) && (visibility == 0 || visibility == 3);
    }
}
