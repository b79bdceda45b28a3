package dev.jox.model.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.model.Golden;
import dev.jox.model.ModuleName;
import dev.jox.model.json.Json;
import dev.jox.model.plan.Location;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import dev.jox.model.policy.Glob;
import dev.jox.model.resource.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {
    private Plan plan;

    @BeforeEach
    void read() throws IOException {
        plan = Json.parse(Golden.read("plan.json"), Plan.class);
    }

    @Test
    void tableHasItsForm() throws IOException {
        List<String> lines = new ArrayList<>(new PlanTable(plan, Sizes.beforeLink()).lines());
        lines.addAll(new PlanTable(plan, Sizes.beforeLink()).concerns());

        Golden.check("table.txt", String.join("\n", lines) + "\n");
        assertThat(lines).hasSizeLessThan(26);
    }

    @Test
    void textHasItsForm() throws IOException {
        Golden.check(
                "explain.txt",
                Explain.of(plan, Sizes.beforeLink(), Optional.empty()).text());
    }

    @Test
    void jsonHasItsForm() throws IOException {
        Golden.check(
                "explain.json",
                Explain.of(plan, Sizes.beforeLink(), Optional.of(Glob.parse("numpy.**")))
                        .json());
    }

    @Test
    void pageHasItsForm() throws IOException {
        String page = Explain.of(plan, Sizes.beforeLink(), Optional.empty()).html("hello <1>");

        Golden.check("explain.html", page);
        assertThat(page)
                .doesNotContain("<template>", "http://", "https://", "src=")
                .contains("vtk/&lt;template&gt; &amp; &quot;co&quot;.py", "<title>hello &lt;1&gt;</title>");
    }

    @ParameterizedTest
    @CsvSource({
        "_sqlite3, _sqlite3.cpython-314-x86_64-linux-gnu.so",
        "test.test_os, test/test_os.py",
        "test, test/__init__.py",
        "bin/*, bin/f2py",
        "numpy._core, numpy/_core.cpython-314-x86_64-linux-gnu.so",
        "libz.so.1, jox.libs/libz.so.1",
    })
    void filterFindsWhatIsCarriedAndWhatIsLeftOut(String glob, String path) {
        assertThat(Explain.of(plan, Sizes.beforeLink(), Optional.of(Glob.parse(glob)))
                        .explanations())
                .extracting(Explanation::path)
                .containsExactly(path);
    }

    /** A plan of one built-in module of a package. */
    private Plan builtInAt(Location location) {
        Planned module = new Planned.PlannedBuiltIn(
                "fast.so",
                new Origin(Origin.Kind.PACKAGE, "fast", "1"),
                location,
                "a rule",
                new ModuleName("fast"),
                false,
                "PyInit_fast",
                Optional.empty(),
                List.of(),
                Optional.empty());
        return new Plan(plan.digest(), List.of(module), List.of(), List.of(), Optional.empty(), List.of());
    }

    @Test
    void tableAndExplanationAgreeOnWhatIsLinkedIn() {
        Plan small = builtInAt(new Location.InMemory());
        Sizes linked = new Sizes(Map.of("fast.so", 12_345L));

        assertThat(new PlanTable(small, linked).lines()).anyMatch(line -> line.endsWith("12.3 kB"));
        assertThat(Explain.of(small, linked, Optional.empty()).text()).contains("fast, 12.3 kB\n");
        assertThat(Explain.of(small, Sizes.beforeLink(), Optional.empty()).text())
                .contains("fast\n")
                .doesNotContain(" B");
    }

    @Test
    void aBuiltInModuleIsNoFileOfItsOwn() {
        Plan small = builtInAt(Location.parse("filesystem-relative:lib"));

        assertThat(Explain.of(small, Sizes.beforeLink(), Optional.empty()).explanations())
                .extracting(Explanation::where)
                .containsExactly("filesystem-relative:lib");
    }

    @Test
    void longListsAreCut() {
        Plan many = new Plan(
                plan.digest(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of("one", "two", "three", "four", "five", "six", "seven"));

        assertThat(new PlanTable(many, Sizes.beforeLink()).concerns())
                .endsWith("  four", "  five", "  and 2 more: see jox:explain")
                .doesNotContain("  six");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.0 kB",
        "99949, 99.9 kB",
        "99950, 100 kB",
        "999499, 999 kB",
        "999500, 1.0 MB",
        "9412345, 9.4 MB",
        "123456789, 123 MB",
        "5000000000000, 5000 GB",
    })
    void sizesHaveAboutThreeDigits(long bytes, String words) {
        assertThat(Bytes.words(bytes)).isEqualTo(words);
    }
}
