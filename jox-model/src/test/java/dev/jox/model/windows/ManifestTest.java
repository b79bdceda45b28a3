package dev.jox.model.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private static final String START = "<assembly xmlns='urn:schemas-microsoft-com:asm.v1' manifestVersion='1.0'>";

    private static Resource resource(String text) {
        return Manifest.resource(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theUsualOneIsOne() {
        assertThat(Manifest.resource(Manifest.usual()).content().limit()).isPositive();
    }

    @Test
    void keepsTheBytesOfTheProjectsOwn() {
        String text = "<?xml version='1.0'?>" + START + "<description>ä</description></assembly>";
        assertThat(StandardCharsets.UTF_8.decode(resource(text).content()).toString())
                .isEqualTo(text);
    }

    @Test
    void refusesWhatWindowsWouldNotStart() {
        assertThatThrownBy(() -> resource(START + "\n<description></assembly>"))
                .hasMessageContaining("well-formed")
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> resource("<assembly/>")).hasMessageContaining("must begin with <assembly ");
        assertThatThrownBy(() -> resource("")).isInstanceOf(IllegalArgumentException.class);
    }
}
