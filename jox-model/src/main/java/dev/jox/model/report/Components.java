package dev.jox.model.report;

import dev.jox.model.Content;
import dev.jox.model.Flavor;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.StandardExtension;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import dev.jox.model.plan.Planned.PlannedBoundLibrary;
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import dev.jox.model.plan.Planned.PlannedExtension;
import dev.jox.model.plan.Planned.PlannedLibrary;
import dev.jox.model.report.Component.Notice;
import dev.jox.model.report.Component.Type;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.ResourceCollection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is in an executable by other authors than the application's: CPython, the libraries of its extension modules, packages, modules
 * that were given as objects, and shared libraries.
 */
public final class Components {
    private final Plan plan;
    private final Distribution distribution;
    private final List<Component> found = new ArrayList<>();

    private Components(Plan plan, Distribution distribution) {
        this.plan = plan;
        this.distribution = distribution;
    }

    /** CPython first, the others in the order of their names. */
    public static List<Component> of(Plan plan, ResourceCollection collection, Distribution distribution)
            throws IOException {
        Components components = new Components(plan, distribution);
        components.standardExtensions();
        components.packages(new PackageLicenses(collection));
        components.byHand();
        components.libraries();
        components.runtime();
        components.found.sort(Comparator.comparing(Component::name).thenComparing(Component::version));
        components.found.add(0, components.python());
        return List.copyOf(components.found);
    }

    private Component python() throws IOException {
        String version = distribution.version().toString();
        return new Component(
                Type.PLATFORM,
                "CPython",
                version,
                Optional.of("pkg:generic/cpython@" + version),
                License.ofAll(distribution.licenses()),
                notices(distribution.licenseFile().stream().toList()),
                Optional.empty());
    }

    /** Those that bring code under other licences than CPython's own. */
    private void standardExtensions() throws IOException {
        Set<String> planned = plan.entries().stream()
                .filter(entry -> entry.origin().kind() == Origin.Kind.DISTRIBUTION)
                .map(Components::variant)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        for (StandardExtension extension : distribution.extensions()) {
            boolean own =
                    extension.licenses().isEmpty() && extension.licenseFiles().isEmpty();
            if (!own && planned.contains(extension.name() + " " + extension.variant())) {
                found.add(new Component(
                        Type.LIBRARY,
                        "CPython's " + extension.name()
                                + (extension.links().isEmpty() ? "" : " with " + String.join(", ", extension.links())),
                        "",
                        Optional.empty(),
                        License.ofAll(extension.licenses()),
                        notices(extension.licenseFiles()),
                        Optional.empty()));
            }
        }
    }

    /** A module's name and variant. */
    private static Optional<String> variant(Planned entry) {
        if (entry instanceof PlannedBuiltIn module) {
            return Optional.of(module.name() + " " + module.variant());
        }
        return entry instanceof PlannedExtension module ? Optional.of(module.name() + " default") : Optional.empty();
    }

    private void packages(PackageLicenses licenses) {
        plan.entries().stream()
                .map(Planned::origin)
                .filter(origin -> origin.kind() == Origin.Kind.PACKAGE)
                .distinct()
                .forEach(origin -> found.add(new Component(
                        Type.LIBRARY,
                        origin.name(),
                        origin.version(),
                        origin.version().isEmpty()
                                ? Optional.empty()
                                : Optional.of("pkg:pypi/" + origin.name() + "@"
                                        + origin.version().replace("+", "%2B")),
                        licenses.license(origin),
                        licenses.notices(origin),
                        Optional.empty())));
    }

    /** Modules that the pom gives as objects; what it says of their licences. */
    private void byHand() {
        for (Planned entry : plan.entries()) {
            if (entry instanceof PlannedBuiltIn module
                    && module.linked().isPresent()
                    && module.origin().kind() == Origin.Kind.APPLICATION) {
                found.add(new Component(
                        Type.LIBRARY,
                        module.name().dotted(),
                        "",
                        Optional.empty(),
                        License.ofAll(module.linked().get().licenses()),
                        List.of(),
                        Optional.empty()));
            }
        }
    }

    /** Shared libraries that come from neither CPython nor a package, each once. */
    private void libraries() {
        TreeMap<String, Content> libraries = new TreeMap<>();
        for (Planned entry : plan.entries()) {
            boolean other = entry.origin().kind() == Origin.Kind.SYSTEM
                    || entry.origin().kind() == Origin.Kind.APPLICATION;
            if (other && entry instanceof PlannedLibrary library) {
                libraries.put(library.soname(), library.content());
            } else if (other && entry instanceof PlannedBoundLibrary library) {
                libraries.put(library.soname(), library.content());
            }
        }
        libraries.forEach((name, content) -> found.add(new Component(
                Type.LIBRARY, name, "", Optional.empty(), License.UNKNOWN, List.of(), Optional.of(content.sha256()))));
    }

    /** What is linked into every executable. */
    private void runtime() {
        found.add(known("jox's runtime", "Apache-2.0"));
        if (distribution.flavor() == Flavor.STANDALONE_STATIC
                && !distribution.target().isWindows()) {
            found.add(known("musl", "MIT"));
        }
    }

    private static Component known(String name, String spdx) {
        return new Component(
                Type.LIBRARY, name, "", Optional.empty(), License.ofAll(List.of(spdx)), List.of(), Optional.empty());
    }

    private static List<Notice> notices(List<Path> files) throws IOException {
        List<Notice> notices = new ArrayList<>();
        for (Path file : files) {
            notices.add(new Notice(String.valueOf(file.getFileName()), Content.of(file)));
        }
        return notices;
    }
}
