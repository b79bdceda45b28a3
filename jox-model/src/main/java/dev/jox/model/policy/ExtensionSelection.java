package dev.jox.model.policy;

import dev.jox.model.Flavor;
import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.StandardExtension;
import dev.jox.model.plan.Location;
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.Resource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Decides which extension modules are included, before their libraries are looked at; plans those in libpython. */
final class ExtensionSelection {
    private final Policy policy;
    private final Distribution distribution;
    private final Rules rules;
    private final Draft draft;
    private final StandardExtensions standard;

    ExtensionSelection(Policy policy, Distribution distribution, Rules rules, Draft draft) {
        this.policy = policy;
        this.distribution = distribution;
        this.rules = rules;
        this.draft = draft;
        this.standard = new StandardExtensions(policy, distribution);
    }

    /** Plans the distribution's built-in extension modules. */
    void planBuiltIns() {
        Origin origin = new Origin(
                Origin.Kind.DISTRIBUTION, "python", distribution.version().toString());
        for (ModuleName name : standard.names()) {
            List<StandardExtension> builtIns = distribution.extensions().stream()
                    .filter(extension -> extension.name().equals(name) && extension.builtIn())
                    .toList();
            if (builtIns.isEmpty()) {
                continue;
            }
            Matched matched = rules.matching(Subject.ofBuiltIn(name, origin));
            StandardExtensions.Choice choice = standard.choose(name, matched);
            if (choice.chosen().isEmpty()) {
                draft.omit(name.path(), origin, choice.by());
            } else if (choice.chosen().get().builtIn()) {
                String mode = matched.extension()
                        .filter(setting -> setting.value() == ExtensionMode.STANDALONE)
                        .map(setting -> "; " + setting.by() + " cannot take it out of libpython")
                        .orElse("");
                draft.add(
                        new PlannedBuiltIn(
                                name.path(),
                                origin,
                                Location.IN_MEMORY,
                                choice.by() + "the distribution's built-in" + mode,
                                name,
                                false,
                                choice.chosen().get().initFunction(),
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                choice.chosen().get().variant()),
                        new Place(Location.IN_MEMORY, "", false, false));
            }
        }
    }

    /**
     * Chooses among extension modules in shared libraries.
     *
     * @return path of each included one to the words that go before its location's reason
     */
    SortedMap<String, String> standalone(Iterable<Binary> binaries, LibraryGraph graph) {
        SortedMap<String, String> chosen = new TreeMap<>();
        for (Binary binary : binaries) {
            if (binary.resource() instanceof Resource.ExtensionModule module) {
                boolean ofDistribution = module.origin().kind() == Origin.Kind.DISTRIBUTION;
                Inclusion.Decision decision = ofDistribution
                        ? ofDistribution(module, binary, graph)
                        : Inclusion.ofPackageBinary(binary.matched(), policy);
                if (decision.included()) {
                    requireLoadable(module, binary.matched());
                    chosen.put(module.path(), decision.by());
                } else {
                    draft.omit(module.path(), module.origin(), decision.by());
                }
            }
        }
        return chosen;
    }

    private Inclusion.Decision ofDistribution(Resource.ExtensionModule module, Binary binary, LibraryGraph graph) {
        if (!standard.names().contains(module.name())) {
            boolean needsLibraries = !graph.neededBy(module.path()).isEmpty()
                    || !graph.missing(module.path()).isEmpty();
            return standard.undescribed(module.name(), needsLibraries, binary.matched());
        }
        StandardExtensions.Choice choice = standard.choose(module.name(), binary.matched());
        if (choice.chosen().isEmpty()) {
            return new Inclusion.Decision(false, choice.by());
        }
        StandardExtension variant = choice.chosen().get();
        Optional<Path> file = variant.file();
        if (file.isEmpty()) {
            return new Inclusion.Decision(false, "the distribution's built-in is taken");
        }
        long files = distribution.extensions().stream()
                .filter(extension -> extension.name().equals(module.name()) && !extension.builtIn())
                .count();
        if (files > 1 && !file.get().normalize().equals(module.content().path().normalize())) {
            return new Inclusion.Decision(false, "variant " + variant.variant() + " is taken");
        }
        return new Inclusion.Decision(true, choice.by());
    }

    private void requireLoadable(Resource.ExtensionModule module, Matched matched) {
        String what =
                module.name() + " (" + module.origin() + ", " + module.content().path() + ")";
        matched.extension()
                .filter(setting -> setting.value() == ExtensionMode.BUILT_IN)
                .filter(setting -> !Binding.isTried(module, distribution))
                .ifPresent(setting -> {
                    throw JoxException.user(
                            setting.by() + " wants " + what
                                    + " to be a built-in, but there is only a shared library of it.",
                            "Set <extension> to auto or standalone for it, give a package whose source distribution"
                                    + " can be compiled, or give its objects by hand in <extensionModules>.");
                });
        if (distribution.flavor() == Flavor.STANDALONE_STATIC) {
            boolean ofPackage = module.origin().kind() == Origin.Kind.PACKAGE;
            throw JoxException.user(
                    (ofPackage ? "The package " + module.origin() : "The application " + module.origin())
                            + " has a pre-built extension module " + module.name() + ", "
                            + module.content().path() + ", which a "
                            + distribution.flavor().text() + " executable for "
                            + distribution.target().triple() + " cannot load, and there is nothing to link it from.",
                    (ofPackage
                                    ? "Let the package be built from its source distribution: of this version in <requirements> or"
                                            + " <wheels>."
                                    : "Make a package of it whose source distribution jox can build, and take the file out of"
                                            + " <sourceDirectory> (-Djox.sourceDirectory).")
                            + " Or give its objects by hand in <extensionModules>, leave the module out with <rule><match>"
                            + module.name() + "</match><include>false</include></rule>, or take the easy way, "
                            + "<distribution><target>"
                            + distribution.target().dynamic().triple()
                            + "</target> (-Djox.distribution.target) with the flavor standalone_dynamic.");
        }
    }
}
