package dev.jox.model.policy;

import static dev.jox.model.policy.Sample.NUMPY;
import static dev.jox.model.policy.Sample.PYTHON;
import static dev.jox.model.policy.Sample.entry;
import static dev.jox.model.policy.Sample.extensionPath;
import static dev.jox.model.policy.Sample.omission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.Flavor;
import dev.jox.model.JoxException;
import dev.jox.model.Target;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import dev.jox.model.plan.Planned.PlannedExtension;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtensionFilterTest {
    private static Sample extensions() {
        return new Sample()
                .describe("_struct", "default", List.of(), false, true)
                .extension(PYTHON, "_struct")
                .describe("_heapq", "default", List.of("m"), false, false)
                .extension(PYTHON, "_heapq")
                .describe("zlib", "default", List.of("z"), false, false)
                .extension(PYTHON, "zlib")
                .describe("readline", "default", List.of("readline"), true, false)
                .extension(PYTHON, "readline")
                .extension(PYTHON, "_undescribed")
                .extension(NUMPY, "numpy.x");
    }

    @ParameterizedTest
    @CsvSource({
        "all, _struct _heapq zlib readline _undescribed",
        "minimal, _struct",
        "no-libraries, _struct _heapq _undescribed",
        "no-copyleft, _struct _heapq zlib",
    })
    void touchesTheStandardLibraryOnly(String filter, String expected) {
        Plan plan = extensions()
                .policy(Policy.builder().extensionModuleFilter(ExtensionModuleFilter.parse(filter)))
                .plan();

        assertThat(plan.entries())
                .extracting(Planned::path)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream((expected + " numpy.x").split(" "))
                        .map(Sample::extensionPath)
                        .toList());
    }

    @Test
    void namesTheFilter() {
        Plan plan = extensions()
                .policy(Policy.builder().extensionModuleFilter(ExtensionModuleFilter.MINIMAL))
                .plan();

        assertThat(omission(plan, extensionPath("zlib"))).isEqualTo("policy.extensionModuleFilter is minimal");
        assertThat(omission(plan, extensionPath("_undescribed")))
                .isEqualTo("policy.extensionModuleFilter is minimal, and the distribution does not describe it");
    }

    @Test
    void yieldsToRules() {
        Plan plan = extensions()
                .policy(Policy.builder()
                        .extensionModuleFilter(ExtensionModuleFilter.MINIMAL)
                        .rules(List.of(
                                Rule.builder().match("zlib").include(true).build())))
                .plan();

        assertThat(entry(plan, extensionPath("zlib"), PlannedExtension.class).reason())
                .isEqualTo("included by rule 1 (zlib); not bound into the executable: it has no function PyInit_zlib;"
                        + " policy.resourcesLocation");
    }

    @Test
    void cannotTakeASharedLibpythonApart() {
        Plan plan = new Sample()
                .builtIn("_sha2", "default", List.of("hacl"), List.of("hacl"), false)
                .policy(Policy.builder().extensionModuleFilter(ExtensionModuleFilter.MINIMAL))
                .plan();

        assertThat(entry(plan, "_sha2", PlannedBuiltIn.class).reason())
                .isEqualTo("policy.extensionModuleFilter is minimal, but it is part of libpython; the distribution's"
                        + " built-in");
    }

    @Test
    void takesObjectsOutOfAStaticLibpython() {
        Plan plan = new Sample()
                .target(Target.LINUX_MUSL, Flavor.STANDALONE_STATIC)
                .builtIn("_sha2", "default", List.of("/opt/python/sha2.o"), List.of(), false)
                .builtIn("_signal", "default", List.of(), List.of(), false)
                .policy(Policy.builder().extensionModuleFilter(ExtensionModuleFilter.MINIMAL))
                .plan();

        assertThat(plan.entries()).extracting(Planned::path).containsExactly("_signal");
        assertThat(omission(plan, "_sha2")).isEqualTo("policy.extensionModuleFilter is minimal");
    }

    @Test
    void prefersVariants() {
        Sample sample = new Sample()
                .builtIn("readline", "default", List.of(), List.of("edit"), false)
                .describe("readline", "gnu", List.of("readline"), true, false)
                .extension(PYTHON, "readline");

        assertThat(sample.plan().entries()).hasSize(1).hasOnlyElementsOfType(PlannedBuiltIn.class);
        assertThat(omission(sample.plan(), extensionPath("readline")))
                .isEqualTo("the distribution's built-in is taken");
        Plan preferred = sample.policy(Policy.builder().preferredExtensionModuleVariants(Map.of("readline", "gnu")))
                .plan();
        assertThat(entry(preferred, extensionPath("readline"), PlannedExtension.class)
                        .reason())
                .startsWith("policy.preferredExtensionModuleVariants; ")
                .endsWith("; policy.resourcesLocation");
        assertThat(preferred.entries()).hasSize(1);
    }

    @Test
    void refusesVariantsThatDoNotExist() {
        Sample sample = new Sample()
                .describe("readline", "gnu", List.of(), true, false)
                .policy(Policy.builder().preferredExtensionModuleVariants(Map.of("readline", "libedit")));

        assertThatThrownBy(sample::plan)
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("policy.preferredExtensionModuleVariants asks for variant 'libedit' of readline")
                .hasMessageContaining("It has gnu.");
    }

    @Test
    void leavesModulesForTestsOutUnlessTheyAreWanted() {
        Sample sample = new Sample()
                .describe("_testbuffer", "default", List.of(), false, false)
                .extension(PYTHON, "_testbuffer")
                .extension(PYTHON, "xxlimited");

        assertThat(sample.plan().entries()).isEmpty();
        assertThat(sample.policy(Policy.builder().includeTest(true)).plan().entries())
                .hasSize(2);
    }
}
