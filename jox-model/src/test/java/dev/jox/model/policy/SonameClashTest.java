package dev.jox.model.policy;

import static dev.jox.model.policy.Sample.NUMPY;
import static dev.jox.model.policy.Sample.SYSTEM;
import static dev.jox.model.policy.Sample.entry;
import static dev.jox.model.policy.Sample.extensionPath;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.Flavor;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.Target;
import dev.jox.model.plan.LoaderNames;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned.PlannedExtension;
import dev.jox.model.plan.Planned.PlannedLibrary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SonameClashTest {
    private static Sample clash() {
        return new Sample()
                .extension(NUMPY, "numpy.x")
                .extension(NUMPY, "numpy.y")
                .library(NUMPY, "numpy.libs/libz.so.1")
                .library(SYSTEM, "jox.libs/libz.so.1")
                .needs(extensionPath("numpy.x"), "numpy.libs/libz.so.1")
                .needs(extensionPath("numpy.y"), "jox.libs/libz.so.1");
    }

    @Test
    void oneOfTwoNeededLibrariesOfOneNameGetsAnother() {
        Plan plan = clash().plan();
        String other = "libz-" + sha("jox.libs/libz.so.1").substring(0, 8) + ".so.1";

        PlannedLibrary system = entry(plan, "jox.libs/libz.so.1", PlannedLibrary.class);
        assertThat(system.soname()).isEqualTo(other);
        assertThat(system.names().soname()).contains(other);
        assertThat(system.reason()).contains("called " + other + " because another library has its name; ");
        assertThat(entry(plan, extensionPath("numpy.y"), PlannedExtension.class).names())
                .isEqualTo(new LoaderNames(
                        Optional.empty(),
                        new TreeMap<>(Map.of("libz.so.1", other)),
                        List.of(),
                        new TreeMap<>(),
                        List.of()));
        assertThat(entry(plan, "numpy.libs/libz.so.1", PlannedLibrary.class).names())
                .isEqualTo(LoaderNames.UNCHANGED);
        assertThat(entry(plan, extensionPath("numpy.x"), PlannedExtension.class).names())
                .isEqualTo(LoaderNames.UNCHANGED);
        assertThat(plan.fallbacks()).isEmpty();
    }

    @Test
    void dllsOfOneNameAreRefused() {
        assertThatThrownBy(clash().target(Target.WINDOWS_MSVC, Flavor.STANDALONE_DYNAMIC)::plan)
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("Different libraries are all called libz.so.1")
                .hasMessageContaining(
                        "jox.libs/libz.so.1 (/usr/lib/x86_64-linux-gnu), needed by " + extensionPath("numpy.y"))
                .hasMessageContaining("numpy.libs/libz.so.1 (numpy 2.4.0), needed by " + extensionPath("numpy.x"))
                .hasMessageContaining("<rule><match>jox.libs/libz.so.1</match><include>false</include></rule>");
    }

    @Test
    void theOneThatIsKeptServesBoth() {
        Plan plan = clash().rules(Rule.builder().match("jox.libs/libz.so.1").include(false))
                .plan();

        assertThat(entry(plan, extensionPath("numpy.y"), PlannedExtension.class).libraries())
                .containsExactly("numpy.libs/libz.so.1");
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void oneThatNobodyNeedsDoesNotGetInTheWayOfOneThatIsNeeded() {
        Plan plan = new Sample()
                .extension(NUMPY, "numpy.x")
                .library(NUMPY, "numpy/other/libz.so.1")
                .library(NUMPY, "numpy/z/libz.so.1")
                .needs(extensionPath("numpy.x"), "numpy/z/libz.so.1")
                .plan();

        assertThat(entry(plan, "numpy/z/libz.so.1", PlannedLibrary.class).names())
                .isEqualTo(LoaderNames.UNCHANGED);
        assertThat(entry(plan, "numpy/other/libz.so.1", PlannedLibrary.class).soname())
                .isEqualTo("libz-" + sha("numpy/other/libz.so.1").substring(0, 8) + ".so.1");
    }

    @Test
    void ofDllsThatNobodyNeedsByNameEachIsKnownByAnother() {
        Plan plan = new Sample()
                .library(NUMPY, "numpy/a/plugin.dll")
                .library(NUMPY, "numpy/b/Plugin.dll")
                .target(Target.WINDOWS_MSVC, Flavor.STANDALONE_DYNAMIC)
                .plan();

        PlannedLibrary first = entry(plan, "numpy/a/plugin.dll", PlannedLibrary.class);
        PlannedLibrary second = entry(plan, "numpy/b/Plugin.dll", PlannedLibrary.class);
        assertThat(first.soname()).isEqualTo("plugin.dll");
        assertThat(second.soname())
                .isEqualTo("plugin-" + sha("numpy/b/Plugin.dll").substring(0, 8) + ".dll");
        assertThat(List.of(first.names(), second.names())).containsOnly(LoaderNames.UNCHANGED);
    }

    @Test
    void namesThatNobodyNeedsByAreLeftAlone() {
        Plan plan = new Sample()
                .library(NUMPY, "numpy/a/plugin.so")
                .library(NUMPY, "numpy/b/plugin.so")
                .plan();

        assertThat(plan.entries())
                .extracting(entry -> ((PlannedLibrary) entry).names())
                .containsOnly(LoaderNames.UNCHANGED);
    }

    private static String sha(String content) {
        return Sha256.of(content).hex();
    }
}
