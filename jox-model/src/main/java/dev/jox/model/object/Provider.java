package dev.jox.model.object;

import dev.jox.model.object.LinkFile.Archive;
import dev.jox.model.object.LinkFile.Import;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Somebody outside of an extension who supplies symbols to it: the interpreter, the compiler's runtime, libc, a shared library.
 *
 * @param name for messages and plans, such as {@code libpython} or {@code libz.so.1}
 * @param supplies whether it has a symbol; asked without version
 */
public record Provider(String name, Predicate<String> supplies) {
    public static Provider of(String name, Set<String> symbols) {
        Set<String> copy = Set.copyOf(symbols);
        return new Provider(name, copy::contains);
    }

    /** Whatever the members of a static library or of an import library supply. */
    public static Provider of(String name, Archive archive) {
        return of(name, symbols(archive));
    }

    /** The names under which a file's symbols can be asked for; those of its members for an archive. */
    public static SortedSet<String> symbols(LinkFile file) {
        SortedSet<String> symbols = new TreeSet<>();
        List<LinkFile> parts = file instanceof Archive archive ? archive.members() : List.of(file);
        parts.forEach(part -> symbols.addAll(supplied(part)));
        return symbols;
    }

    /** What a file supplies to a link, under every name by which it can be asked for. */
    static Set<String> supplied(LinkFile file) {
        Set<String> names = new HashSet<>();
        if (file instanceof ObjectFile object) {
            object.symbols().stream()
                    .filter(Symbol::supplies)
                    .forEach(symbol -> names.addAll(SymbolNames.answersTo(symbol.name())));
        } else if (file instanceof Import member) {
            names.add(member.symbol());
            names.add(SymbolNames.IMPORT_PREFIX + member.symbol());
        }
        return names;
    }
}
