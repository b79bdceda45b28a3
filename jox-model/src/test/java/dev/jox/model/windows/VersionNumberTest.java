package dev.jox.model.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionNumberTest {
    @Test
    void numbersAreCompletedToFour() {
        assertThat(VersionNumber.parse("7")).isEqualTo(new VersionNumber("7", List.of(7, 0, 0, 0), false));
        assertThat(VersionNumber.parse("1.2.3.65535").numbers()).containsExactly(1, 2, 3, 65535);
    }

    @Test
    void whatIsMoreThanNumbersIsAPrerelease() {
        assertThat(VersionNumber.parse("1.2-SNAPSHOT"))
                .isEqualTo(new VersionNumber("1.2-SNAPSHOT", List.of(1, 2, 0, 0), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "beta", "1.2.3.4.5", "65536", "1.100000", "1..2", "1.", "-1"})
    void refusesWhatWindowsCannotCompare(String text) {
        assertThatThrownBy(() -> VersionNumber.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void takesWhatItCanOfAnyVersion() {
        assertThat(VersionNumber.ofAny("1.2.20260314").numbers()).containsExactly(1, 2, 0, 0);
        assertThat(VersionNumber.ofAny("1.2.3.4.5").numbers()).containsExactly(1, 2, 3, 4);
        assertThat(VersionNumber.ofAny("main").numbers()).containsExactly(0, 0, 0, 0);
        assertThat(VersionNumber.ofAny("99999999999.1").text()).isEqualTo("99999999999.1");
    }
}
