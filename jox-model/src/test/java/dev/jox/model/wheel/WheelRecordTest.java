package dev.jox.model.wheel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WheelRecordTest {
    private static final String TEXT = """
            a/__init__.py,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0
            "a/with, ""comma"".txt",sha512=xyz,12
            a-1.dist-info/RECORD,,
            """;

    @Test
    void rowsHavePathHashAndSize() {
        assertThat(WheelRecord.parse(TEXT).rows())
                .containsExactly(
                        new WheelRecord.Row(
                                "a/__init__.py",
                                Optional.of("sha256"),
                                "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
                                OptionalLong.of(0)),
                        new WheelRecord.Row("a/with, \"comma\".txt", Optional.of("sha512"), "xyz", OptionalLong.of(12)),
                        new WheelRecord.Row("a-1.dist-info/RECORD", Optional.empty(), "", OptionalLong.empty()));
    }

    @Test
    void theTextComesBack() {
        assertThat(WheelRecord.parse(TEXT).text()).isEqualTo(TEXT);
    }

    @Test
    void lineEndsOfWindowsAndNoneAtTheEndAreFine() {
        assertThat(WheelRecord.parse(TEXT.strip().replace("\n", "\r\n"))).isEqualTo(WheelRecord.parse(TEXT));
    }

    @Test
    void aLineWithoutThreeColumnsIsNamed() {
        assertThatThrownBy(() -> WheelRecord.parse("a.py,sha256=x\n")).hasMessageContaining("[a.py, sha256=x]");
    }
}
