package dev.jox.model.object;

import dev.jox.model.object.LinkFile.Archive;
import dev.jox.model.object.LinkFile.Import;
import dev.jox.model.object.LinkFile.Refused;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an extension's objects make together: the members of archives that they pull in, as a linker would, what they take
 * from outside, and what nobody has.
 *
 * @param objects the extension's own objects in the order of the link, members of archives included
 * @param outside the symbols that are taken from outside, with the name of who supplies each
 * @param open weak references that nobody supplies: they are zero in the executable
 * @param missing strong references that nobody supplies: a link would fail
 * @param refused files of the link that nothing can be done with, unneeded members of archives included
 */
public record Closure(
        List<ObjectFile> objects,
        SortedMap<String, String> outside,
        SortedSet<String> open,
        List<Missing> missing,
        List<Refused> refused) {

    /** Whether every strong reference has its definition, and all files could be read. */
    public boolean closed() {
        return missing.isEmpty() && refused.isEmpty();
    }

    /**
     * Closes over the files of one extension.
     *
     * @param files in the order of the link; all members of an archive are taken if they are given instead of it
     * @param providers who may supply the rest, asked in this order after the extension's own files
     */
    public static Closure of(List<LinkFile> files, List<Provider> providers) {
        return of(files, Set.of(), providers);
    }

    /**
     * Closes over the files of one extension of which something may be in an archive only.
     *
     * @param roots symbols that are wanted of archives although no object refers to them
     */
    public static Closure of(List<LinkFile> files, Set<String> roots, List<Provider> providers) {
        return new Resolution(files, roots).closure(providers);
    }

    private static final class Resolution {
        private final List<LinkFile> files;
        private final Set<LinkFile> taken = new LinkedHashSet<>();
        /** The first member of an archive that has a symbol. */
        private final Map<String, LinkFile> available = new HashMap<>();

        private final Map<String, String> imported = new HashMap<>();
        private final Set<String> supplied = new HashSet<>();
        private final Deque<String> wanted = new ArrayDeque<>();
        private final List<Refused> refused = new ArrayList<>();

        Resolution(List<LinkFile> files, Set<String> roots) {
            this.files = files;
            List<LinkFile> given = new ArrayList<>();
            for (LinkFile file : files) {
                if (file instanceof Archive archive) {
                    archive.members().forEach(this::offer);
                } else if (file instanceof Refused unusable) {
                    refused.add(unusable);
                } else {
                    given.add(file);
                }
            }
            given.forEach(this::take);
            wanted.addAll(new TreeSet<>(roots));
            while (!wanted.isEmpty()) {
                String symbol = wanted.remove();
                if (!supplied.contains(symbol)) {
                    supplier(symbol).ifPresent(this::take);
                }
            }
        }

        private void offer(LinkFile member) {
            if (member instanceof Refused unusable) {
                refused.add(unusable);
            }
            Provider.supplied(member).forEach(name -> available.putIfAbsent(name, member));
        }

        private Optional<LinkFile> supplier(String symbol) {
            LinkFile member = available.get(symbol);
            if (member == null && symbol.startsWith(SymbolNames.IMPORT_PREFIX)) {
                member = available.get(symbol.substring(SymbolNames.IMPORT_PREFIX.length()));
            }
            return Optional.ofNullable(member);
        }

        private void take(LinkFile file) {
            if (!taken.add(file)) {
                return;
            }
            Set<String> names = Provider.supplied(file);
            supplied.addAll(names);
            if (file instanceof Import member) {
                names.forEach(name -> imported.put(name, member.dll()));
            } else if (file instanceof ObjectFile object) {
                object.symbols().stream()
                        .filter(symbol -> symbol.undefined() && symbol.binding() != Symbol.Binding.WEAK)
                        .forEach(symbol -> wanted.add(symbol.name()));
            }
        }

        private List<ObjectFile> objects() {
            List<ObjectFile> objects = new ArrayList<>();
            for (LinkFile file : files) {
                List<LinkFile> parts = file instanceof Archive archive ? archive.members() : List.of(file);
                for (LinkFile part : parts) {
                    if (part instanceof ObjectFile object && taken.contains(part)) {
                        objects.add(object);
                    }
                }
            }
            return List.copyOf(objects);
        }

        Closure closure(List<Provider> others) {
            List<ObjectFile> objects = objects();
            List<Provider> providers = new ArrayList<>(others);
            providers.add(LinkerSymbols.provider(objects));
            SortedMap<String, String> outside = new TreeMap<>();
            SortedSet<String> open = new TreeSet<>();
            SortedMap<String, List<String>> missing = new TreeMap<>();
            for (ObjectFile object : objects) {
                for (Symbol symbol : object.symbols()) {
                    if (!symbol.undefined() || own(symbol.name())) {
                        continue;
                    }
                    Optional<String> provider = provider(symbol.name(), providers);
                    if (provider.isPresent()) {
                        outside.put(symbol.name(), provider.get());
                    } else if (symbol.required()) {
                        missing.computeIfAbsent(symbol.name(), s -> new ArrayList<>())
                                .add(object.name());
                    } else if (symbol.binding() == Symbol.Binding.WEAK) {
                        open.add(symbol.name());
                    }
                }
            }
            List<Missing> gaps = missing.entrySet().stream()
                    .map(gap -> new Missing(gap.getKey(), gap.getValue(), LinkHints.of(gap.getKey(), supplied)))
                    .toList();
            return new Closure(objects, outside, open, gaps, List.copyOf(refused));
        }

        private boolean own(String symbol) {
            if (imported.containsKey(symbol)) {
                return false;
            }
            return supplied.contains(symbol)
                    || (symbol.startsWith(SymbolNames.IMPORT_PREFIX)
                            && supplied.contains(symbol.substring(SymbolNames.IMPORT_PREFIX.length())));
        }

        private Optional<String> provider(String symbol, List<Provider> providers) {
            String dll = imported.get(symbol);
            if (dll != null) {
                return Optional.of(dll);
            }
            String name = SymbolNames.unversioned(symbol);
            // What is referred to as a DLL's may be linked in instead.
            String linked = name.startsWith(SymbolNames.IMPORT_PREFIX)
                    ? name.substring(SymbolNames.IMPORT_PREFIX.length())
                    : name;
            return providers.stream()
                    .filter(provider -> provider.supplies().test(name)
                            || provider.supplies().test(linked))
                    .map(Provider::name)
                    .findFirst();
        }
    }
}
