package dev.jox.model.object;

/**
 * A named symbol of an object file.
 *
 * @param index its place in the symbol table
 * @param name as written, decorations and versions ({@code foo@@V1}) included
 * @param section the index of the section that it lies in; meaningless unless {@link Kind#DEFINED}
 * @param value its offset in the section; for a {@link Kind#COMMON} one its alignment (ELF) or size (COFF)
 * @param referenced whether a relocation uses it: a linker asks only then for an undefined one
 */
public record Symbol(
        int index,
        String name,
        Binding binding,
        Kind kind,
        Visibility visibility,
        int section,
        long value,
        boolean referenced) {

    /** Who sees a symbol. */
    public enum Binding {
        LOCAL,
        GLOBAL,
        WEAK,
        /** GCC's STB_GNU_UNIQUE: global, and one in the whole process. */
        UNIQUE
    }

    /** Where a symbol's value comes from. */
    public enum Kind {
        UNDEFINED,
        /** An uninitialised variable that the linker places, once for all that have this name. */
        COMMON,
        ABSOLUTE,
        DEFINED
    }

    /** What is left of a global symbol's visibility outside of the linked file. */
    public enum Visibility {
        DEFAULT,
        INTERNAL,
        HIDDEN,
        PROTECTED
    }

    public boolean global() {
        return binding != Binding.LOCAL;
    }

    /** Whether the object supplies the symbol to others. */
    public boolean supplies() {
        return global() && kind != Kind.UNDEFINED;
    }

    public boolean undefined() {
        return global() && kind == Kind.UNDEFINED;
    }

    /** Whether a link fails when nobody supplies the symbol. */
    public boolean required() {
        return undefined() && binding != Binding.WEAK && referenced;
    }
}
