package dev.jox.model.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GlibcVersionTest {
    @Test
    void ordersByNumbers() {
        assertThat(List.of("2.17", "2.2.5", "2.35", "2.9", "2.3.4", "2.3").stream()
                        .map(GlibcVersion::parse)
                        .sorted()
                        .map(GlibcVersion::toString))
                .containsExactly("2.2.5", "2.3", "2.3.4", "2.9", "2.17", "2.35");
    }

    @Test
    void onlyVersionsOfGlibcCount() {
        assertThat(GlibcVersion.ofSymbolVersion("GLIBC_2.3.4")).contains(GlibcVersion.parse("2.3.4"));
        assertThat(GlibcVersion.ofSymbolVersion("GLIBC_ABI_DT_RELR")).contains(GlibcVersion.parse("2.36"));
        for (String other : List.of("GLIBC_PRIVATE", "GLIBCXX_3.4.30", "CXXABI_1.3", "OPENSSL_3.0.0", "")) {
            assertThat(GlibcVersion.ofSymbolVersion(other)).as(other).isEqualTo(Optional.empty());
        }
    }

    @Test
    void textIsChecked() {
        assertThatThrownBy(() -> GlibcVersion.parse("2")).hasMessageContaining("'2'");
    }
}
