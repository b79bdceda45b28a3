package dev.jox.model.policy;

import dev.jox.model.JoxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Refuses needed libraries of one name and different content, where their names cannot be changed.
 *
 * <p>A loader knows a loaded library by its name: whoever comes second gets the first one's. Which one that is would depend on
 * the order of imports, so the user decides.
 */
final class SonameClashes {
    private SonameClashes() {}

    /**
     * @param needed paths of the libraries that included binaries need
     * @throws JoxException naming the libraries and who needs them
     */
    static void check(SortedSet<String> needed, SortedMap<String, Binary> included, LibraryGraph graph) {
        SortedMap<String, List<Binary>> byName = new TreeMap<>();
        for (Binary library : included.values()) {
            if (!needed.contains(library.path())) {
                continue;
            }
            byName.computeIfAbsent(library.name(), name -> new ArrayList<>()).add(library);
        }
        byName.forEach((name, libraries) -> {
            long contents = libraries.stream()
                    .map(library -> library.resource().content().sha256())
                    .distinct()
                    .count();
            if (contents > 1) {
                throw JoxException.user(
                        "Different libraries are all called " + name + ", and one process can load only one of them: "
                                + libraries.stream()
                                        .map(library ->
                                                library + ", needed by " + neededBy(library, graph, included.keySet()))
                                        .collect(Collectors.joining("; "))
                                + ".",
                        "Leave all but one out, which then serves everybody, for example <rule><match>"
                                + libraries.get(0).path() + "</match><include>false</include></rule>.");
            }
        });
    }

    private static String neededBy(Binary library, LibraryGraph graph, Collection<String> included) {
        return included.stream()
                .filter(path -> graph.neededBy(path).contains(library.path()))
                .sorted()
                .findFirst()
                .orElse("nothing");
    }
}
