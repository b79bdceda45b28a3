package dev.jox.model.policy;

import static dev.jox.model.policy.Sample.NUMPY;
import static dev.jox.model.policy.Sample.PYTHON;
import static dev.jox.model.policy.Sample.SYSTEM;
import static dev.jox.model.policy.Sample.entry;
import static dev.jox.model.policy.Sample.extensionPath;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.JoxException;
import dev.jox.model.plan.Location;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned.PlannedBoundLibrary;
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import dev.jox.model.plan.Planned.PlannedExtension;
import dev.jox.model.plan.Planned.PlannedLibrary;
import dev.jox.model.policy.Sample.Image;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of the standard library's extension modules are laid into the executable. */
class BindingPlanTest {
    private static final String LIBZ = "jox.libs/libz.so.1";

    private static Sample zlib() {
        return new Sample()
                .extension(PYTHON, "math", Image.module("math", "libm.so.6", "libc.so.6"))
                .extension(PYTHON, "zlib", Image.module("zlib", "libz.so.1", "libc.so.6"))
                .extension(PYTHON, "binascii", Image.module("binascii", "libz.so.1"))
                .library(SYSTEM, LIBZ)
                .needs(extensionPath("zlib"), LIBZ)
                .needs(extensionPath("binascii"), LIBZ);
    }

    private static String refusal(Plan plan, String module) {
        return entry(plan, extensionPath(module), PlannedExtension.class).reason();
    }

    @Test
    void modulesAndTheLibrariesThatOnlyTheyNeed() {
        Plan plan = zlib().plan();

        PlannedBuiltIn math = entry(plan, extensionPath("math"), PlannedBuiltIn.class);
        assertThat(math.initFunction()).isEqualTo("PyInit_math");
        assertThat(math.bound().orElseThrow().path()).hasFileName(extensionPath("math"));
        assertThat(math.location()).isEqualTo(Location.IN_MEMORY);
        assertThat(math.reason()).isEqualTo("bound into the executable");
        assertThat(entry(plan, extensionPath("zlib"), PlannedBuiltIn.class).libraries())
                .containsExactly(LIBZ);
        assertThat(entry(plan, LIBZ, PlannedBoundLibrary.class).reason())
                .contains("needed by", "bound into the executable");
        assertThat(plan.boundObjects().stream().map(Plan.BoundObject::path))
                .containsExactly(extensionPath("binascii"), LIBZ, extensionPath("math"), extensionPath("zlib"));
        assertThat(plan.fallbacks()).isEmpty();
    }

    @Test
    void evenWhereNothingMayBeLoadedFromMemory() {
        Plan plan = zlib().policy(Policy.builder().allowInMemorySharedLibraryLoading(false))
                .plan();
        assertThat(plan.boundObjects()).hasSize(4);
        assertThat(plan.fallbacks()).isEmpty();
    }

    @Test
    void notALibraryThatOthersLoadNorWhatNeedsIt() {
        Plan plan = zlib().extension(NUMPY, "numpy.x", Image.module("x", "libz.so.1"))
                .needs(extensionPath("numpy.x"), LIBZ)
                .plan();

        assertThat(entry(plan, LIBZ, PlannedLibrary.class).location()).isEqualTo(Location.IN_MEMORY);
        assertThat(refusal(plan, "zlib"))
                .isEqualTo("not bound into the executable: it needs " + LIBZ
                        + ", which is not bound; policy.resourcesLocation");
        assertThat(entry(plan, extensionPath("math"), PlannedBuiltIn.class).bound())
                .isPresent();
        assertThat(entry(plan, extensionPath("numpy.x"), PlannedExtension.class).reason())
                .isEqualTo("policy.resourcesLocation");
    }

    @Test
    void notWhatTheRuntimeCannotDo() {
        Plan plan = new Sample()
                .extension(PYTHON, "tls", Image.module("tls").bindingObstacle("it has thread-local variables"))
                .extension(PYTHON, "shm", Image.module("shm", "librt.so.1"))
                .extension(PYTHON, "other", Image.module("another"))
                .plan();

        assertThat(plan.boundObjects()).isEmpty();
        assertThat(refusal(plan, "tls")).contains("it has thread-local variables");
        assertThat(refusal(plan, "shm")).contains("it needs librt.so.1, which libpython does not need");
        assertThat(refusal(plan, "other")).contains("it has no function PyInit_other");
    }

    @Test
    void notWhatARuleWantsElsewhereOrStandalone() {
        Plan plan = zlib().rules(
                        Rule.builder().match("math").extension(ExtensionMode.STANDALONE),
                        Rule.builder().match("zlib").location(new Location.FilesystemRelative("lib")))
                .plan();

        assertThat(refusal(plan, "math")).contains("rule 1 (math) wants it standalone");
        assertThat(entry(plan, extensionPath("math"), PlannedExtension.class).location())
                .isEqualTo(Location.IN_MEMORY);
        assertThat(refusal(plan, "zlib")).contains("rule 2 (zlib) wants it to be a file");
        assertThat(refusal(plan, "binascii")).contains("it needs " + LIBZ);
    }

    @Test
    void notWhereThePolicyWantsFiles() {
        Plan plan = zlib().policy(Policy.builder().resourcesLocation(new Location.FilesystemRelative("lib")))
                .plan();
        assertThat(plan.boundObjects()).isEmpty();
    }

    @Test
    void aRuleThatInsistsGetsItOrTheReason() {
        Rule builtIn =
                Rule.builder().match("zlib").extension(ExtensionMode.BUILT_IN).build();
        assertThat(entry(
                                zlib().policy(Policy.builder().rules(List.of(builtIn)))
                                        .plan(),
                                extensionPath("zlib"),
                                PlannedBuiltIn.class)
                        .bound())
                .isPresent();
        Sample tls = new Sample()
                .extension(PYTHON, "zlib", Image.module("zlib").bindingObstacle("it has thread-local variables"))
                .policy(Policy.builder().rules(List.of(builtIn)));
        assertThatThrownBy(tls::plan)
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("rule 1 (zlib) wants zlib")
                .hasMessageContaining("it has thread-local variables");
    }
}
