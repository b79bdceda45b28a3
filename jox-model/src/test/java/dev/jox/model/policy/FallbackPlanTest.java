package dev.jox.model.policy;

import static dev.jox.model.policy.Sample.NUMPY;
import static dev.jox.model.policy.Sample.SYSTEM;
import static dev.jox.model.policy.Sample.entry;
import static dev.jox.model.policy.Sample.extensionPath;
import static dev.jox.model.policy.Sample.omission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.Flavor;
import dev.jox.model.JoxException;
import dev.jox.model.Target;
import dev.jox.model.plan.LoaderNames;
import dev.jox.model.plan.Location;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import dev.jox.model.plan.Planned.PlannedExtension;
import dev.jox.model.plan.Planned.PlannedLibrary;
import dev.jox.model.resource.Origin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Binaries that the loader cannot have from memory. */
class FallbackPlanTest {
    private static final Location LIB = new Location.FilesystemRelative("lib");
    private static final Origin VTK = new Origin(Origin.Kind.PACKAGE, "vtk", "9.6");
    private static final String CORE = extensionPath("vtk.core");
    private static final String OTHER = extensionPath("vtk.other");

    /** core -> middle -> a <-> b -> leaf, other -> leaf. */
    private static Sample cycle() {
        return new Sample()
                .extension(VTK, "vtk.core")
                .extension(VTK, "vtk.other")
                .library(VTK, "vtk/libmiddle.so")
                .library(VTK, "vtk/liba.so")
                .library(VTK, "vtk/libb.so")
                .library(VTK, "vtk/libleaf.so")
                .needs(CORE, "vtk/libmiddle.so")
                .needs("vtk/libmiddle.so", "vtk/liba.so")
                .needs("vtk/liba.so", "vtk/libb.so")
                .needs("vtk/libb.so", "vtk/liba.so")
                .needs("vtk/libb.so", "vtk/libleaf.so")
                .needs(OTHER, "vtk/libleaf.so");
    }

    @Test
    void aCircleOfLibrariesIsInMemoryWithWordOfWhereItsMembersAre() {
        Plan plan = cycle().plan();

        assertThat(plan.fallbacks()).isEmpty();
        assertThat(entry(plan, "vtk/liba.so", PlannedLibrary.class).names().circle())
                .isEqualTo(Map.of("libb.so", "vtk/libb.so"));
        assertThat(entry(plan, "vtk/libb.so", PlannedLibrary.class).names().circle())
                .isEqualTo(Map.of("liba.so", "vtk/liba.so"));
        assertThat(entry(plan, "vtk/libmiddle.so", PlannedLibrary.class).names())
                .isEqualTo(LoaderNames.UNCHANGED);
    }

    @Test
    void aMemberOfACircleThatIsAFileTakesTheOthersAndWhatTheyNeed() {
        Plan plan = cycle().rules(
                        Rule.builder().match("vtk/liba.so").location(LIB),
                        Rule.builder().match("vtk/libb.so").location(Location.IN_MEMORY))
                .plan();

        assertThat(entry(plan, "vtk/libb.so", PlannedLibrary.class).location()).isEqualTo(LIB);
        assertThat(entry(plan, "vtk/libb.so", PlannedLibrary.class).reason())
                .endsWith("not in memory because it and vtk/liba.so, which is a file, need each other");
        assertThat(entry(plan, "vtk/libb.so", PlannedLibrary.class).names().circle())
                .isEmpty();
        assertThat(entry(plan, "vtk/libleaf.so", PlannedLibrary.class).reason())
                .isEqualTo("needed by vtk/libb.so; goes with vtk/libb.so, which is a file");
        assertThat(plan.fallbacks()).containsExactly("vtk/libb.so", "vtk/libleaf.so");
        assertThat(entry(plan, CORE, PlannedExtension.class).location()).isEqualTo(Location.IN_MEMORY);
        assertThat(entry(plan, "vtk/libmiddle.so", PlannedLibrary.class).location())
                .isEqualTo(Location.IN_MEMORY);
    }

    @Test
    void dllsThatNeedEachOtherAreFilesWithWhatTheyNeed() {
        Plan plan =
                cycle().target(Target.WINDOWS_MSVC, Flavor.STANDALONE_DYNAMIC).plan();

        assertThat(plan.fallbacks()).contains("vtk/liba.so", "vtk/libb.so", "vtk/libleaf.so");
        assertThat(entry(plan, "vtk/liba.so", PlannedLibrary.class).reason())
                .endsWith("not in memory because DLLs that need each other in a circle are loaded from files:"
                        + " vtk/liba.so, vtk/libb.so");
        assertThat(entry(plan, CORE, PlannedExtension.class).location()).isEqualTo(Location.IN_MEMORY);
        assertThat(entry(plan, "vtk/libmiddle.so", PlannedLibrary.class).location())
                .isEqualTo(Location.IN_MEMORY);
    }

    @Test
    void whatOnlyWindowsItselfCanLoadIsAFile() {
        Plan plan = new Sample()
                .target(Target.WINDOWS_MSVC, Flavor.STANDALONE_DYNAMIC)
                .extension(NUMPY, "numpy.shared", Sample.Image.plain().notInMemory("it shares a section"))
                .extension(NUMPY, "numpy.plain")
                .plan();

        assertThat(plan.fallbacks()).containsExactly(extensionPath("numpy.shared"));
        assertThat(entry(plan, extensionPath("numpy.shared"), PlannedExtension.class)
                        .reason())
                .endsWith("not in memory because it shares a section");
    }

    @Test
    void aCircleIsLoadedAfterWhatItNeedsAndBeforeWhatNeedsIt() {
        assertThat(entry(cycle().plan(), CORE, PlannedExtension.class).libraries())
                .containsExactly("vtk/libleaf.so", "vtk/liba.so", "vtk/libb.so", "vtk/libmiddle.so");
    }

    @Test
    void aLibraryNeededByAnotherNameThanItsOwnGetsThatName() {
        Plan plan = new Sample()
                .extension(NUMPY, "numpy.x")
                .library(NUMPY, "numpy/libfoo.so.1", Sample.Image.named("libfoo.so.1.2"))
                .needs(extensionPath("numpy.x"), "numpy/libfoo.so.1", "libfoo.so.1")
                .plan();

        assertThat(plan.fallbacks()).isEmpty();
        PlannedLibrary library = entry(plan, "numpy/libfoo.so.1", PlannedLibrary.class);
        assertThat(library.soname()).isEqualTo("libfoo.so.1");
        assertThat(library.names().soname()).contains("libfoo.so.1");
        assertThat(library.reason()).contains("called libfoo.so.1 as it is needed; ");
        assertThat(entry(plan, extensionPath("numpy.x"), PlannedExtension.class).names())
                .isEqualTo(LoaderNames.UNCHANGED);
    }

    @Test
    void aLibraryNeededBySeveralNamesKeepsItsOwnAndTheNeedsAreRenamed() {
        Plan plan = new Sample()
                .extension(NUMPY, "numpy.x")
                .extension(NUMPY, "numpy.y")
                .library(NUMPY, "numpy/libfoo.so.1", Sample.Image.named("libfoo.so.1"))
                .needs(extensionPath("numpy.x"), "numpy/libfoo.so.1", "libfoo.so.1")
                .needs(extensionPath("numpy.y"), "numpy/libfoo.so.1", "libfoo.so")
                .plan();

        assertThat(entry(plan, "numpy/libfoo.so.1", PlannedLibrary.class).names())
                .isEqualTo(LoaderNames.UNCHANGED);
        assertThat(entry(plan, extensionPath("numpy.x"), PlannedExtension.class).names())
                .isEqualTo(LoaderNames.UNCHANGED);
        assertThat(entry(plan, extensionPath("numpy.y"), PlannedExtension.class)
                        .names()
                        .needed())
                .isEqualTo(Map.of("libfoo.so", "libfoo.so.1"));
    }

    @Test
    void aFileIsToldWhereTheFilesAreThatItNeeds() {
        Plan plan = new Sample()
                .library(VTK, "vtk/plugins/libplugin.so")
                .library(VTK, "vtk.libs/libown.so")
                .library(SYSTEM, "jox.libs/libz.so.1")
                .needs("vtk/plugins/libplugin.so", "jox.libs/libz.so.1")
                .needs("vtk/plugins/libplugin.so", "vtk.libs/libown.so")
                .runpath("vtk/plugins/libplugin.so", "$ORIGIN/../../vtk.libs")
                .rules(Rule.builder().packageName("vtk").location(LIB))
                .plan();

        assertThat(entry(plan, "vtk/plugins/libplugin.so", PlannedLibrary.class)
                        .names()
                        .searchPath())
                .containsExactly("$ORIGIN/../../jox.libs");
        assertThat(entry(plan, "vtk.libs/libown.so", PlannedLibrary.class).names())
                .isEqualTo(LoaderNames.UNCHANGED);
    }

    @Test
    void aLibraryWithoutNameGetsTheOneItIsNeededBy() {
        Plan plan = new Sample()
                .extension(NUMPY, "numpy.x")
                .library(NUMPY, "numpy/libfoo-plugin.so", Sample.Image.plain())
                .needs(extensionPath("numpy.x"), "numpy/libfoo-plugin.so", "libfoo.so")
                .library(NUMPY, "numpy/libalone.so", Sample.Image.plain())
                .plan();

        assertThat(plan.fallbacks()).isEmpty();
        PlannedLibrary plugin = entry(plan, "numpy/libfoo-plugin.so", PlannedLibrary.class);
        assertThat(plugin.soname()).isEqualTo("libfoo.so");
        assertThat(plugin.names().soname()).contains("libfoo.so");
        PlannedLibrary alone = entry(plan, "numpy/libalone.so", PlannedLibrary.class);
        assertThat(alone.soname()).isEqualTo("libalone.so");
        assertThat(alone.names()).isEqualTo(LoaderNames.UNCHANGED);
    }

    @Test
    void aLibraryNeededByHandIsAddedToTheNeeds() {
        Plan plan = new Sample()
                .extension(NUMPY, "numpy.x")
                .library(NUMPY, "numpy/libfoo.so.1")
                .needsByHand(extensionPath("numpy.x"), "numpy/libfoo.so.1")
                .plan();

        assertThat(entry(plan, extensionPath("numpy.x"), PlannedExtension.class)
                        .names()
                        .added())
                .containsExactly("libfoo.so.1");
    }

    @Test
    void anExtensionThatIsALibraryTooIsNamedAsOne() {
        Plan plan = new Sample()
                .extension(NUMPY, "numpy.base")
                .extension(NUMPY, "numpy.user")
                .needs(extensionPath("numpy.user"), extensionPath("numpy.base"))
                .plan();

        assertThat(plan.fallbacks()).isEmpty();
        assertThat(entry(plan, extensionPath("numpy.user"), PlannedExtension.class)
                        .libraries())
                .containsExactly(extensionPath("numpy.base"));
        assertThat(entry(plan, extensionPath("numpy.base"), PlannedExtension.class)
                        .names()
                        .soname())
                .contains("base.cpython-314-x86_64-linux-gnu.so");
    }

    @Test
    void librariesThatNobodyNeedsAreCarriedForCtypes() {
        Plan plan = new Sample()
                .library(NUMPY, "numpy/libplugin.so")
                .library(NUMPY, "numpy/libhelper.so")
                .needs("numpy/libplugin.so", "numpy/libhelper.so")
                .plan();

        assertThat(entry(plan, "numpy/libplugin.so", PlannedLibrary.class).reason())
                .isEqualTo("a library of a package; policy.resourcesLocation");
        assertThat(entry(plan, "numpy/libplugin.so", PlannedLibrary.class).libraries())
                .containsExactly("numpy/libhelper.so");
    }

    @Test
    void threadLocalStorageThatIsStaticComesFirst() {
        Plan plan = new Sample()
                .extension(NUMPY, "numpy.x")
                .library(NUMPY, "numpy.libs/liba.so")
                .library(
                        NUMPY,
                        "numpy.libs/libgomp.so",
                        Sample.Image.named("libgomp.so").withStaticTls())
                .library(NUMPY, "numpy.libs/libz.so")
                .needs(extensionPath("numpy.x"), "numpy.libs/liba.so")
                .needs(extensionPath("numpy.x"), "numpy.libs/libz.so")
                .needs(extensionPath("numpy.x"), "numpy.libs/libgomp.so")
                .plan();

        assertThat(entry(plan, extensionPath("numpy.x"), PlannedExtension.class).libraries())
                .containsExactly("numpy.libs/libgomp.so", "numpy.libs/liba.so", "numpy.libs/libz.so");
    }

    @Test
    void aDllWithThreadLocalVariablesIsLoadedFromMemory() {
        Plan plan = new Sample()
                .target(Target.WINDOWS_MSVC, Flavor.STANDALONE_DYNAMIC)
                .extension(NUMPY, "numpy.tls", Sample.Image.plain().withStaticTls())
                .plan();

        assertThat(plan.fallbacks()).isEmpty();
        assertThat(entry(plan, extensionPath("numpy.tls"), PlannedExtension.class)
                        .staticTls())
                .isTrue();
    }

    @Test
    void aStaticExecutableRefusesPreBuiltExtensions() {
        Sample sample =
                new Sample().target(Target.LINUX_MUSL, Flavor.STANDALONE_STATIC).extension(NUMPY, "numpy.x");

        assertThatThrownBy(sample::plan)
                .isInstanceOf(JoxException.class)
                .hasMessageContaining(
                        "The package numpy 2.4.0 has a pre-built extension module numpy.x, /cache/numpy/x.cpython-314-x86_64-linux-gnu.so")
                .hasMessageContaining("x86_64-unknown-linux-musl")
                .hasMessageContaining("standalone_dynamic");
    }

    @Test
    void aStaticExecutableLeavesLibrariesOut() {
        Plan plan = new Sample()
                .target(Target.LINUX_MUSL, Flavor.STANDALONE_STATIC)
                .library(NUMPY, "numpy/libplugin.so")
                .plan();

        assertThat(omission(plan, "numpy/libplugin.so"))
                .isEqualTo("a standalone_static executable for x86_64-unknown-linux-musl loads no shared libraries");
        assertThat(plan.omissions()).allMatch(omission -> omission.reported());
    }

    @Test
    void aStaticExecutableForWindowsHasLibrariesBesideIt() {
        Plan plan = new Sample()
                .target(Target.WINDOWS_GNU, Flavor.STANDALONE_STATIC)
                .library(NUMPY, "numpy/plugin.dll")
                .plan();

        PlannedLibrary library = entry(plan, "numpy/plugin.dll", PlannedLibrary.class);
        assertThat(library.location()).isEqualTo(LIB);
        assertThat(library.reason()).contains("a static executable has Windows load its DLLs");
    }

    @Test
    void everythingCanBeAFile() {
        Plan plan = cycle().module(VTK, "vtk/__init__.py")
                .builtIn("_thread", "default", List.of(), List.of(), true)
                .policy(Policy.builder().resourcesLocation(new Location.FilesystemRelative(".")))
                .plan();

        assertThat(plan.entries().stream().filter(entry -> !(entry instanceof Planned.PlannedBuiltIn)))
                .extracting(Planned::location)
                .containsOnly(new Location.FilesystemRelative("."));
        assertThat(plan.fallbacks()).isEmpty();
    }
}
