package dev.jox.model.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VersionInformationTest {
    private static VersionInformation with(Map<String, String> texts) {
        return new VersionInformation(VersionNumber.parse("1.2.3.4-beta"), new TreeMap<>(texts));
    }

    @Test
    void blocksSayHowLongTheyAre() {
        ByteBuffer block = with(Map.of("ProductName", "Atlas", "Comments", "ä"))
                .resource()
                .content()
                .order(ByteOrder.LITTLE_ENDIAN);
        assertThat(block.getShort(0)).isEqualTo((short) block.limit());
        assertThat(block.getShort(2)).isEqualTo((short) 52);
        assertThat(block.getInt(40)).isEqualTo(0xfeef_04bd);
        assertThat(block.getInt(48)).isEqualTo(0x1_0002);
        assertThat(block.getInt(52)).isEqualTo(0x3_0004);
        assertThat(StandardCharsets.UTF_16LE.decode(block).toString())
                .containsSubsequence(
                        "VS_VERSION_INFO",
                        "StringFileInfo",
                        "000004b0",
                        "Comments",
                        "ä",
                        "ProductName",
                        "Atlas",
                        "VarFileInfo");
    }

    @Test
    void refusesTextsThatLengthsOf16BitsCannotSay() {
        assertThatThrownBy(() -> with(Map.of("Comments", "x".repeat(40_000)))).hasMessageContaining("40000 characters");
    }
}
