package dev.jox.model.report;

import dev.jox.model.plan.Location;
import dev.jox.model.plan.Omission;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import dev.jox.model.resource.LinkableExtension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The table at the end of a build: what went where, and everything that the user may not expect. Lists are cut, so that an
 * ordinary application's table has some 25 lines at most; {@code jox:explain} has the rest.
 */
public final class PlanTable {
    private static final int LISTED = 5;
    private static final Comparator<Location> PLACES = Comparator.comparing(
                    (Location location) -> !(location instanceof Location.InMemory))
            .thenComparing(Location::text);

    private final Plan plan;
    private final Sizes sizes;

    public PlanTable(Plan plan, Sizes sizes) {
        this.plan = plan;
        this.sizes = sizes;
    }

    /** What there is and where, lines of the table first. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(table());
        plan.glibcFloor()
                .ifPresent(floor -> lines.add("needs glibc " + floor.version() + " or newer, because of " + floor.path()
                        + floor.own()
                                .map(own -> "; " + own.version() + " without this machine's "
                                        + String.join(", ", own.raisedBy()))
                                .orElse("")));
        List<Planned> inMemory =
                plan.entries().stream().filter(PlanTable::isLoadedFromMemory).toList();
        if (!inMemory.isEmpty()) {
            lines.add("loaded from memory where imported: " + number(inMemory.size(), "shared object") + ", together "
                    + Bytes.words(sizes.together(inMemory))
                    + " of memory that counts against a container's limit");
        }
        listed(lines, "linked in", linkedIn());
        lines.addAll(leftOut());
        listed(lines, "files instead of memory", fallbacks());
        return lines;
    }

    /** What the user should look at: what is missing although it may be expected, and what else may not be as it seems. */
    public List<String> concerns() {
        List<String> lines = new ArrayList<>();
        listed(
                lines,
                "left out although you may expect it",
                plan.omissions().stream()
                        .filter(Omission::reported)
                        .map(omission -> omission.path() + " (" + omission.origin() + "): " + omission.reason())
                        .toList());
        listed(lines, "warnings", warnings());
        return lines;
    }

    private List<String> table() {
        SortedMap<Location, List<Planned>> byPlace = new TreeMap<>(PLACES);
        plan.entries()
                .forEach(entry -> byPlace.computeIfAbsent(entry.location(), place -> new ArrayList<>())
                        .add(entry));
        Columns columns = new Columns();
        List<String> head = new ArrayList<>(List.of(""));
        byPlace.keySet().forEach(place -> head.addAll(List.of("", words(place))));
        columns.add(head);
        for (Kind kind : Kind.values()) {
            if (plan.entries().stream().anyMatch(entry -> Kind.of(entry) == kind)) {
                List<String> row = new ArrayList<>(List.of(kind.many()));
                byPlace.values()
                        .forEach(entries -> row.addAll(cells(entries.stream()
                                .filter(entry -> Kind.of(entry) == kind)
                                .toList())));
                columns.add(row);
            }
        }
        List<String> total = new ArrayList<>(List.of("together"));
        byPlace.values().forEach(entries -> total.addAll(cells(entries)));
        columns.add(total);
        return columns.lines();
    }

    private List<String> cells(List<Planned> entries) {
        return entries.isEmpty()
                ? List.of("", "")
                : List.of(String.format(Locale.ROOT, "%,d", entries.size()), Bytes.words(sizes.together(entries)));
    }

    /** Packages whose extension modules are part of the executable: what they were built from, by what, and with which libraries. */
    private List<String> linkedIn() {
        Map<String, List<String>> modules = new TreeMap<>();
        for (Planned entry : plan.entries()) {
            if (entry instanceof PlannedBuiltIn module && module.linked().isPresent()) {
                LinkableExtension linked = module.linked().get();
                List<String> more = new ArrayList<>(linked.licenses());
                if (!linked.libraries().isEmpty()) {
                    more.add(0, "with " + String.join(", ", linked.libraries()));
                }
                modules.computeIfAbsent(module.origin() + ", built " + linked.build(), key -> new ArrayList<>())
                        .add(module.name() + (more.isEmpty() ? "" : " (" + String.join("; ", more) + ")"));
            }
        }
        List<String> lines = new ArrayList<>();
        modules.forEach((build, names) -> lines.add(build + ": "
                + String.join(", ", names.subList(0, Math.min(LISTED, names.size())))
                + (names.size() > LISTED ? " and " + number(names.size() - LISTED, "more", "more") : "")));
        return lines;
    }

    private static String words(Location place) {
        return place instanceof Location.FilesystemRelative folder
                ? (folder.prefix().equals(".") ? "beside it" : folder.prefix() + "/")
                : "executable";
    }

    private static boolean isLoadedFromMemory(Planned entry) {
        Kind kind = Kind.of(entry);
        return (kind == Kind.EXTENSION || kind == Kind.LIBRARY) && entry.location() instanceof Location.InMemory;
    }

    /** How many were left out as the policy says, by its words, the most first. */
    private List<String> leftOut() {
        Map<String, Long> counts = plan.omissions().stream()
                .filter(omission -> !omission.reported())
                .collect(Collectors.groupingBy(Omission::reason, TreeMap::new, Collectors.counting()));
        if (counts.isEmpty()) {
            return List.of();
        }
        List<String> words = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(LISTED)
                .map(entry -> String.format(Locale.ROOT, "%,d", entry.getValue()) + " (" + entry.getKey() + ")")
                .toList();
        return List.of("left out: " + String.join(", ", words) + (counts.size() > LISTED ? ", others" : ""));
    }

    private List<String> fallbacks() {
        // a module that is linked in may have the path of a file
        Map<String, Planned> byPath = plan.entries().stream()
                .filter(entry -> entry.location() instanceof Location.FilesystemRelative)
                .collect(Collectors.toMap(Planned::path, Function.identity(), (a, b) -> a));
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (String path : plan.fallbacks()) {
            Planned entry = byPath.get(path);
            String reason = entry == null ? "" : entry.reason();
            byReason.computeIfAbsent(reason, key -> new ArrayList<>()).add(path);
        }
        List<String> lines = new ArrayList<>();
        byReason.forEach((reason, paths) -> lines.add(
                paths.get(0) + (paths.size() > 1 ? " and " + number(paths.size() - 1, "other") : "") + ": " + reason));
        return lines;
    }

    /** Warnings, without those that repeat what is listed as left out. */
    private List<String> warnings() {
        return plan.warnings().stream()
                .filter(warning -> plan.omissions().stream()
                        .noneMatch(omission -> omission.reported() && warning.endsWith(": " + omission.reason())))
                .toList();
    }

    private static void listed(List<String> lines, String title, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        lines.add(title + ":");
        items.stream().limit(LISTED).forEach(item -> lines.add("  " + item));
        if (items.size() > LISTED) {
            lines.add("  and " + number(items.size() - LISTED, "more", "more") + ": see jox:explain");
        }
    }

    private static String number(long count, String one) {
        return number(count, one, one + "s");
    }

    private static String number(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d", count) + " " + (count == 1 ? one : many);
    }
}
