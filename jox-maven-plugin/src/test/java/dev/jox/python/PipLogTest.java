package dev.jox.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PipLogTest {
    @Test
    void whatWasInstalledIsPinned() {
        assertThat(PipLog.installed(List.of(
                        "2026-11-28T00:52:38,126   Successfully installed Cython-3.1.4 flit_core-3.12.0",
                        "2026-11-28T00:52:39,126 Successfully downloaded pkg-1.0",
                        "2026-11-28T00:52:40,126     Successfully installed setuptools-scm-9.2.0+local.1")))
                .containsExactly("cython==3.1.4", "flit-core==3.12.0", "setuptools-scm==9.2.0+local.1");
    }

    @Test
    void ofSeveralVersionsNoneIs() {
        assertThat(PipLog.installed(List.of(
                        "2026-11-28T00:52:38,126 Successfully installed setuptools-80.9.0",
                        "2026-11-28T00:52:38,126 Successfully installed setuptools-75.0 wheel-0.45.1")))
                .containsExactly("wheel==0.45.1");
    }
}
