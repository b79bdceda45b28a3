package dev.jox.model.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinalizationTest {
    @ParameterizedTest
    @EnumSource
    void isWrittenAsItIsRead(Finalization finalization) {
        assertThat(Finalization.parse(finalization.text())).isEqualTo(finalization);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "Full", "AUTO"})
    void namesWhatThereIs(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Finalization.parse(text))
                .withMessage("unknown finalization '" + text + "'; known are auto, report, full");
    }
}
