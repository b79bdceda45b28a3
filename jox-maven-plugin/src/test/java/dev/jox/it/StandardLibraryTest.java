package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandardLibraryTest {
    private static final String MANY =
            IntStream.range(0, 501).mapToObj(i -> "module" + i + " fine\n").collect(Collectors.joining());

    @Test
    void aModuleThatNoPythonImportsIsNoMiss() {
        assertThatCode(() -> compare(MANY + "winreg ModuleNotFoundError\n", MANY + "winreg ImportError\n"))
                .doesNotThrowAnyException();
    }

    @Test
    void aModuleThatFailsOrIsNotFoundIsAMiss() {
        assertThatThrownBy(() -> compare(MANY + "json fine\n", MANY + "json OSError\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("json OSError");
        assertThatThrownBy(() -> compare(MANY + "json fine\n", MANY))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("json not found");
    }

    @Test
    void aPythonThatImportsAlmostNothingIsNoMeasure() {
        assertThatThrownBy(() -> compare("json fine\n", "json fine\n")).isInstanceOf(AssertionError.class);
    }

    private static void compare(String python, String executable) {
        StandardLibrary.compare(new Result(List.of(), 0, python, ""), new Result(List.of(), 0, executable, ""));
    }
}
