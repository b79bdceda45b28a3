package dev.jox.model.report;

import dev.jox.model.ModuleName;
import dev.jox.model.plan.Planned;
import dev.jox.model.plan.Planned.PlannedBoundLibrary;
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import dev.jox.model.plan.Planned.PlannedExtension;
import dev.jox.model.plan.Planned.PlannedLibrary;
import dev.jox.model.plan.Planned.PlannedModule;
import java.util.List;
import java.util.Optional;

/** As what a resource is carried, in the words of reports. */
enum Kind {
    MODULE("module", "modules"),
    BUILT_IN("built-in extension module", "built-in extension modules"),
    EXTENSION("extension module", "extension modules"),
    LIBRARY("shared library", "shared libraries"),
    FILE("file", "files");

    private final String one;
    private final String many;

    Kind(String one, String many) {
        this.one = one;
        this.many = many;
    }

    String one() {
        return one;
    }

    String many() {
        return many;
    }

    static Kind of(Planned entry) {
        if (entry instanceof PlannedModule) {
            return MODULE;
        } else if (entry instanceof PlannedBuiltIn) {
            return BUILT_IN;
        } else if (entry instanceof PlannedExtension) {
            return EXTENSION;
        } else if (entry instanceof PlannedLibrary || entry instanceof PlannedBoundLibrary) {
            return LIBRARY;
        }
        return FILE;
    }

    static Optional<ModuleName> module(Planned entry) {
        if (entry instanceof PlannedModule module) {
            return Optional.of(module.name());
        } else if (entry instanceof PlannedBuiltIn builtIn) {
            return Optional.of(builtIn.name());
        } else if (entry instanceof PlannedExtension extension) {
            return Optional.of(extension.name());
        }
        return Optional.empty();
    }

    /** What is loaded before an entry. */
    static List<String> libraries(Planned entry) {
        if (entry instanceof PlannedExtension extension) {
            return extension.libraries();
        }
        if (entry instanceof PlannedBuiltIn builtIn) {
            return builtIn.libraries();
        }
        return entry instanceof PlannedLibrary library ? library.libraries() : List.of();
    }
}
