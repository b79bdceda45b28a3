package dev.jox.model.report;

import dev.jox.model.ModuleName;
import dev.jox.model.json.Json;
import dev.jox.model.plan.Omission;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import dev.jox.model.policy.Glob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says of every resource where it is, as what, and why: what {@code jox:explain} prints. */
public final class Explain {
    /** A module's file: its name, then the suffix of source, bytecode or an extension module; none for a built-in. */
    private static final Pattern MODULE =
            Pattern.compile("([^.]+?)(?:/__init__)?(?:\\.pyc?|(?:\\.[^./]+)?\\.(?:so|pyd))?");

    private final List<Explanation> explanations;

    private Explain(List<Explanation> explanations) {
        this.explanations = explanations;
    }

    /**
     * Explains a plan.
     *
     * @param filter only what matches; everything where empty. A resource that is left out is compared by its path, and by the name
     *     that it would have as a module
     */
    public static Explain of(Plan plan, Sizes sizes, Optional<Glob> filter) {
        List<Explanation> all = new ArrayList<>();
        for (Planned entry : plan.entries()) {
            if (filter.map(glob -> glob.matches(entry.path(), Kind.module(entry)))
                    .orElse(true)) {
                all.add(Explanation.of(entry, sizes));
            }
        }
        for (Omission omission : plan.omissions()) {
            if (filter.map(glob -> matches(glob, omission)).orElse(true)) {
                all.add(Explanation.of(omission));
            }
        }
        all.sort(Comparator.comparing(Explanation::path));
        return new Explain(List.copyOf(all));
    }

    private static boolean matches(Glob glob, Omission omission) {
        Matcher module = MODULE.matcher(omission.path());
        return glob.matches(omission.path(), Optional.empty())
                || (module.matches()
                        && glob.matches(
                                omission.path(),
                                Optional.of(new ModuleName(module.group(1).replace('/', '.')))));
    }

    /** In the order of the paths. */
    public List<Explanation> explanations() {
        return explanations;
    }

    /** Some lines for each resource. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Explanation row : explanations) {
            text.append(row.path()).append('\n');
            text.append("    ").append(row.from());
            if (!row.as().isEmpty()) {
                text.append(", ").append(row.as());
                text.append(row.module().isEmpty() ? "" : " " + row.module());
                row.bytes().ifPresent(bytes -> text.append(", ").append(Bytes.words(bytes)));
            }
            text.append('\n');
            text.append("    ")
                    .append(row.where())
                    .append(": ")
                    .append(row.why())
                    .append('\n');
            if (!row.after().isEmpty()) {
                text.append("    after ").append(String.join(", ", row.after())).append('\n');
            }
        }
        return text.toString();
    }

    /** An array of objects with {@link Explanation}'s components. */
    public String json() {
        return Json.text(explanations);
    }

    /** A page that needs nothing else, with a field to search in. */
    public String html(String title) {
        return ExplainPage.of(title, explanations);
    }
}
