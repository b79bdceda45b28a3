package dev.jox.maven.parameter;

import java.util.List;
import java.util.Map;
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
}
