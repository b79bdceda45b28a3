package dev.jox.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.it.Result;
import dev.jox.model.ModuleName;
import dev.jox.model.pack.PackSettings;
import dev.jox.model.pack.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests in Python, which look at the executable from inside: src/test/python/runtime/test_*.py. */
class RuntimeChecksTest {
    static final Path SOURCES = Path.of("src/test/python/runtime");
    private static final Pattern COUNT = Pattern.compile("Ran (\\d+) tests");
    private static final int AT_LEAST = 55;

    @ParameterizedTest
    @MethodSource("dev.jox.testing.DefaultPythons#versions")
    void theInsideIsAsPythonIs(String version) throws IOException {
        Packed packed =
                Runtimes.of(version).pack("checks", SOURCES, PackSettings.of(new Run.Module(new ModuleName("checks"))));
        Result result = packed.program().run().exits(0);
        Matcher count = COUNT.matcher(result.output());
        assertThat(count.find()).as(result.output()).isTrue();
        assertThat(Integer.parseInt(count.group(1))).isGreaterThanOrEqualTo(AT_LEAST);
    }
}
