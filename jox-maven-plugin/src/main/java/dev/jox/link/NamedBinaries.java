package dev.jox.link;

import dev.jox.fetch.Cache;
import dev.jox.fetch.CachedValues;
import dev.jox.model.Content;
import dev.jox.model.binary.ElfNames;
import dev.jox.model.json.Json;
import dev.jox.model.pack.CircleLink;
import dev.jox.model.plan.LoaderNames;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import dev.jox.model.plan.Planned.PlannedExtension;
import dev.jox.model.plan.Planned.PlannedLibrary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes binaries with the names that a plan wants in their files, once for each content and names. */
final class NamedBinaries {
    private static final String FILE = "library";

    private final CachedValues<Places> binaries;

    NamedBinaries(Cache cache) {
        this.binaries = new CachedValues<>(cache, "named-binaries", Places.class);
    }

    /**
     * A plan whose binaries are files with the right names.
     *
     * @param circles where the runtime writes into their bytes
     */
    record Named(Plan plan, List<CircleLink> circles) {
        Named {
            circles = List.copyOf(circles);
        }
    }

    /** What is kept with a file: where its new names are, in bytes from its start. */
    record Places(Map<String, Long> places) {}

    Named of(Plan plan) throws IOException {
        List<CircleLink> circles = new ArrayList<>();
        List<Planned> entries = new ArrayList<>();
        for (Planned entry : plan.entries()) {
            if (entry instanceof PlannedExtension extension
                    && !extension.names().areUnchanged()) {
                entries.add(extension.withContent(
                        named(extension.path(), extension.content(), extension.names(), circles)));
            } else if (entry instanceof PlannedLibrary library
                    && !library.names().areUnchanged()) {
                entries.add(library.withContent(named(library.path(), library.content(), library.names(), circles)));
            } else {
                entries.add(entry);
            }
        }
        return new Named(
                new Plan(
                        plan.digest(), entries, plan.omissions(), plan.fallbacks(), plan.glibcFloor(), plan.warnings()),
                circles);
    }

    private Content named(String path, Content content, LoaderNames names, List<CircleLink> circles)
            throws IOException {
        Map<String, String> placeholders = new HashMap<>();
        names.circle().keySet().forEach(name -> placeholders.put(name, CircleLink.placeholder(placeholders.size())));
        SortedMap<String, String> needed = new TreeMap<>(names.needed());
        names.circle().keySet().stream()
                .filter(name -> !needed.containsValue(name) && !names.added().contains(name))
                .forEach(name -> needed.put(name, name));
        needed.replaceAll((from, to) -> placeholders.getOrDefault(to, to));
        ElfNames.Changes changes = new ElfNames.Changes(
                names.soname(),
                needed,
                names.added().stream()
                        .map(name -> placeholders.getOrDefault(name, name))
                        .toList(),
                names.searchPath());
        CachedValues.Entry<Places> entry = binaries.get(
                Json.digest(List.of("names 2", content.sha256(), changes)),
                target -> new Places(ElfNames.write(content.path(), changes, target.resolve(FILE))));
        Map<String, Long> places = entry.value().places();
        names.circle().forEach((name, other) -> {
            Long place = places.get(Objects.requireNonNull(placeholders.get(name)));
            circles.add(new CircleLink(path, Objects.requireNonNull(place), other));
        });
        return Content.of(entry.folder().resolve(FILE));
    }
}
