package dev.jox.model.policy;

import static dev.jox.model.policy.Sample.APPLICATION;
import static dev.jox.model.policy.Sample.NUMPY;
import static dev.jox.model.policy.Sample.PYTHON;
import static dev.jox.model.policy.Sample.SYSTEM;
import static dev.jox.model.policy.Sample.entry;
import static dev.jox.model.policy.Sample.extensionPath;
import static dev.jox.model.policy.Sample.omission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.model.plan.Location;
import dev.jox.model.plan.Omission;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import dev.jox.model.plan.Planned.PlannedFile;
import dev.jox.model.plan.Planned.PlannedModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleAndFilePlanTest {
    private static Sample everyKind() {
        return new Sample()
                .module(PYTHON, "os.py")
                .packageFile(PYTHON, "tkinter/icon.gif")
                .module(NUMPY, "numpy/__init__.py")
                .packageFile(NUMPY, "numpy/py.typed")
                .metadata(NUMPY, "numpy-2.4.0.dist-info/METADATA")
                .file(NUMPY, "bin/f2py", true)
                .module(APPLICATION, "hello.py");
    }

    @ParameterizedTest
    @CsvSource({
        // distribution sources, other sources, os.py has source, hello.py has source
        "true, true, true, true",
        "false, true, false, true",
        "true, false, true, false",
        "false, false, false, false",
    })
    void leavesSourcesOut(boolean distribution, boolean others, boolean os, boolean hello) {
        Plan plan = everyKind()
                .policy(Policy.builder()
                        .includeDistributionSources(distribution)
                        .includeNonDistributionSources(others))
                .plan();

        assertThat(entry(plan, "os.py", PlannedModule.class).source().isPresent())
                .isEqualTo(os);
        assertThat(entry(plan, "hello.py", PlannedModule.class).source().isPresent())
                .isEqualTo(hello);
        assertThat(entry(plan, "os.py", PlannedModule.class).bytecode()).containsOnlyKeys(0);
    }

    @Test
    void saysWhoLeftSourcesOut() {
        Plan plan = everyKind()
                .policy(Policy.builder().includeDistributionSources(false).includeNonDistributionSources(false))
                .plan();

        assertThat(entry(plan, "os.py", PlannedModule.class).reason())
                .isEqualTo("policy.resourcesLocation; source left out by policy.includeDistributionSources");
        assertThat(entry(plan, "hello.py", PlannedModule.class).reason())
                .isEqualTo("policy.resourcesLocation; source left out by policy.includeNonDistributionSources");
    }

    @ParameterizedTest
    @CsvSource({"true, false, false, 0", "false, true, false, 1", "false, false, true, 2"})
    void carriesTheLevelsAskedFor(boolean zero, boolean one, boolean two, int level) {
        Plan plan = new Sample()
                .module(NUMPY, "numpy/a.py", false, 0, 1, 2)
                .policy(Policy.builder()
                        .bytecodeOptimizeLevelZero(zero)
                        .bytecodeOptimizeLevelOne(one)
                        .bytecodeOptimizeLevelTwo(two))
                .plan();

        assertThat(entry(plan, "numpy/a.py", PlannedModule.class).bytecode()).containsOnlyKeys(level);
    }

    @Test
    void neverPacksAModuleWithoutAnything() {
        Plan plan = new Sample()
                .module(NUMPY, "numpy/a.py")
                .policy(Policy.builder().bytecodeOptimizeLevelZero(false).includeNonDistributionSources(false))
                .plan();

        PlannedModule module = entry(plan, "numpy/a.py", PlannedModule.class);
        assertThat(module.source()).isPresent();
        assertThat(module.reason()).endsWith("packed as source because there is no bytecode");
    }

    @Test
    void packsWhatDoesNotCompileAsSource() {
        Plan plan = new Sample()
                .uncompiled(NUMPY, "numpy/template.py", "invalid syntax (line 3)")
                .policy(Policy.builder().includeNonDistributionSources(false))
                .plan();

        PlannedModule module = entry(plan, "numpy/template.py", PlannedModule.class);
        assertThat(module.source()).isPresent();
        assertThat(module.bytecode()).isEmpty();
        assertThat(module.reason()).endsWith("packed as source because it does not compile");
        assertThat(plan.warnings())
                .containsExactly("numpy/template.py (numpy 2.4.0) is packed as source because it does not compile:"
                        + " invalid syntax (line 3)");
    }

    @Test
    void modulesWithoutSourceKeepTheirCode() {
        Plan plan = new Sample()
                .sourceless(NUMPY, "numpy/secret.pyc", true)
                .sourceless(NUMPY, "numpy/foreign.pyc", false)
                .policy(Policy.builder().bytecodeOptimizeLevelZero(false).bytecodeOptimizeLevelTwo(true))
                .plan();

        assertThat(entry(plan, "numpy/secret.pyc", PlannedModule.class).bytecode())
                .containsOnlyKeys(0);
        assertThat(omission(plan, "numpy/foreign.pyc"))
                .isEqualTo("its bytecode is not this Python's, and it has no source");
        assertThat(plan.omissions()).allMatch(Omission::reported);
    }

    @Test
    void leavesResourcesOfTheDistributionOut() {
        Plan plan = everyKind()
                .policy(Policy.builder().includeDistributionResources(false))
                .plan();

        assertThat(omission(plan, "tkinter/icon.gif")).isEqualTo("policy.includeDistributionResources is false");
        assertThat(plan.entries()).extracting(Planned::path).contains("numpy/py.typed");
    }

    @Test
    void leavesClassifiedResourcesOut() {
        Plan plan = everyKind()
                .extension(NUMPY, "numpy.x")
                .library(NUMPY, "numpy/liby.so")
                .policy(Policy.builder().includeClassifiedResources(false))
                .plan();

        assertThat(plan.entries()).extracting(Planned::path).containsExactly("os.py", "tkinter/icon.gif");
        assertThat(omission(plan, extensionPath("numpy.x"))).isEqualTo("policy.includeClassifiedResources is false");
        assertThat(omission(plan, "numpy/liby.so")).isEqualTo("policy.includeClassifiedResources is false");
    }

    @Test
    void plainFilesNeedThreeAttributes() {
        PolicyBuilder files = Policy.builder().allowFiles(true).fileScannerEmitFiles(true);

        assertThat(omission(everyKind().policy(files).plan(), "bin/f2py"))
                .isEqualTo("policy.includeFileResources is false");
        PlannedFile file =
                entry(everyKind().policy(files.includeFileResources(true)).plan(), "bin/f2py", PlannedFile.class);
        assertThat(file.location()).isEqualTo(new Location.FilesystemRelative("lib"));
        assertThat(file.executable()).isTrue();
        assertThat(file.reason()).startsWith("policy.includeFileResources; policy.resourcesLocationFallback");
    }

    @Test
    void filesModeKeepsPackagesAsTheyAre() {
        Plan plan = everyKind()
                .extension(NUMPY, "numpy.x")
                .library(SYSTEM, "jox.libs/libz.so.1")
                .needs(extensionPath("numpy.x"), "jox.libs/libz.so.1")
                .policy(Policy.builder().resourceHandlingMode(ResourceHandlingMode.FILES))
                .plan();

        assertThat(plan.entries())
                .filteredOn(
                        entry -> entry.origin().equals(NUMPY) || entry.origin().equals(APPLICATION))
                .hasOnlyElementsOfType(PlannedFile.class)
                .extracting(Planned::path)
                .containsExactly(
                        "bin/f2py",
                        "hello.py",
                        "numpy-2.4.0.dist-info/METADATA",
                        "numpy/__init__.py",
                        "numpy/py.typed",
                        extensionPath("numpy.x"));
        assertThat(entry(plan, "os.py", PlannedModule.class).location()).isEqualTo(Location.IN_MEMORY);
        assertThat(omission(plan, "jox.libs/libz.so.1")).isEqualTo("nothing that is included needs it");
    }

    @Test
    void filesThatAreNeitherClassifiedNorEmittedAreNothing() {
        Plan plan = everyKind()
                .policy(Policy.builder().fileScannerClassifyFiles(false))
                .plan();

        assertThat(plan.entries()).extracting(Planned::path).containsExactly("os.py", "tkinter/icon.gif");
    }
}
