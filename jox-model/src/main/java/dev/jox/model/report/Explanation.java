package dev.jox.model.report;

import dev.jox.model.plan.Location;
import dev.jox.model.plan.Omission;
import dev.jox.model.plan.Planned;
import java.util.List;
import java.util.Optional;

/**
 * What became of one resource.
 *
 * @param path below site-packages
 * @param module the module's dotted name; empty for what is no module
 * @param from whose it is, with the version
 * @param as what it is carried as; empty for what is left out
 * @param where {@code in-memory}, the path beside the executable, the folder with a built-in module's code, or {@code left out}
 * @param why which rule or default decided
 * @param bytes its size before any compression; empty for what is left out, not linked yet, or part of libpython anyway
 * @param after what is loaded before it, in this order
 */
public record Explanation(
        String path,
        String module,
        String from,
        String as,
        String where,
        String why,
        Optional<Long> bytes,
        List<String> after) {

    static final String LEFT_OUT = "left out";

    public Explanation {
        after = List.copyOf(after);
    }

    static Explanation of(Planned entry, Sizes sizes) {
        return new Explanation(
                entry.path(),
                Kind.module(entry).map(Object::toString).orElse(""),
                entry.origin().toString(),
                Kind.of(entry).one(),
                where(entry),
                entry.reason(),
                sizes.of(entry),
                Kind.libraries(entry));
    }

    /** A built-in module is no file of its own, wherever its code is. */
    private static String where(Planned entry) {
        return entry.location() instanceof Location.FilesystemRelative folder
                        && !(entry instanceof Planned.PlannedBuiltIn)
                ? folder.place(entry.path())
                : entry.location().text();
    }

    static Explanation of(Omission omission) {
        return new Explanation(
                omission.path(),
                "",
                omission.origin().toString(),
                "",
                LEFT_OUT,
                omission.reason(),
                Optional.empty(),
                List.of());
    }
}
