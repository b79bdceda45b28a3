package dev.jox.model.policy;

import dev.jox.model.plan.Location.FilesystemRelative;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the folders that the loader must be told of, so that a binary beside the executable finds the needed libraries that lie
 * there too. The importer loads those first, but not where a library loads a plugin by itself, or libraries need each other.
 */
final class SearchPaths {
    private static final String ORIGIN = "$ORIGIN";

    private final LibraryGraph graph;
    private final SortedMap<String, Place> places;

    SearchPaths(LibraryGraph graph, SortedMap<String, Place> places) {
        this.graph = graph;
        this.places = places;
    }

    /** What a binary's own search path lacks, in the loader's notation. */
    List<String> lacking(Binary binary) {
        List<String> lacking = new ArrayList<>();
        Path own = folder(binary.path());
        if (own == null) {
            return lacking;
        }
        graph.needs(binary.path()).forEach((name, library) -> {
            Path there = folder(library);
            if (there != null && library.endsWith("/" + name) && !covers(binary, own, there)) {
                String rest = own.relativize(there).toString().replace('\\', '/');
                String entry = rest.isEmpty() ? ORIGIN : ORIGIN + "/" + rest;
                if (!lacking.contains(entry)) {
                    lacking.add(entry);
                }
            }
        });
        return lacking;
    }

    private static boolean covers(Binary binary, Path own, Path there) {
        return binary.image().runpath().stream()
                .map(entry -> entry.replace("${ORIGIN}", ORIGIN))
                .filter(entry -> entry.equals(ORIGIN) || entry.startsWith(ORIGIN + "/"))
                .map(entry ->
                        own.resolve("." + entry.substring(ORIGIN.length())).normalize())
                .anyMatch(there::equals);
    }

    /** The folder that a binary lies in, as from the executable's, for one that is a file. */
    private @Nullable Path folder(String path) {
        Place place = places.get(path);
        return place != null && place.location() instanceof FilesystemRelative beside
                ? Path.of("/", beside.place(path)).normalize().getParent()
                : null;
    }
}
