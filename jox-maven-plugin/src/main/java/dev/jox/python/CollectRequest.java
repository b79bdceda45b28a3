package dev.jox.python;

import dev.jox.capture.HandMadeExtensions.HandMade;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.Resource.ExtensionModule;
import dev.jox.model.spec.HandedFiles;
import dev.jox.model.spec.InstalledPackages;
import dev.jox.model.spec.PackagesRequest;
import java.util.List;
import java.util.function.Predicate;

/**
 * What to collect.
 *
 * @param installed folders with packages that are wanted beside those
 * @param sources the application's folders; those that are not there are taken for empty
 * @param handMade extension modules whose objects the pom names
 * @param builtIn whether an extension module of a package is to be linked into the executable, so that its package is built from source
 * @param handed files that are added by hand
 * @param levels optimisation levels that bytecode is wanted for: 0, 1 or 2, as in {@code python -O}
 * @param includeTest whether the standard library's tests are wanted
 */
public record CollectRequest(
        Pythons pythons,
        PackagesRequest packages,
        InstalledPackages installed,
        List<SourceFolder> sources,
        List<HandMade> handMade,
        Predicate<ExtensionModule> builtIn,
        HandedFiles handed,
        List<Integer> levels,
        boolean includeTest,
        Packages.Freshness freshness) {
    public CollectRequest {
        sources = List.copyOf(sources);
        handMade = List.copyOf(handMade);
        levels = levels.stream().distinct().sorted().toList();
    }

    /** Whose the application's own modules are, and what the pom adds to them. */
    public Origin application() {
        return sources.stream()
                .reduce((first, last) -> last)
                .map(own -> new Origin(Origin.Kind.APPLICATION, own.name(), own.version()))
                .orElseGet(() -> new Origin(Origin.Kind.APPLICATION, "application", ""));
    }
}
