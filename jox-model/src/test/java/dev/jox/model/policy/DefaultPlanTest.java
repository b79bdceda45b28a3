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
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import dev.jox.model.plan.Planned.PlannedExtension;
import dev.jox.model.plan.Planned.PlannedFile;
import dev.jox.model.plan.Planned.PlannedLibrary;
import dev.jox.model.plan.Planned.PlannedModule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an ordinary application gets without any policy. */
class DefaultPlanTest {
    private static final String MULTIARRAY = extensionPath("numpy._core._multiarray_umath");
    private static final String LINALG = extensionPath("numpy.linalg._umath_linalg");

    private static Sample ordinary() {
        return new Sample()
                .module(PYTHON, "encodings/__init__.py")
                .module(PYTHON, "sqlite3/__init__.py")
                .testModule("test/__init__.py")
                .testModule("test/test_os.py")
                .packageFile(PYTHON, "test/data.txt")
                .packageFile(PYTHON, "ensurepip/_bundled.whl")
                .builtIn("_thread", "default", List.of(), List.of(), true)
                .describe("zlib", "default", List.of("z"), false, false)
                .extension(PYTHON, "zlib")
                .library(SYSTEM, "libz.so.1")
                .needs(extensionPath("zlib"), "libz.so.1")
                .describe("_testcapi", "default", List.of(), false, false)
                .extension(PYTHON, "_testcapi")
                .module(NUMPY, "numpy/__init__.py")
                .extension(
                        NUMPY,
                        "numpy._core._multiarray_umath",
                        Sample.Image.plain().floor("2.27"))
                .extension(NUMPY, "numpy.linalg._umath_linalg")
                .library(NUMPY, "numpy.libs/libopenblas.so.0")
                .library(NUMPY, "numpy.libs/libgfortran.so.5")
                .library(NUMPY, "numpy.libs/libquadmath.so.0")
                .needs(MULTIARRAY, "numpy.libs/libopenblas.so.0")
                .needs(LINALG, "numpy.libs/libopenblas.so.0")
                .needs("numpy.libs/libopenblas.so.0", "numpy.libs/libgfortran.so.5")
                .needs("numpy.libs/libgfortran.so.5", "numpy.libs/libquadmath.so.0")
                .packageFile(NUMPY, "numpy/py.typed")
                .metadata(NUMPY, "numpy-2.4.0.dist-info/METADATA")
                .file(NUMPY, "bin/f2py", true)
                .module(APPLICATION, "hello.py");
    }

    @Test
    void putsEverythingIntoTheExecutable() {
        Plan plan = ordinary().plan();

        assertThat(plan.entries()).extracting(Planned::location).containsOnly(Location.IN_MEMORY);
        assertThat(plan.entries())
                .extracting(Planned::path)
                .isSorted()
                .contains("hello.py", "numpy/py.typed", "numpy-2.4.0.dist-info/METADATA", MULTIARRAY, "libz.so.1");
        assertThat(plan.fallbacks()).isEmpty();
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void carriesSourceAndBytecode() {
        PlannedModule module = entry(ordinary().plan(), "numpy/__init__.py", PlannedModule.class);

        assertThat(module.source()).isPresent();
        assertThat(module.bytecode()).containsOnlyKeys(0);
        assertThat(module.isPackage()).isTrue();
        assertThat(module.reason()).isEqualTo("policy.resourcesLocation");
    }

    @Test
    void bringsLibrariesAlongInTheOrderOfLoading() {
        Plan plan = ordinary().plan();

        assertThat(entry(plan, MULTIARRAY, PlannedExtension.class).libraries())
                .containsExactly(
                        "numpy.libs/libquadmath.so.0", "numpy.libs/libgfortran.so.5", "numpy.libs/libopenblas.so.0");
        assertThat(entry(plan, "numpy.libs/libgfortran.so.5", PlannedLibrary.class)
                        .libraries())
                .containsExactly("numpy.libs/libquadmath.so.0");
        assertThat(entry(plan, extensionPath("zlib"), PlannedExtension.class).libraries())
                .containsExactly("libz.so.1");
    }

    @Test
    void namesWhatIsPartOfLibpython() {
        PlannedBuiltIn builtIn = entry(ordinary().plan(), "_thread", PlannedBuiltIn.class);

        assertThat(builtIn.initFunction()).isEqualTo("PyInit__thread");
        assertThat(builtIn.reason()).isEqualTo("the distribution's built-in");
    }

    @Test
    void leavesTestsAndPlainFilesOut() {
        Plan plan = ordinary().plan();

        assertThat(omission(plan, "test/test_os.py")).isEqualTo("policy.includeTest is false");
        assertThat(omission(plan, "test/data.txt")).isEqualTo("policy.includeTest is false");
        assertThat(omission(plan, extensionPath("_testcapi"))).isEqualTo("policy.includeTest is false");
        assertThat(omission(plan, "bin/f2py"))
                .isEqualTo("policy.allowFiles, policy.fileScannerEmitFiles, policy.includeFileResources are false");
        assertThat(entry(plan, "ensurepip/_bundled.whl", PlannedFile.class).reason())
                .isEqualTo("policy.resourcesLocation");
    }

    @Test
    void saysWhatTheMachinesLibrariesRaiseTheGlibcFloorFrom() {
        Sample sample = ordinary()
                .extension(NUMPY, "numpy.x", Sample.Image.plain().floor("2.28"))
                .library(
                        SYSTEM,
                        "jox.libs/libm.so.9",
                        Sample.Image.named("libm.so.9").floor("2.99"))
                .library(
                        SYSTEM,
                        "jox.libs/libold.so",
                        Sample.Image.named("libold.so").floor("2.17"))
                .needs(extensionPath("numpy.x"), "jox.libs/libm.so.9")
                .needs(extensionPath("numpy.x"), "jox.libs/libold.so");

        assertThat(sample.plan().glibcFloor())
                .contains(new Plan.GlibcFloor(
                        "2.99",
                        "jox.libs/libm.so.9",
                        Optional.of(new Plan.OwnFloor("2.35", List.of("jox.libs/libm.so.9")))));
    }

    @Test
    void findsTheHighestGlibcFloor() {
        assertThat(ordinary().plan().glibcFloor()).contains(new Plan.GlibcFloor("2.35", "libpython3.14.so.1.0"));
        assertThat(ordinary()
                        .extension(NUMPY, "numpy.x", Sample.Image.plain().floor("2.100"))
                        .plan()
                        .glibcFloor())
                .contains(new Plan.GlibcFloor("2.100", extensionPath("numpy.x")));
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(ordinary().plan()).isEqualTo(ordinary().plan());
        assertThat(ordinary().policy(Policy.builder().includeTest(true)).plan().digest())
                .isNotEqualTo(ordinary().plan().digest());
    }
}
