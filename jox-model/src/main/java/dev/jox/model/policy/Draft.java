package dev.jox.model.policy;

import dev.jox.model.Sha256;
import dev.jox.model.plan.Omission;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import dev.jox.model.resource.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A plan while it is being made. */
final class Draft {
    private final List<Planned> entries = new ArrayList<>();
    private final List<Omission> omissions = new ArrayList<>();
    private final SortedSet<String> fallbacks = new TreeSet<>();
    private final SortedSet<String> warnings = new TreeSet<>();

    /** @param place what was decided for it */
    void add(Planned entry, Place place) {
        entries.add(entry);
        if (place.fellBack()) {
            fallbacks.add(entry.path());
        }
    }

    /** Leaves something out that the user does not expect to be there. */
    void omit(String path, Origin origin, String reason) {
        omissions.add(new Omission(path, origin, reason, false));
    }

    /** Leaves something out that the user may miss. */
    void omitReported(String path, Origin origin, String reason) {
        omissions.add(new Omission(path, origin, reason, true));
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    List<Planned> entries() {
        return entries;
    }

    Plan finish(Sha256 digest, Optional<Plan.GlibcFloor> floor) {
        entries.sort(Comparator.comparing(Planned::path));
        omissions.sort(Comparator.comparing(Omission::path));
        return new Plan(digest, entries, omissions, List.copyOf(fallbacks), floor, List.copyOf(warnings));
    }
}
