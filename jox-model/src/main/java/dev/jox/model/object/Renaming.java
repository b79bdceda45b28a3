package dev.jox.model.object;

import java.util.Map;
import java.util.Set;

/**
 * New names for an object's symbols and sections; what is not a key stays.
 *
 * @param symbols for global symbols and group signatures, by their names as written
 * @param sections for sections, by their names
 * @param hidden those of the new symbol names that nobody outside of the linked file may see (ELF only)
 */
public record Renaming(Map<String, String> symbols, Map<String, String> sections, Set<String> hidden) {
    public Renaming {
        symbols = Map.copyOf(symbols);
        sections = Map.copyOf(sections);
        hidden = Set.copyOf(hidden);
    }

    public static Renaming ofSymbols(Map<String, String> symbols) {
        return new Renaming(symbols, Map.of(), Set.of());
    }
}
