package dev.jox.link;

import dev.jox.model.JoxException;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.LinkableCore;
import dev.jox.model.distribution.StandardExtension;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import dev.jox.model.resource.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What of a distribution is linked into a program: its core and the extension modules that the plan chose.
 *
 * @param modules the distribution's built-in modules by their names, with the C functions that create them, empty for one that has
 *     none; no modules where the core has a table of its own
 * @param objects each once, in the order of the link; archives among them are linked as a whole
 * @param archives static libraries, which may need each other
 * @param libraries the system's, by the names after {@code -l}
 */
record ProgramParts(
        SortedMap<String, String> modules, List<Path> objects, List<Path> archives, List<String> libraries) {
    ProgramParts {
        objects = List.copyOf(objects);
        archives = List.copyOf(archives);
        libraries = List.copyOf(libraries);
    }

    /**
     * The parts of a distribution that a libpython can be linked from.
     *
     * @throws JoxException when a module that the plan has cannot be linked
     */
    static ProgramParts of(Plan plan, Distribution distribution, LinkableCore core) {
        SortedMap<String, String> modules = new TreeMap<>();
        Set<Path> objects = new LinkedHashSet<>(core.objects());
        List<String> links = new ArrayList<>();
        for (Planned planned : plan.entries()) {
            if (planned instanceof PlannedBuiltIn builtIn && builtIn.origin().kind() == Origin.Kind.DISTRIBUTION) {
                StandardExtension extension = extension(builtIn, distribution);
                if (core.inittabObject().isPresent()) {
                    modules.put(builtIn.name().dotted(), extension.initFunction());
                }
                objects.addAll(extension.objects());
                links.addAll(extension.links());
            }
        }
        links.addAll(core.links());
        Set<Path> archives = new LinkedHashSet<>();
        Set<String> libraries = new LinkedHashSet<>();
        for (String link : links) {
            distribution.staticLibraryDirectories().stream()
                    .map(folder -> folder.resolve("lib" + link + ".a"))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .ifPresentOrElse(archives::add, () -> libraries.add(link));
        }
        return new ProgramParts(modules, List.copyOf(objects), List.copyOf(archives), List.copyOf(libraries));
    }

    private static StandardExtension extension(PlannedBuiltIn builtIn, Distribution distribution) {
        StandardExtension extension = distribution.extensions().stream()
                .filter(candidate -> candidate.builtIn()
                        && candidate.name().equals(builtIn.name())
                        && candidate.variant().equals(builtIn.variant()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no built-in " + builtIn.name() + " in the distribution"));
        extension.defect().ifPresent(defect -> {
            throw JoxException.user(
                    "the built-in module " + builtIn.name() + " of " + distribution.source() + " cannot be linked: "
                            + defect,
                    "take another distribution in <distribution>, or leave the module out with <rule><match>"
                            + builtIn.name() + "</match><include>false</include></rule>");
        });
        return extension;
    }
}
