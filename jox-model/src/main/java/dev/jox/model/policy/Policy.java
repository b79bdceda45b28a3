package dev.jox.model.policy;

import dev.jox.model.Flavor;
import dev.jox.model.plan.Location;
import dev.jox.model.resource.Resource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the user wants to become of resources. The attributes and their meanings are those of PyOxidizer's
 * {@code PythonPackagingPolicy}; its defaults too, except for loading from memory, the distribution's resources and the
 * fallback.
 *
 * @param extensionModuleFilter which extension modules of the standard library; touches no others
 * @param preferredExtensionModuleVariants module name to the variant taken where a distribution has several
 * @param resourcesLocation where resources go
 * @param resourcesLocationFallback where resources go that cannot be at their location; empty: the build fails then
 * @param allowInMemorySharedLibraryLoading whether extension modules and shared libraries may be loaded from memory
 * @param allowFiles whether files that are no Python resources are accepted at all
 * @param bytecodeOptimizeLevelZero whether bytecode without optimisation is carried
 * @param bytecodeOptimizeLevelOne whether bytecode as of {@code -O} is carried
 * @param bytecodeOptimizeLevelTwo whether bytecode as of {@code -OO} is carried
 * @param fileScannerClassifyFiles whether files of packages and the application become typed resources
 * @param fileScannerEmitFiles whether files of packages and the application become plain files
 * @param includeClassifiedResources whether typed resources of packages and the application are included
 * @param includeDistributionSources whether sources of the standard library are carried
 * @param includeDistributionResources whether files inside the standard library's packages are included
 * @param includeFileResources whether plain files are included
 * @param includeNonDistributionSources whether sources of packages and the application are carried
 * @param includeTest whether the standard library's tests are included
 * @param rules exceptions, in order
 * @param placements what is added by hand; they say more than any rule
 */
public record Policy(
        ExtensionModuleFilter extensionModuleFilter,
        Map<String, String> preferredExtensionModuleVariants,
        Location resourcesLocation,
        Optional<Location> resourcesLocationFallback,
        boolean allowInMemorySharedLibraryLoading,
        boolean allowFiles,
        boolean bytecodeOptimizeLevelZero,
        boolean bytecodeOptimizeLevelOne,
        boolean bytecodeOptimizeLevelTwo,
        boolean fileScannerClassifyFiles,
        boolean fileScannerEmitFiles,
        boolean includeClassifiedResources,
        boolean includeDistributionSources,
        boolean includeDistributionResources,
        boolean includeFileResources,
        boolean includeNonDistributionSources,
        boolean includeTest,
        List<Rule> rules,
        List<Placement> placements) {

    /** The word that a pom writes for a fallback that does not exist. */
    public static final String NO_FALLBACK = "none";

    public Policy {
        preferredExtensionModuleVariants = Collections.unmodifiableMap(new TreeMap<>(preferredExtensionModuleVariants));
        rules = List.copyOf(rules);
        placements = List.copyOf(placements);
    }

    public static Policy defaults() {
        return builder().build();
    }

    public static PolicyBuilder builder() {
        return new PolicyBuilder();
    }

    /**
     * Parses a fallback as poms write it: a location, or {@value #NO_FALLBACK}.
     *
     * @throws IllegalArgumentException naming the forms
     */
    public static Optional<Location> parseFallback(String text) {
        if (text.equals(NO_FALLBACK)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Location.parse(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + ", or " + NO_FALLBACK, e);
        }
    }

    /** The optimisation levels that bytecode is carried at by default; rules may name more. */
    public SortedSet<Integer> bytecodeLevels() {
        SortedSet<Integer> levels = new TreeSet<>();
        if (bytecodeOptimizeLevelZero) {
            levels.add(0);
        }
        if (bytecodeOptimizeLevelOne) {
            levels.add(1);
        }
        if (bytecodeOptimizeLevelTwo) {
            levels.add(2);
        }
        return levels;
    }

    /** Whether a rule wants an extension module of a package to be linked into the executable. */
    public boolean wantsBuiltIn(Resource.ExtensionModule module, Flavor flavor) {
        return new Rules(this, flavor)
                .matching(Subject.of(module))
                .extension()
                .map(setting -> setting.value() == ExtensionMode.BUILT_IN)
                .orElse(false);
    }

    /** Every level that the policy or one of its rules names: what must be compiled for a plan. */
    public SortedSet<Integer> compiledLevels() {
        SortedSet<Integer> levels = bytecodeLevels();
        rules.forEach(rule -> rule.bytecode().ifPresent(levels::addAll));
        return levels;
    }
}
