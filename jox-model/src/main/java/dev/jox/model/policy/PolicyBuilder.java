package dev.jox.model.policy;

import dev.jox.model.plan.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects a {@link Policy}, starting from its defaults. */
public final class PolicyBuilder {
    private ExtensionModuleFilter extensionModuleFilter = ExtensionModuleFilter.ALL;
    private Map<String, String> preferredExtensionModuleVariants = Map.of();
    private Location resourcesLocation = Location.IN_MEMORY;
    private Optional<Location> resourcesLocationFallback = Optional.of(new Location.FilesystemRelative("lib"));
    private boolean allowInMemorySharedLibraryLoading = true;
    private boolean allowFiles;
    private boolean bytecodeOptimizeLevelZero = true;
    private boolean bytecodeOptimizeLevelOne;
    private boolean bytecodeOptimizeLevelTwo;
    private boolean fileScannerClassifyFiles = true;
    private boolean fileScannerEmitFiles;
    private boolean includeClassifiedResources = true;
    private boolean includeDistributionSources = true;
    private boolean includeDistributionResources = true;
    private boolean includeFileResources;
    private boolean includeNonDistributionSources = true;
    private boolean includeTest;
    private List<Rule> rules = List.of();
    private List<Placement> placements = List.of();

    PolicyBuilder() {}

    public PolicyBuilder extensionModuleFilter(ExtensionModuleFilter value) {
        extensionModuleFilter = value;
        return this;
    }

    public PolicyBuilder preferredExtensionModuleVariants(Map<String, String> value) {
        preferredExtensionModuleVariants = value;
        return this;
    }

    public PolicyBuilder resourcesLocation(Location value) {
        resourcesLocation = value;
        return this;
    }

    public PolicyBuilder resourcesLocationFallback(Optional<Location> value) {
        resourcesLocationFallback = value;
        return this;
    }

    public PolicyBuilder allowInMemorySharedLibraryLoading(boolean value) {
        allowInMemorySharedLibraryLoading = value;
        return this;
    }

    public PolicyBuilder allowFiles(boolean value) {
        allowFiles = value;
        return this;
    }

    public PolicyBuilder bytecodeOptimizeLevelZero(boolean value) {
        bytecodeOptimizeLevelZero = value;
        return this;
    }

    public PolicyBuilder bytecodeOptimizeLevelOne(boolean value) {
        bytecodeOptimizeLevelOne = value;
        return this;
    }

    public PolicyBuilder bytecodeOptimizeLevelTwo(boolean value) {
        bytecodeOptimizeLevelTwo = value;
        return this;
    }

    public PolicyBuilder fileScannerClassifyFiles(boolean value) {
        fileScannerClassifyFiles = value;
        return this;
    }

    public PolicyBuilder fileScannerEmitFiles(boolean value) {
        fileScannerEmitFiles = value;
        return this;
    }

    public PolicyBuilder includeClassifiedResources(boolean value) {
        includeClassifiedResources = value;
        return this;
    }

    public PolicyBuilder includeDistributionSources(boolean value) {
        includeDistributionSources = value;
        return this;
    }

    public PolicyBuilder includeDistributionResources(boolean value) {
        includeDistributionResources = value;
        return this;
    }

    public PolicyBuilder includeFileResources(boolean value) {
        includeFileResources = value;
        return this;
    }

    public PolicyBuilder includeNonDistributionSources(boolean value) {
        includeNonDistributionSources = value;
        return this;
    }

    public PolicyBuilder includeTest(boolean value) {
        includeTest = value;
        return this;
    }

    public PolicyBuilder rules(List<Rule> value) {
        rules = value;
        return this;
    }

    public PolicyBuilder placements(List<Placement> value) {
        placements = value;
        return this;
    }

    /** Sets the five attributes about files at once; what is set afterwards stands. */
    public PolicyBuilder resourceHandlingMode(ResourceHandlingMode mode) {
        boolean files = mode == ResourceHandlingMode.FILES;
        fileScannerClassifyFiles = !files;
        fileScannerEmitFiles = files;
        allowFiles = files;
        includeFileResources = files;
        includeClassifiedResources = true;
        return this;
    }

    public Policy build() {
        return new Policy(
                extensionModuleFilter,
                preferredExtensionModuleVariants,
                resourcesLocation,
                resourcesLocationFallback,
                allowInMemorySharedLibraryLoading,
                allowFiles,
                bytecodeOptimizeLevelZero,
                bytecodeOptimizeLevelOne,
                bytecodeOptimizeLevelTwo,
                fileScannerClassifyFiles,
                fileScannerEmitFiles,
                includeClassifiedResources,
                includeDistributionSources,
                includeDistributionResources,
                includeFileResources,
                includeNonDistributionSources,
                includeTest,
                rules,
                placements);
    }
}
