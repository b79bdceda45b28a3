package dev.jox.model.wheel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.PythonVersion;
import dev.jox.model.Target;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WheelNameTest {
    @Test
    void partsAreSplitAndNormalised() {
        WheelName name =
                WheelName.parse("Ruamel.YAML_clib-0.2.8-1-cp314-cp314-manylinux2014_x86_64.manylinux_2_17_x86_64.whl");
        assertThat(name)
                .isEqualTo(new WheelName(
                        "ruamel-yaml-clib",
                        "0.2.8",
                        List.of("cp314"),
                        List.of("cp314"),
                        List.of("manylinux2014_x86_64", "manylinux_2_17_x86_64")));
        assertThat(name.isNative()).isTrue();
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> WheelName.parse("click-8.1.tar.gz")).hasMessageContaining("click-8.1.tar.gz");
    }

    @ParameterizedTest
    @CsvSource({
        "a-1-py3-none-any.whl, LINUX_GNU, true",
        "a-1-py2.py3-none-any.whl, LINUX_GNU, true",
        "a-1-py2-none-any.whl, LINUX_GNU, false",
        "a-1-py315-none-any.whl, LINUX_GNU, false",
        "a-1-cp314-cp314-manylinux_2_17_x86_64.whl, LINUX_GNU, true",
        "a-1-cp314-cp314-manylinux1_x86_64.whl, LINUX_GNU, true",
        "a-1-cp314-cp314-linux_x86_64.whl, LINUX_GNU, true",
        "a-1-cp314-cp314-manylinux_2_17_aarch64.whl, LINUX_GNU, false",
        "a-1-cp314-cp314-musllinux_1_2_x86_64.whl, LINUX_GNU, false",
        "a-1-cp314-cp314-musllinux_1_2_x86_64.whl, LINUX_MUSL, true",
        "a-1-cp314-cp314-win_amd64.whl, WINDOWS_MSVC, true",
        "a-1-cp314-cp314-win_amd64.whl, LINUX_GNU, false",
        "a-1-cp314-cp314t-linux_x86_64.whl, LINUX_GNU, false",
        "a-1-cp313-cp313-linux_x86_64.whl, LINUX_GNU, false",
        "a-1-cp38-abi3-linux_x86_64.whl, LINUX_GNU, true",
        "a-1-cp315-abi3-linux_x86_64.whl, LINUX_GNU, false",
        "a-1-py3-none-manylinux_2_12_x86_64.manylinux2010_x86_64.musllinux_1_1_x86_64.whl, LINUX_GNU, true",
    })
    void tagsSayWhoCanUseIt(String file, Target target, boolean fits) {
        assertThat(WheelName.parse(file).fits(PythonVersion.parse("3.14.3"), target))
                .isEqualTo(fits);
    }
}
