package dev.jox.model.policy;

import static dev.jox.model.policy.Sample.NUMPY;
import static dev.jox.model.policy.Sample.entry;
import static dev.jox.model.policy.Sample.extensionPath;
import static dev.jox.model.policy.Sample.omission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.Flavor;
import dev.jox.model.JoxException;
import dev.jox.model.Target;
import dev.jox.model.plan.Location;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import dev.jox.model.plan.Planned.PlannedExtension;
import dev.jox.model.plan.Planned.PlannedLibrary;
import dev.jox.model.resource.Origin;
import java.util.List;
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
    void aCircleOfLibrariesGoesToFilesWithWhatNeedsIt() {
        Plan plan = cycle().plan();

        assertThat(plan.fallbacks())
                .containsExactly(CORE, "vtk/liba.so", "vtk/libb.so", "vtk/libleaf.so", "vtk/libmiddle.so");
        assertThat(entry(plan, "vtk/liba.so", PlannedLibrary.class).reason())
                .isEqualTo(
                        "needed by vtk/libb.so; policy.resourcesLocationFallback, not in memory because libraries that"
                                + " need each other in a circle are loaded from files: vtk/liba.so, vtk/libb.so");
        assertThat(entry(plan, CORE, PlannedExtension.class).reason())
                .isEqualTo("policy.resourcesLocationFallback, not in memory because it needs vtk/libmiddle.so, which"
                        + " must be a file");
        assertThat(entry(plan, "vtk/libleaf.so", PlannedLibrary.class).reason())
                .isEqualTo("needed by vtk/libb.so; goes with vtk/libb.so, which is a file");
        PlannedExtension other = entry(plan, OTHER, PlannedExtension.class);
        assertThat(other.location()).isEqualTo(Location.IN_MEMORY);
        assertThat(other.libraries()).containsExactly("vtk/libleaf.so");
    }

    @Test
    void aCircleIsLoadedAfterWhatItNeedsAndBeforeWhatNeedsIt() {
        assertThat(entry(cycle().plan(), CORE, PlannedExtension.class).libraries())
                .containsExactly("vtk/libleaf.so", "vtk/liba.so", "vtk/libb.so", "vtk/libmiddle.so");
    }

    @Test
    void aRuleCanKeepWhatNeedsACircleInMemory() {
        Plan plan = cycle().rules(Rule.builder().match("vtk.core").location(Location.IN_MEMORY))
                .plan();

        assertThat(entry(plan, CORE, PlannedExtension.class).location()).isEqualTo(Location.IN_MEMORY);
        assertThat(entry(plan, "vtk/liba.so", PlannedLibrary.class).location()).isEqualTo(LIB);
    }

    @Test
    void aLibraryNeededByAnotherNameThanItsOwnMustBeFound() {
        Plan plan = new Sample()
                .extension(NUMPY, "numpy.x")
                .library(NUMPY, "numpy/libfoo.so.1", Sample.Image.named("libfoo.so.1.2"))
                .needs(extensionPath("numpy.x"), "numpy/libfoo.so.1", "libfoo.so.1")
                .plan();

        assertThat(plan.fallbacks()).containsExactly("numpy/libfoo.so.1", extensionPath("numpy.x"));
        assertThat(entry(plan, "numpy/libfoo.so.1", PlannedLibrary.class).reason())
                .endsWith("not in memory because it is needed as libfoo.so.1 and calls itself libfoo.so.1.2");
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
        assertThat(entry(plan, "numpy/libfoo-plugin.so", PlannedLibrary.class).soname())
                .isEqualTo("libfoo.so");
        assertThat(entry(plan, "numpy/libalone.so", PlannedLibrary.class).soname())
                .isEqualTo("libalone.so");
    }

    @Test
    void anExtensionThatIsALibraryTooIsAFile() {
        Plan plan = new Sample()
                .extension(NUMPY, "numpy.base")
                .extension(NUMPY, "numpy.user")
                .needs(extensionPath("numpy.user"), extensionPath("numpy.base"))
                .plan();

        assertThat(plan.fallbacks()).containsExactly(extensionPath("numpy.base"), extensionPath("numpy.user"));
        assertThat(entry(plan, extensionPath("numpy.user"), PlannedExtension.class)
                        .libraries())
                .containsExactly(extensionPath("numpy.base"));
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
    void aDllWithThreadLocalStorageIsAFileOnWindows() {
        Plan plan = new Sample()
                .target(Target.WINDOWS_MSVC, Flavor.STANDALONE_DYNAMIC)
                .extension(NUMPY, "numpy.tls", Sample.Image.plain().withStaticTls())
                .extension(NUMPY, "numpy.plain")
                .plan();

        assertThat(plan.fallbacks()).containsExactly(extensionPath("numpy.tls"));
        assertThat(entry(plan, extensionPath("numpy.tls"), PlannedExtension.class)
                        .reason())
                .endsWith("not in memory because a DLL in memory can have no TLS directory");
    }

    @Test
    void aStaticExecutableRefusesPreBuiltExtensions() {
        Sample sample =
                new Sample().target(Target.LINUX_MUSL, Flavor.STANDALONE_STATIC).extension(NUMPY, "numpy.x");

        assertThatThrownBy(sample::plan)
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("numpy.x (numpy 2.4.0, /cache/numpy/x.cpython-314-x86_64-linux-gnu.so)")
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
                .isEqualTo("a standalone_static executable loads no shared libraries");
        assertThat(plan.omissions()).allMatch(omission -> omission.reported());
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
