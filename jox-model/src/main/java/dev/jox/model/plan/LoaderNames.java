package dev.jox.model.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is changed of the names in a binary's file. The loader knows libraries that are loaded already by their names, wherever
 * they were loaded from: with the right names every binary gets those that it was planned with, from memory as from files.
 *
 * @param soname the name that the binary calls itself by; empty where it stays as it is
 * @param needed names of needed libraries that become others, by what they are now
 * @param added names of needed libraries that the file does not list
 * @param circle paths of the binaries that this one needs and that need it in turn, all in memory, by their names after all
 *     changes: none of them can be loaded first, so the runtime writes into the file where each is
 * @param searchPath folders that the file's search path gets besides its own, as {@code $ORIGIN/…}
 */
public record LoaderNames(
        Optional<String> soname,
        SortedMap<String, String> needed,
        List<String> added,
        SortedMap<String, String> circle,
        List<String> searchPath) {
    /** Nothing is changed. */
    public static final LoaderNames UNCHANGED =
            new LoaderNames(Optional.empty(), new TreeMap<>(), List.of(), new TreeMap<>(), List.of());

    public LoaderNames {
        needed = sorted(needed);
        added = List.copyOf(added);
        circle = sorted(circle);
        searchPath = List.copyOf(searchPath);
    }

    private static SortedMap<String, String> sorted(Map<String, String> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /** Whether the file is taken as it is. */
    public boolean areUnchanged() {
        return equals(UNCHANGED);
    }
}
