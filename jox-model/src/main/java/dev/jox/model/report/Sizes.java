package dev.jox.model.report;

import dev.jox.model.Content;
import dev.jox.model.plan.Planned;
import dev.jox.model.plan.Planned.PlannedBoundLibrary;
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import dev.jox.model.plan.Planned.PlannedExtension;
import dev.jox.model.plan.Planned.PlannedFile;
import dev.jox.model.plan.Planned.PlannedLibrary;
import dev.jox.model.plan.Planned.PlannedModule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much the entries of a plan add to an executable, before any compression.
 *
 * @param code what built-in modules bring that are linked in, in bytes, by their paths; known when they are linked
 */
public record Sizes(Map<String, Long> code) {
    public Sizes {
        code = Map.copyOf(code);
    }

    /** Before anything is linked. */
    public static Sizes beforeLink() {
        return new Sizes(Map.of());
    }

    /** Bytes; empty for a module that is not linked yet, or that libpython has anyway. */
    Optional<Long> of(Planned entry) {
        if (entry instanceof PlannedModule module) {
            return Optional.of(module.source().map(Content::size).orElse(0L)
                    + module.bytecode().values().stream()
                            .mapToLong(Content::size)
                            .sum());
        } else if (entry instanceof PlannedBuiltIn builtIn) {
            return builtIn.bound().map(Content::size).or(() -> Optional.ofNullable(code.get(entry.path())));
        } else if (entry instanceof PlannedExtension extension) {
            return Optional.of(extension.content().size());
        } else if (entry instanceof PlannedLibrary library) {
            return Optional.of(library.content().size());
        } else if (entry instanceof PlannedBoundLibrary library) {
            return Optional.of(library.content().size());
        }
        return Optional.of(((PlannedFile) entry).content().size());
    }

    /** Bytes of those that are known. */
    long together(List<Planned> entries) {
        return entries.stream().mapToLong(entry -> of(entry).orElse(0L)).sum();
    }
}
