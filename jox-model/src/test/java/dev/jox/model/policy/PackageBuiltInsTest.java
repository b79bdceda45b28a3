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
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import dev.jox.model.plan.Planned.PlannedExtension;
import dev.jox.model.plan.Planned.PlannedLibrary;
import dev.jox.model.resource.Origin;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PackageBuiltInsTest {
    private static final Origin APPLICATION = new Origin(Origin.Kind.APPLICATION, "app", "1");

    @Test
    void whatCanBeLoadedStaysALibraryUnlessARuleWantsABuiltIn() {
        Plan plan = new Sample()
                .extension(NUMPY, "numpy.a")
                .linkable(NUMPY, "numpy.a")
                .extension(NUMPY, "numpy.b")
                .linkable(NUMPY, "numpy.b")
                .rules(Rule.builder().match("numpy.b").extension(ExtensionMode.BUILT_IN))
                .plan();

        assertThat(entry(plan, extensionPath("numpy.a"), PlannedExtension.class))
                .isNotNull();
        PlannedBuiltIn builtIn = entry(plan, extensionPath("numpy.b"), PlannedBuiltIn.class);
        assertThat(builtIn.reason()).isEqualTo("rule 1 (numpy.b); built from its sdist; policy.resourcesLocation");
        assertThat(builtIn.initFunction()).isEqualTo("jox_init_numpy_b");
        assertThat(builtIn.linked()).isPresent();
    }

    @Test
    void withAStaticFlavorAllAreBuiltIns() {
        Plan plan = new Sample()
                .target(Target.LINUX_MUSL, Flavor.STANDALONE_STATIC)
                .extension(NUMPY, "numpy.a")
                .linkable(NUMPY, "numpy.a")
                .linkable(APPLICATION, "app.fast")
                .plan();

        assertThat(plan.entries().stream().filter(entry -> entry.origin().kind() != Origin.Kind.DISTRIBUTION))
                .hasSize(2)
                .hasOnlyElementsOfType(PlannedBuiltIn.class);
    }

    @Test
    void aBuiltInBringsTheLibrariesThatItsSharedLibraryNeeds() {
        Sample sample = new Sample()
                .extension(NUMPY, "numpy.a")
                .linkable(NUMPY, "numpy.a")
                .library(NUMPY, "numpy.libs/libz.so.1")
                .needs(extensionPath("numpy.a"), "numpy.libs/libz.so.1")
                .rules(
                        Rule.builder().match("numpy.a").extension(ExtensionMode.BUILT_IN),
                        Rule.builder().match("numpy.libs/**").include(true));
        Plan plan = sample.plan();

        assertThat(entry(plan, extensionPath("numpy.a"), PlannedBuiltIn.class).libraries())
                .containsExactly("numpy.libs/libz.so.1");
        assertThat(entry(plan, "numpy.libs/libz.so.1", PlannedLibrary.class)).isNotNull();
    }

    @Test
    void objectsByHandReplaceAPackagesModule() {
        Plan plan = new Sample()
                .target(Target.LINUX_MUSL, Flavor.STANDALONE_STATIC)
                .extension(NUMPY, "numpy.a")
                .linkable(APPLICATION, "numpy.a")
                .plan();

        // same path: the module by hand is what stands there
        assertThat(entry(plan, extensionPath("numpy.a"), PlannedBuiltIn.class).origin())
                .isEqualTo(APPLICATION);
    }

    @Test
    void aRuleLeavesOut() {
        Plan plan = new Sample()
                .target(Target.LINUX_MUSL, Flavor.STANDALONE_STATIC)
                .extension(NUMPY, "numpy.a")
                .linkable(NUMPY, "numpy.a")
                .linkable(APPLICATION, "app.fast")
                .rules(
                        Rule.builder().match("numpy.a").include(false),
                        Rule.builder().match("app.fast").include(false))
                .plan();

        assertThat(omission(plan, extensionPath("numpy.a"))).startsWith("rule 1");
        assertThat(omission(plan, extensionPath("app.fast"))).startsWith("rule 2");
    }

    @Test
    void whatTheExecutableCannotDoIsRefused() {
        Sample isStatic = new Sample()
                .target(Target.LINUX_MUSL, Flavor.STANDALONE_STATIC)
                .extension(NUMPY, "numpy.a")
                .linkable(NUMPY, "numpy.a")
                .rules(Rule.builder().match("numpy.a").extension(ExtensionMode.STANDALONE));
        assertThatThrownBy(isStatic::plan)
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("rule 1")
                .hasMessageContaining("numpy.a (numpy 2.4.0) to be standalone")
                .hasMessageContaining("cannot load shared libraries");
    }

    @Test
    void theCodeIsWhereTheSharedLibraryWouldBe() {
        Plan plan = new Sample()
                .extension(NUMPY, "numpy.a")
                .linkable(NUMPY, "numpy.a")
                .library(NUMPY, "numpy.libs/libz.so.1")
                .needs(extensionPath("numpy.a"), "numpy.libs/libz.so.1")
                .rules(Rule.builder()
                        .match("numpy.a")
                        .extension(ExtensionMode.BUILT_IN)
                        .location(Location.parse("filesystem-relative:code")))
                .plan();

        assertThat(entry(plan, extensionPath("numpy.a"), PlannedBuiltIn.class).location())
                .isEqualTo(Location.parse("filesystem-relative:code"));
        assertThat(entry(plan, "numpy.libs/libz.so.1", PlannedLibrary.class).location())
                .isEqualTo(Location.parse("filesystem-relative:code"));
        assertThat(plan.fallbacks()).isEmpty();
    }

    @Test
    void whatIsLinkedInIsInTheExecutableWhereverADllOfThatNameLies() {
        Plan plan = new Sample()
                .target(Target.WINDOWS_GNU, Flavor.STANDALONE_STATIC)
                .library(NUMPY, extensionPath("numpy.a"))
                .linkable(NUMPY, "numpy.a")
                .plan();

        assertThat(plan.entries().stream()
                        .filter(entry -> entry.path().equals(extensionPath("numpy.a")))
                        .collect(Collectors.toMap(entry -> entry instanceof PlannedBuiltIn, Planned::location)))
                .isEqualTo(Map.of(true, Location.IN_MEMORY, false, new Location.FilesystemRelative("lib")));
    }

    @Test
    void theCodeIsAFileWhereNothingIsLoadedFromMemory() {
        Plan plan = new Sample()
                .target(Target.WINDOWS_MSVC, Flavor.STANDALONE_DYNAMIC)
                .extension(NUMPY, "numpy.a")
                .linkable(NUMPY, "numpy.a")
                .policy(Policy.builder()
                        .allowInMemorySharedLibraryLoading(false)
                        .rules(List.of(Rule.builder()
                                .match("numpy.a")
                                .extension(ExtensionMode.BUILT_IN)
                                .build())))
                .plan();

        PlannedBuiltIn builtIn = entry(plan, extensionPath("numpy.a"), PlannedBuiltIn.class);
        assertThat(builtIn.location()).isEqualTo(Location.parse("filesystem-relative:lib"));
        assertThat(builtIn.reason())
                .isEqualTo(
                        "rule 1 (numpy.a); built from its sdist; policy.resourcesLocationFallback, not in memory because"
                                + " policy.allowInMemorySharedLibraryLoading is false");
        assertThat(plan.fallbacks()).containsExactly(extensionPath("numpy.a"));
    }
}
