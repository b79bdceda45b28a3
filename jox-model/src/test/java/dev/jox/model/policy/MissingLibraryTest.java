package dev.jox.model.policy;

import static dev.jox.model.policy.Sample.NUMPY;
import static dev.jox.model.policy.Sample.PYTHON;
import static dev.jox.model.policy.Sample.SYSTEM;
import static dev.jox.model.policy.Sample.entry;
import static dev.jox.model.policy.Sample.extensionPath;
import static dev.jox.model.policy.Sample.omission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.JoxException;
import dev.jox.model.plan.Omission;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned.PlannedExtension;
import dev.jox.model.plan.Planned.PlannedLibrary;
import dev.jox.model.plan.Planned.PlannedModule;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingLibraryTest {
    private static final String SQLITE = extensionPath("_sqlite3");
    private static final String HINT = "libsqlite3-0 on Debian, sqlite-libs on Fedora";

    private static Sample sqlite() {
        return new Sample()
                .module(PYTHON, "sqlite3/__init__.py")
                .describe("_sqlite3", "default", List.of("sqlite3"), false, false)
                .extension(PYTHON, "_sqlite3")
                .library(SYSTEM, "jox.libs/libz.so.1")
                .needs(SQLITE, "jox.libs/libz.so.1")
                .misses(SQLITE, "libsqlite3.so.0", HINT);
    }

    @Test
    void theStandardLibraryDoesWithout() {
        Plan plan = sqlite().plan();

        assertThat(omission(plan, SQLITE)).isEqualTo("libsqlite3.so.0 was not found (install " + HINT + ")");
        assertThat(plan.omissions())
                .filteredOn(Omission::reported)
                .extracting(Omission::path)
                .containsExactly(SQLITE);
        assertThat(plan.warnings())
                .containsExactly("the standard library's _sqlite3 is left out: libsqlite3.so.0 was not found (install "
                        + HINT + ")");
        assertThat(entry(plan, "sqlite3/__init__.py", PlannedModule.class).source())
                .isPresent();
        assertThat(omission(plan, "jox.libs/libz.so.1")).isEqualTo("nothing that is included needs it");
    }

    @Test
    void aRuleDemandsIt() {
        Sample sample = sqlite().rules(Rule.builder().match("_sqlite3").include(true));

        assertThatThrownBy(sample::plan)
                .isInstanceOf(JoxException.class)
                .hasMessageContaining(SQLITE + " (python 3.14.3) needs libsqlite3.so.0, which was not found: " + SQLITE
                        + " -> libsqlite3.so.0; looked into /opt/python/lib, /usr/lib")
                .hasMessageContaining("It is demanded by rule 1 (_sqlite3).")
                .hasMessageContaining(HINT);
    }

    @Test
    void theApplicationImportsIt() {
        Sample sample = sqlite().imports(SQLITE, "hello", "sqlite3", "sqlite3.dbapi2", "_sqlite3");

        assertThatThrownBy(sample::plan)
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("needs libsqlite3.so.0, which was not found")
                .hasMessageContaining("It is imported: hello -> sqlite3 -> sqlite3.dbapi2 -> _sqlite3.");
    }

    @Test
    void aPackageDoesNotDoWithout() {
        Sample sample = new Sample()
                .extension(NUMPY, "numpy.x")
                .library(NUMPY, "numpy.libs/liby.so")
                .needs(extensionPath("numpy.x"), "numpy.libs/liby.so")
                .misses("numpy.libs/liby.so", "libpq.so.5", "libpq5");

        assertThatThrownBy(sample::plan)
                .isInstanceOf(JoxException.class)
                .hasMessageContaining(extensionPath("numpy.x")
                        + " (numpy 2.4.0) needs libpq.so.5, which was not found: " + extensionPath("numpy.x")
                        + " -> numpy.libs/liby.so -> libpq.so.5; looked into /opt/python/lib, /usr/lib")
                .hasMessageContaining("Install what has libpq.so.5 (libpq5) on this machine")
                .hasMessageContaining("<rule><match>libpq.so.5</match><include>false</include></rule>")
                .hasMessageContaining("<rule><match>numpy.x</match><include>false</include></rule>");
    }

    @Test
    void aDriversLibraryIsTheMachines() {
        Plan plan = new Sample()
                .extension(NUMPY, "numpy.x")
                .extension(NUMPY, "numpy.y")
                .platform(extensionPath("numpy.x"), "libGL.so.1")
                .platform(extensionPath("numpy.y"), "libGL.so.1")
                .platform(extensionPath("numpy.y"), "libc.so.6")
                .plan();

        assertThat(plan.warnings())
                .containsExactly(
                        extensionPath("numpy.x") + " and 1 more need libGL.so.1, which comes with the drivers of the"
                                + " machine that the executable runs on");
    }

    @Test
    void allThatIsMissingIsToldAtOnce() {
        Sample sample = new Sample()
                .extension(NUMPY, "numpy.x")
                .extension(NUMPY, "numpy.y")
                .misses(extensionPath("numpy.x"), "libpq.so.5", "")
                .misses(extensionPath("numpy.y"), "libcurl.so.4", "libcurl4");

        assertThatThrownBy(sample::plan)
                .hasMessageContaining("libpq.so.5, which was not found")
                .hasMessageContaining("libcurl.so.4, which was not found")
                .hasMessageContaining("Install what has libcurl.so.4, libpq.so.5 (libcurl4)");
    }

    @Test
    void aModuleThatIsLeftOutMayMissWhatItWants() {
        Plan plan = new Sample()
                .extension(NUMPY, "numpy.x")
                .misses(extensionPath("numpy.x"), "libpq.so.5", "")
                .rules(Rule.builder().match("numpy.x").include(false))
                .plan();

        assertThat(plan.entries()).isEmpty();
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void aMissingLibraryCanBeLeftToTheMachine() {
        Plan plan = new Sample()
                .extension(NUMPY, "numpy.x")
                .misses(extensionPath("numpy.x"), "libcuda.so.1", "")
                .rules(Rule.builder().match("libcuda.so.1").include(false))
                .plan();

        assertThat(entry(plan, extensionPath("numpy.x"), PlannedExtension.class).libraries())
                .isEmpty();
        assertThat(plan.warnings())
                .containsExactly(extensionPath("numpy.x") + " needs libcuda.so.1, which rule 1 (libcuda.so.1) leaves"
                        + " to the machine that the executable runs on");
    }

    @Test
    void aLibraryThatNobodyNeedsMayMissWhatItWants() {
        Plan plan = new Sample()
                .library(NUMPY, "numpy/libplugin.so")
                .misses("numpy/libplugin.so", "libmysql.so.21", "")
                .plan();

        assertThat(entry(plan, "numpy/libplugin.so", PlannedLibrary.class).libraries())
                .isEmpty();
        assertThat(plan.warnings())
                .containsExactly("numpy/libplugin.so (numpy 2.4.0) is carried, but cannot be loaded:"
                        + " libmysql.so.21 was not found");
    }
}
