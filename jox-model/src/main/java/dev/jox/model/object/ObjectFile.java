package dev.jox.model.object;

import java.util.List;

/** A relocatable object file with machine code. */
public sealed interface ObjectFile extends LinkFile permits ElfObject, CoffObject {
    /** The processor, as the format numbers them. */
    int machine();

    List<Section> sections();

    /** Every symbol that has a name of its own, in the order of the table. */
    List<Symbol> symbols();

    /** The groups of which a linker keeps one per signature. */
    List<Group> groups();

    /** How many of its bytes a program gets that it is linked into as a whole. */
    default long loadedBytes() {
        return sections().stream()
                .filter(section -> section.stored() && section.loaded())
                .mapToLong(Section::size)
                .sum();
    }

    /** The file as it was read. Not a copy: do not write into it. */
    byte[] bytes();

    /**
     * The file with other names; nothing else about it changes.
     *
     * @throws ObjectFormatException when names need more room than the format has
     */
    byte[] renamed(Renaming names) throws ObjectFormatException;
}
