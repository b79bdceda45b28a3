package dev.jox.maven.parameter;

import dev.jox.model.plan.Location;
import dev.jox.model.policy.ExtensionModuleFilter;
import dev.jox.model.policy.Placement;
import dev.jox.model.policy.Policy;
import dev.jox.model.policy.PolicyBuilder;
import dev.jox.model.policy.ResourceHandlingMode;
import dev.jox.model.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code <policy>}: where resources go and which are included. The names and meanings are those of PyOxidizer's packaging policy. */
public final class PolicyParameters {
    /** Which extension modules of the standard library: {@code all}, {@code minimal}, {@code no-libraries}, {@code no-copyleft}. */
    @Nullable
    String extensionModuleFilter;

    /** Which build of a standard-library extension module is preferred where there are several, by module name. */
    @Nullable
    Map<String, String> preferredExtensionModuleVariants;

    /** Where resources go: {@code in-memory} or {@code filesystem-relative:<folder>}. */
    @Nullable
    String resourcesLocation;

    /** Where resources go that cannot be at their location; {@code none} for nowhere: the build fails then. */
    @Nullable
    String resourcesLocationFallback;

    /** Whether shared libraries may be loaded from memory. */
    @Nullable
    Boolean allowInMemorySharedLibraryLoading;

    /** Whether files that are no Python resources are allowed. */
    @Nullable
    Boolean allowFiles;

    /** Whether bytecode without optimisation is included. */
    @Nullable
    Boolean bytecodeOptimizeLevelZero;

    /** Whether bytecode of level 1 ({@code -O}) is included. */
    @Nullable
    Boolean bytecodeOptimizeLevelOne;

    /** Whether bytecode of level 2 ({@code -OO}) is included. */
    @Nullable
    Boolean bytecodeOptimizeLevelTwo;

    /** Whether files are classified as Python resources. */
    @Nullable
    Boolean fileScannerClassifyFiles;

    /** Whether files are kept as plain files. */
    @Nullable
    Boolean fileScannerEmitFiles;

    /** Whether classified resources are included. */
    @Nullable
    Boolean includeClassifiedResources;

    /** Whether the standard library's sources are included. */
    @Nullable
    Boolean includeDistributionSources;

    /** Whether the standard library's data files are included. */
    @Nullable
    Boolean includeDistributionResources;

    /** Whether plain files are included. */
    @Nullable
    Boolean includeFileResources;

    /** Whether sources of packages and of the application are included. */
    @Nullable
    Boolean includeNonDistributionSources;

    /** Whether the standard library's tests are included. */
    @Nullable
    Boolean includeTest;

    /** {@code classify} or {@code files}: whether resources are treated as what they are, or all as files. */
    @Nullable
    String resourceHandlingMode;

    /** Exceptions, in order. */
    @Nullable
    List<RuleParameters> rules;

    /**
     * The policy with the defaults where nothing is said.
     *
     * @param placements what else of the pom says where resources go
     */
    public Policy toPolicy(List<Placement> placements) {
        PolicyBuilder policy = Policy.builder();
        set(
                "extensionModuleFilter",
                extensionModuleFilter,
                ExtensionModuleFilter::parse,
                policy::extensionModuleFilter);
        set("resourcesLocation", resourcesLocation, Location::parse, policy::resourcesLocation);
        set(
                "resourcesLocationFallback",
                resourcesLocationFallback,
                Policy::parseFallback,
                policy::resourcesLocationFallback);
        set("resourceHandlingMode", resourceHandlingMode, ResourceHandlingMode::parse, policy::resourceHandlingMode);
        Parsed.ifSet(preferredExtensionModuleVariants, policy::preferredExtensionModuleVariants);
        Parsed.ifSet(allowInMemorySharedLibraryLoading, policy::allowInMemorySharedLibraryLoading);
        Parsed.ifSet(allowFiles, policy::allowFiles);
        Parsed.ifSet(bytecodeOptimizeLevelZero, policy::bytecodeOptimizeLevelZero);
        Parsed.ifSet(bytecodeOptimizeLevelOne, policy::bytecodeOptimizeLevelOne);
        Parsed.ifSet(bytecodeOptimizeLevelTwo, policy::bytecodeOptimizeLevelTwo);
        Parsed.ifSet(fileScannerClassifyFiles, policy::fileScannerClassifyFiles);
        Parsed.ifSet(fileScannerEmitFiles, policy::fileScannerEmitFiles);
        Parsed.ifSet(includeClassifiedResources, policy::includeClassifiedResources);
        Parsed.ifSet(includeDistributionSources, policy::includeDistributionSources);
        Parsed.ifSet(includeDistributionResources, policy::includeDistributionResources);
        Parsed.ifSet(includeFileResources, policy::includeFileResources);
        Parsed.ifSet(includeNonDistributionSources, policy::includeNonDistributionSources);
        Parsed.ifSet(includeTest, policy::includeTest);
        List<Rule> parsed = new ArrayList<>();
        for (RuleParameters rule : rules == null ? List.<RuleParameters>of() : rules) {
            parsed.add(rule.toRule(parsed.size() + 1));
        }
        return policy.rules(parsed).placements(placements).build();
    }

    private static <T> void set(
            String parameter, @Nullable String text, Function<String, T> parser, Consumer<T> setter) {
        if (text != null) {
            setter.accept(Parsed.of("policy." + parameter, text, parser));
        }
    }
}
