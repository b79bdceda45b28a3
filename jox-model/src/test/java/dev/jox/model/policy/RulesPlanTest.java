package dev.jox.model.policy;

import static dev.jox.model.policy.Sample.APPLICATION;
import static dev.jox.model.policy.Sample.NUMPY;
import static dev.jox.model.policy.Sample.PYTHON;
import static dev.jox.model.policy.Sample.SYSTEM;
import static dev.jox.model.policy.Sample.entry;
import static dev.jox.model.policy.Sample.extensionPath;
import static dev.jox.model.policy.Sample.omission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.JoxException;
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

class RulesPlanTest {
    private static final Location LIB = new Location.FilesystemRelative("lib");
    private static final Location OTHER = new Location.FilesystemRelative("other");
    private static final String MTRAND = extensionPath("numpy.random.mtrand");

    private static Sample numpy() {
        return new Sample()
                .module(NUMPY, "numpy/__init__.py")
                .module(NUMPY, "numpy/random/__init__.py")
                .extension(NUMPY, "numpy.random.mtrand")
                .library(NUMPY, "numpy.libs/libm2.so")
                .needs(MTRAND, "numpy.libs/libm2.so")
                .packageFile(NUMPY, "numpy/py.typed")
                .module(APPLICATION, "hello.py");
    }

    @Test
    void theLastRuleThatMatchesWins() {
        Plan plan = numpy().rules(
                        Rule.builder().match("numpy.**").location(LIB),
                        Rule.builder().match("numpy.random.**").location(OTHER),
                        Rule.builder().match("hello").include(true))
                .plan();

        assertThat(entry(plan, "numpy/__init__.py", PlannedModule.class).location())
                .isEqualTo(LIB);
        assertThat(entry(plan, "numpy/__init__.py", PlannedModule.class).reason())
                .isEqualTo("rule 1 (numpy.**)");
        assertThat(entry(plan, MTRAND, PlannedExtension.class).location()).isEqualTo(OTHER);
        assertThat(entry(plan, MTRAND, PlannedExtension.class).reason()).isEqualTo("rule 2 (numpy.random.**)");
        assertThat(entry(plan, "numpy/py.typed", PlannedFile.class).location()).isEqualTo(LIB);
        assertThat(entry(plan, "hello.py", PlannedModule.class).reason())
                .isEqualTo("included by rule 3 (hello); policy.resourcesLocation");
        assertThat(plan.fallbacks()).isEmpty();
    }

    @Test
    void aLaterRuleThatSaysNothingAboutASettingLeavesItAlone() {
        Plan plan = numpy().rules(
                        Rule.builder().match("numpy.**").location(LIB),
                        Rule.builder().match("numpy").source(false))
                .plan();

        PlannedModule module = entry(plan, "numpy/__init__.py", PlannedModule.class);
        assertThat(module.location()).isEqualTo(LIB);
        assertThat(module.source()).isEmpty();
        assertThat(module.reason()).isEqualTo("rule 1 (numpy.**); source left out by rule 2 (numpy)");
    }

    @Test
    void aRuleBringsBackWhatAnEarlierOneLeftOut() {
        Plan plan = numpy().rules(
                        Rule.builder().packageName("numpy").include(false),
                        Rule.builder().match("numpy").include(true))
                .plan();

        assertThat(plan.entries()).extracting(Planned::path).containsExactly("hello.py", "numpy/__init__.py");
        assertThat(omission(plan, MTRAND)).isEqualTo("rule 1 (package numpy)");
        assertThat(omission(plan, "numpy.libs/libm2.so")).isEqualTo("rule 1 (package numpy)");
    }

    @Test
    void bringsTestsAndFilesIn() {
        Plan plan = new Sample()
                .testModule("test/__init__.py")
                .testModule("test/support/__init__.py")
                .testModule("test/test_os.py")
                .file(NUMPY, "share/man/f2py.1", false)
                .rules(
                        Rule.builder().match("test.support.**").include(true),
                        Rule.builder().match("share/**").include(true))
                .plan();

        assertThat(entry(plan, "test/support/__init__.py", PlannedModule.class).reason())
                .isEqualTo("included by rule 1 (test.support.**); policy.resourcesLocation");
        assertThat(omission(plan, "test/test_os.py")).isEqualTo("policy.includeTest is false");
        PlannedFile file = entry(plan, "share/man/f2py.1", PlannedFile.class);
        assertThat(file.location()).isEqualTo(LIB);
        assertThat(file.reason())
                .isEqualTo("included by rule 2 (share/**); policy.resourcesLocationFallback, not in memory because"
                        + " a plain file is opened by its path");
        assertThat(plan.fallbacks()).containsExactly("share/man/f2py.1");
    }

    @Test
    void chooseBytecodeLevels() {
        Plan plan = new Sample()
                .module(NUMPY, "numpy/a.py", false, 0, 1, 2)
                .module(NUMPY, "numpy/b.py", false, 0, 1, 2)
                .rules(Rule.builder().match("numpy.b").bytecode(List.of(1, 2)))
                .plan();

        assertThat(entry(plan, "numpy/a.py", PlannedModule.class).bytecode()).containsOnlyKeys(0);
        PlannedModule b = entry(plan, "numpy/b.py", PlannedModule.class);
        assertThat(b.bytecode()).containsOnlyKeys(1, 2);
        assertThat(b.reason()).isEqualTo("policy.resourcesLocation; bytecode by rule 1 (numpy.b)");
    }

    @Test
    void aRulesOwnFallbackIsTaken() {
        Plan plan = numpy().policy(Policy.builder()
                        .allowInMemorySharedLibraryLoading(false)
                        .rules(List.of(Rule.builder()
                                .match("numpy.random.mtrand")
                                .locationFallback(OTHER)
                                .build())))
                .plan();

        PlannedExtension mtrand = entry(plan, MTRAND, PlannedExtension.class);
        assertThat(mtrand.location()).isEqualTo(OTHER);
        assertThat(mtrand.reason())
                .isEqualTo("rule 1 (numpy.random.mtrand), not in memory because"
                        + " policy.allowInMemorySharedLibraryLoading is false");
        assertThat(entry(plan, "numpy.libs/libm2.so", PlannedLibrary.class).location())
                .isEqualTo(LIB);
        assertThat(plan.fallbacks()).containsExactly("numpy.libs/libm2.so", MTRAND);
    }

    @Test
    void whatAFileNeedsBecomesAFileToo() {
        Sample sample = numpy().library(SYSTEM, "libz.so.1")
                .needs("numpy.libs/libm2.so", "libz.so.1")
                .describe("zlib", "default", List.of("z"), false, false)
                .extension(PYTHON, "zlib")
                .needs(extensionPath("zlib"), "libz.so.1");

        Plan plan = sample.rules(Rule.builder().match("numpy.random.mtrand").location(OTHER))
                .plan();

        PlannedLibrary zlib = entry(plan, "libz.so.1", PlannedLibrary.class);
        assertThat(zlib.location()).isEqualTo(OTHER);
        assertThat(zlib.reason())
                .isEqualTo("needed by numpy.libs/libm2.so; goes with numpy.libs/libm2.so, which is a file");
        PlannedExtension extension = entry(plan, extensionPath("zlib"), PlannedExtension.class);
        assertThat(extension.location()).isEqualTo(Location.IN_MEMORY);
        assertThat(extension.libraries()).containsExactly("libz.so.1");
        assertThat(plan.fallbacks()).isEmpty();
    }

    @Test
    void aRuleKeepsALibraryOfAFileInMemory() {
        Plan plan = numpy().rules(
                        Rule.builder().match("numpy.random.mtrand").location(LIB),
                        Rule.builder().match("libm2.so").location(Location.IN_MEMORY))
                .plan();

        assertThat(entry(plan, MTRAND, PlannedExtension.class).location()).isEqualTo(LIB);
        assertThat(entry(plan, "numpy.libs/libm2.so", PlannedLibrary.class).location())
                .isEqualTo(Location.IN_MEMORY);
    }

    @Test
    void aNeededLibraryCanBeLeftToTheMachine() {
        Plan plan =
                numpy().rules(Rule.builder().match("libm2.so").include(false)).plan();

        assertThat(entry(plan, MTRAND, PlannedExtension.class).libraries()).isEmpty();
        assertThat(omission(plan, "numpy.libs/libm2.so")).isEqualTo("rule 1 (libm2.so)");
        assertThat(plan.warnings())
                .containsExactly(MTRAND + " needs libm2.so, which rule 1 (libm2.so) leaves to the machine that the"
                        + " executable runs on");
    }

    @Test
    void anExtensionWithoutObjectsCannotBeBuiltIn() {
        Sample sample = numpy().rules(Rule.builder().match("numpy.random.**").extension(ExtensionMode.BUILT_IN));

        assertThatThrownBy(sample::plan)
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("rule 1 (numpy.random.**) wants numpy.random.mtrand (numpy 2.4.0, /cache/")
                .hasMessageContaining("only a shared library of it")
                .hasMessageContaining("Set <extension> to auto or standalone");
    }

    @Test
    void whatIsPartOfLibpythonStaysThere() {
        Plan plan = new Sample()
                .builtIn("_sha2", "default", List.of(), List.of(), false)
                .builtIn("_md5", "default", List.of(), List.of(), false)
                .rules(
                        Rule.builder().match("_sha2").include(false),
                        Rule.builder().match("_md5").extension(ExtensionMode.STANDALONE))
                .plan();

        assertThat(entry(plan, "_sha2", PlannedBuiltIn.class).reason())
                .isEqualTo("rule 1 (_sha2) cannot take it out of libpython; the distribution's built-in");
        assertThat(entry(plan, "_md5", PlannedBuiltIn.class).reason())
                .isEqualTo("the distribution's built-in; rule 2 (_md5) cannot take it out of libpython");
    }

    @Test
    void aPlaceIsNeededForWhatCannotBeInMemory() {
        Sample sample = numpy().policy(Policy.builder()
                .allowInMemorySharedLibraryLoading(false)
                .resourcesLocationFallback(Optional.empty()));

        assertThatThrownBy(sample::plan)
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("numpy.libs/libm2.so (numpy 2.4.0) has no place")
                .hasMessageContaining("policy.resourcesLocation puts it in memory")
                .hasMessageContaining("policy.allowInMemorySharedLibraryLoading is false")
                .hasMessageContaining("policy.resourcesLocationFallback names no folder")
                .hasMessageContaining("-Djox.policy.resourcesLocationFallback")
                .hasMessageContaining("-Djox.policy.allowInMemorySharedLibraryLoading");
    }
}
