package dev.jox.model.policy;

import static dev.jox.model.policy.Sample.NUMPY;
import static dev.jox.model.policy.Sample.SYSTEM;
import static dev.jox.model.policy.Sample.entry;
import static dev.jox.model.policy.Sample.extensionPath;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.JoxException;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned.PlannedExtension;
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
    void twoNeededLibrariesOfOneNameAreRefused() {
        assertThatThrownBy(clash()::plan)
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
    void oneThatNobodyNeedsIsNoClash() {
        Plan plan = new Sample()
                .extension(NUMPY, "numpy.x")
                .library(NUMPY, "numpy.libs/libz.so.1")
                .library(NUMPY, "numpy/other/libz.so.1")
                .needs(extensionPath("numpy.x"), "numpy.libs/libz.so.1")
                .plan();

        assertThat(plan.entries()).hasSize(3);
    }
}
