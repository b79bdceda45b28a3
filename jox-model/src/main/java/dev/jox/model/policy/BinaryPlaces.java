package dev.jox.model.policy;

import dev.jox.model.Flavor;
import dev.jox.model.distribution.Distribution;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Chooses where extension modules and shared libraries go.
 *
 * <p>A binary is a file where policy or a rule says so, or where nothing can load it from memory. What needs it stays where it
 * is, since the importer loads a needed library first wherever it is. But what a file needs becomes a file too, unless a rule
 * names its location, so that nothing of a package that was put into files depends on memory. Libraries that need each other in
 * a circle are all in memory or all files: none of them can be loaded first, so each must be found by the same means.
 */
final class BinaryPlaces {
    private final Policy policy;
    private final Distribution distribution;
    private final Places places;
    private final LibraryGraph graph;
    private final SortedMap<String, Binary> included;
    private final Map<String, List<String>> circles = new HashMap<>();
    private final SortedMap<String, Place> result = new TreeMap<>();

    /** @param circles groups of binaries that need each other */
    BinaryPlaces(
            Policy policy,
            Distribution distribution,
            Places places,
            LibraryGraph graph,
            SortedMap<String, Binary> included,
            List<List<String>> circles) {
        this.policy = policy;
        this.distribution = distribution;
        this.places = places;
        this.graph = graph;
        this.included = included;
        circles.forEach(circle -> circle.forEach(path -> this.circles.put(path, circle)));
    }

    SortedMap<String, Place> choose() {
        included.values().forEach(binary -> result.put(binary.path(), place(binary)));
        Deque<String> open = new ArrayDeque<>(files(result.keySet()));
        while (!open.isEmpty()) {
            String path = open.remove();
            circleFollows(path, open);
            needsFollow(path, open);
        }
        return result;
    }

    private Place place(Binary binary) {
        Optional<String> impossible = policy.allowInMemorySharedLibraryLoading()
                ? impossible(binary)
                : Optional.of("policy.allowInMemorySharedLibraryLoading is false");
        return impossible.map(why -> notInMemory(binary, why)).orElseGet(() -> places.anywhere(binary.matched()));
    }

    /** Why a binary cannot be loaded from memory, if it cannot. */
    private Optional<String> impossible(Binary binary) {
        List<String> circle = circles.get(binary.path());
        if (distribution.flavor() == Flavor.STANDALONE_STATIC) {
            return Optional.of("a static executable has Windows load its DLLs");
        }
        if (distribution.target().isWindows() && circle != null) {
            return Optional.of(
                    "DLLs that need each other in a circle are loaded from files: " + String.join(", ", circle));
        }
        return binary.image().memoryObstacle();
    }

    private Place notInMemory(Binary binary, String why) {
        return places.notInMemory(binary.path(), binary.resource().origin(), binary.matched(), why);
    }

    private void circleFollows(String path, Deque<String> open) {
        for (String member : circles.getOrDefault(path, List.of())) {
            Binary binary = included.get(member);
            Place of = result.get(member);
            if (binary != null && of != null && !of.isFile()) {
                result.put(member, notInMemory(binary, "it and " + path + ", which is a file, need each other"));
                open.add(member);
            }
        }
    }

    /** What a file needs goes where it is. */
    private void needsFollow(String path, Deque<String> open) {
        Place place = result.get(path);
        for (String library : new TreeSet<>(graph.neededBy(path))) {
            Place of = result.get(library);
            if (place != null && of != null && !of.isFile() && !of.byRule()) {
                result.put(library, place.followed("goes with " + path + ", which is a file"));
                open.add(library);
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
