package dev.jox.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModuleNameTest {
    @Test
    void theInitFunctionIsThatOfTheLastPart() {
        assertThat(new ModuleName("numpy.linalg._umath").initFunction()).isEqualTo("PyInit__umath");
    }

    @Test
    void namesBeyondAsciiAreInPunycode() {
        assertThat(new ModuleName("a.größe_模块").initFunction()).isEqualTo("PyInitU_gre__wna1ls365doo5a");
        assertThat(new ModuleName("模块").initFunction()).isEqualTo("PyInitU_gfs105b");
    }
}
