package dev.jox.model.object;

import java.util.List;

/**
 * Sections that a linker keeps once for all groups of the same signature (COMDAT).
 *
 * @param signature the name by which groups are compared
 * @param symbol the index of the symbol whose name it is; in ELF that may be a local one, as for GCC's constructors
 * @param sections the indices of the members
 */
public record Group(String signature, int symbol, List<Integer> sections) {
    public Group {
        sections = List.copyOf(sections);
    }
}
