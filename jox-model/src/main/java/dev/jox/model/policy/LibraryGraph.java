package dev.jox.model.policy;

import dev.jox.model.binary.NativeImage;
import dev.jox.model.resource.LibraryNeed;
import dev.jox.model.resource.PlatformLibraries;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
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
 * Which binary needs which.
 *
 * <p>A need that a rule leaves out ({@code <include>false</include>} on the library, or on the name of one that was not found)
 * is served by another carried library of the same name, and else left to the machine that the executable runs on.
 */
final class LibraryGraph {
    /**
     * A library that was not found.
     *
     * @param chain paths from the binary that was asked about to the one that has the need
     */
    record MissingChain(List<String> chain, String library, LibraryNeed.Missing missing) {}

    private final SortedMap<String, Binary> binaries;
    private final Rules rules;
    private final Map<String, Set<String>> edges = new HashMap<>();
    private final Map<String, SortedMap<String, String>> needs = new HashMap<>();
    private final Map<String, SortedSet<String>> names = new HashMap<>();
    private final Map<String, List<LibraryNeed>> missing = new HashMap<>();
    private final Map<String, List<String>> left = new HashMap<>();
    private final SortedMap<String, SortedSet<String>> drivers = new TreeMap<>();

    LibraryGraph(SortedMap<String, Binary> binaries, Collection<LibraryNeed> needs, Rules rules) {
        this.binaries = binaries;
        this.rules = rules;
        Map<String, String> bySoname = new TreeMap<>();
        for (Binary binary : binaries.values()) {
            if (!binary.isExtension() && !isLeftOut(binary)) {
                bySoname.putIfAbsent(binary.name(), binary.path());
            }
        }
        for (LibraryNeed need : needs) {
            Binary binary = binaries.get(need.path());
            if (binary != null) {
                add(need, binary, bySoname);
            }
        }
    }

    private void add(LibraryNeed need, Binary binary, Map<String, String> bySoname) {
        Optional<String> leftBy;
        if (need.found() instanceof LibraryNeed.Carried carried) {
            Binary library = binaries.get(carried.path());
            if (library == null) {
                throw new IllegalStateException(need.path() + " needs " + carried.path() + ", which is no resource");
            }
            if (!isLeftOut(library)) {
                connect(need, carried.path());
                return;
            }
            leftBy = library.matched().include().map(Matched.Setting::by);
        } else if (need.found() instanceof LibraryNeed.Missing) {
            Subject subject =
                    Subject.ofMissingLibrary(need.library(), binary.resource().origin());
            leftBy = rules.matching(subject)
                    .include()
                    .filter(include -> !include.value())
                    .map(Matched.Setting::by);
            if (leftBy.isEmpty()) {
                missing.computeIfAbsent(need.path(), path -> new ArrayList<>()).add(need);
                return;
            }
        } else {
            if (need.found() instanceof LibraryNeed.Platform && PlatformLibraries.isOfDrivers(need.library())) {
                drivers.computeIfAbsent(need.library(), name -> new TreeSet<>()).add(need.path());
            }
            return;
        }
        String substitute = bySoname.get(NativeImage.nameKey(binary.image().format(), need.library()));
        if (substitute != null) {
            connect(need, substitute);
        } else {
            left.computeIfAbsent(need.path(), path -> new ArrayList<>())
                    .add(need.path() + " needs " + need.library() + ", which " + leftBy.orElse("a rule")
                            + " leaves to the machine that the executable runs on");
        }
    }

    private void connect(LibraryNeed need, String library) {
        if (!library.equals(need.path())) {
            names.computeIfAbsent(library, path -> new TreeSet<>()).add(need.library());
            needs.computeIfAbsent(need.path(), path -> new TreeMap<>()).put(need.library(), library);
            edges.computeIfAbsent(need.path(), path -> new LinkedHashSet<>()).add(library);
        }
    }

    /** What a binary needs itself, in the order of its own list. */
    Set<String> neededBy(String path) {
        return edges.getOrDefault(path, Set.of());
    }

    /** The libraries that serve a binary's needs, by the names that it needs them by. */
    SortedMap<String, String> needs(String path) {
        return needs.getOrDefault(path, new TreeMap<>());
    }

    /** The names that binaries need a library by. */
    SortedSet<String> neededAs(String path) {
        return names.getOrDefault(path, new TreeSet<>());
    }

    /** What these binaries need, directly or not; a binary that is in a cycle needs itself. */
    SortedSet<String> closure(Collection<String> paths) {
        SortedSet<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(paths);
        while (!open.isEmpty()) {
            for (String library : neededBy(open.remove())) {
                if (reached.add(library)) {
                    open.add(library);
                }
            }
        }
        return reached;
    }

    /** Every library that was not found for a binary or for what it needs, each by a shortest chain. */
    List<MissingChain> missing(String path) {
        List<MissingChain> chains = new ArrayList<>();
        Map<String, List<String>> reached = new HashMap<>(Map.of(path, List.of(path)));
        Deque<String> open = new ArrayDeque<>(List.of(path));
        while (!open.isEmpty()) {
            String at = open.remove();
            List<String> chain = reached.getOrDefault(at, List.of(at));
            for (LibraryNeed need : missing.getOrDefault(at, List.of())) {
                if (need.found() instanceof LibraryNeed.Missing found) {
                    chains.add(new MissingChain(chain, need.library(), found));
                }
            }
            for (String library : neededBy(at)) {
                if (!reached.containsKey(library)) {
                    List<String> longer = new ArrayList<>(chain);
                    longer.add(library);
                    reached.put(library, longer);
                    open.add(library);
                }
            }
        }
        return chains;
    }

    /** One line for every need of these binaries that a rule leaves to the machine, and for every library of its drivers. */
    List<String> leftToMachine(Collection<String> paths) {
        List<String> lines = new ArrayList<>();
        paths.forEach(path -> lines.addAll(left.getOrDefault(path, List.of())));
        drivers.forEach((library, needing) -> {
            List<String> carried = needing.stream().filter(paths::contains).toList();
            if (!carried.isEmpty()) {
                lines.add(carried.get(0)
                        + (carried.size() > 1 ? " and " + (carried.size() - 1) + " more need " : " needs ") + library
                        + ", which comes with the drivers of the machine that the executable runs on");
            }
        });
        return lines;
    }

    private static boolean isLeftOut(Binary binary) {
        return !binary.isExtension()
                && binary.matched().include().map(include -> !include.value()).orElse(false);
    }
}
