package dev.jox.model.policy;

import dev.jox.model.Target;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Chooses where extension modules and shared libraries go.
 *
 * <p>A binary that the loader cannot have from memory becomes a file. What needs it becomes a file with it, as the loader itself
 * must find it then; and what a file needs becomes a file too, so that nothing of a package that was put into files depends on
 * memory. A rule that names a location for a binary stands against both, since the importer can load a needed library first
 * wherever it is.
 */
final class BinaryPlaces {
    private final Policy policy;
    private final Target target;
    private final Places places;
    private final LibraryGraph graph;
    private final SortedMap<String, Binary> included;
    private final Map<String, String> impossible = new HashMap<>();
    private final SortedMap<String, Place> result = new TreeMap<>();

    BinaryPlaces(Policy policy, Target target, Places places, LibraryGraph graph, SortedMap<String, Binary> included) {
        this.policy = policy;
        this.target = target;
        this.places = places;
        this.graph = graph;
        this.included = included;
    }

    SortedMap<String, Place> choose(List<List<String>> cycles) {
        Set<String> carryAlong = new HashSet<>();
        for (Binary binary : included.values()) {
            byItself(binary, carryAlong);
        }
        for (List<String> cycle : cycles) {
            for (String path : cycle) {
                impossible.putIfAbsent(
                        path,
                        "libraries that need each other in a circle are loaded from files: "
                                + String.join(", ", cycle));
                carryAlong.add(path);
            }
        }
        dependents(carryAlong);
        included.forEach((path, binary) -> result.put(path, place(binary)));
        needsFollow();
        return result;
    }

    private void byItself(Binary binary, Set<String> carryAlong) {
        String path = binary.path();
        SortedSet<String> names = graph.neededAs(path);
        Optional<String> soname = binary.image().soname();
        if (target.isWindows()) {
            if (binary.image().staticTls()) {
                impossible.put(path, "a DLL in memory can have no TLS directory");
            }
        } else if (binary.isExtension() && !names.isEmpty()) {
            impossible.put(path, "other libraries need this extension module as a library");
            carryAlong.add(path);
        } else if (names.size() > 1 || !names.stream().allMatch(name -> name.equals(soname.orElse(name)))) {
            impossible.put(
                    path,
                    "it is needed as " + String.join(", ", names)
                            + soname.map(name -> " and calls itself " + name).orElse(""));
            carryAlong.add(path);
        }
    }

    /** What needs, directly or not, a library that the loader must find by itself. */
    private void dependents(Set<String> libraries) {
        Map<String, SortedSet<String>> dependents = new HashMap<>();
        for (String path : included.keySet()) {
            for (String library : graph.neededBy(path)) {
                dependents.computeIfAbsent(library, key -> new TreeSet<>()).add(path);
            }
        }
        Deque<String> open = new ArrayDeque<>(new TreeSet<>(libraries));
        while (!open.isEmpty()) {
            String library = open.remove();
            for (String path : dependents.getOrDefault(library, new TreeSet<>())) {
                Binary dependent = included.get(path);
                if (dependent != null
                        && !impossible.containsKey(path)
                        && dependent.matched().location().isEmpty()) {
                    impossible.put(path, "it needs " + library + ", which must be a file");
                    open.add(path);
                }
            }
        }
    }

    private Place place(Binary binary) {
        String why = policy.allowInMemorySharedLibraryLoading()
                ? impossible.get(binary.path())
                : "policy.allowInMemorySharedLibraryLoading is false";
        return why == null
                ? places.anywhere(binary.matched())
                : places.notInMemory(binary.path(), binary.resource().origin(), binary.matched(), why);
    }

    /** What files need goes where they are. */
    private void needsFollow() {
        Deque<String> open = new ArrayDeque<>(files(result.keySet()));
        while (!open.isEmpty()) {
            String path = open.remove();
            Place place = result.get(path);
            for (String library : new TreeSet<>(graph.neededBy(path))) {
                Place of = result.get(library);
                if (place != null && of != null && !of.isFile() && !of.byRule()) {
                    result.put(library, place.followed("goes with " + path + ", which is a file"));
                    open.add(library);
                }
            }
        }
    }

    private List<String> files(Collection<String> paths) {
        return paths.stream()
                .filter(path ->
                        Optional.ofNullable(result.get(path)).map(Place::isFile).orElse(false))
                .toList();
    }
}
