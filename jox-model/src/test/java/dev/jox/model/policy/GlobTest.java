package dev.jox.model.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.ModuleName;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "numpy.**, numpy, true",
        "numpy.**, numpy._core.multiarray, true",
        "numpy.**, numpydoc, false",
        "numpy.*, numpy, false",
        "numpy.*, numpy.random, true",
        "numpy.*, numpy.random.mtrand, false",
        "numpy, numpy, true",
        "numpy, numpy.random, false",
        "**._core, numpy._core, true",
        "**._core, _core, true",
        "**._core, numpy.x_core, false",
        "numpy.**.tests.**, numpy.tests, true",
        "numpy.**.tests.**, numpy.a.b.tests.test_c, true",
        "numpy.**.tests.**, numpy.a.testsuite, false",
        "**, numpy.random, true",
        "n?mpy, numpy, true",
        "n?mpy, nuumpy, false",
        "n[u]mpy, numpy, false",
        "numpy/random.py, numpy.random, true",
        "numpy/*.py, numpy.random, true",
        "numpy/**, numpy.a.b, true",
        "**/b.py, numpy.a.b, true",
    })
    void comparesModulesByNameOrPath(String pattern, String module, boolean matches) {
        assertThat(Glob.parse(pattern).matches(module.replace('.', '/') + ".py", Optional.of(new ModuleName(module))))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "numpy.**, numpy.libs/libopenblas-1a2b.so.0, true",
        "numpy.**, numpy/.libs/libopenblas.so.0, true",
        "numpy.**, numpy/py.typed, true",
        "numpy.**, numpy-2.4.0.dist-info/METADATA, false",
        "libopenblas.so.0, numpy.libs/libopenblas.so.0, true",
        "libopenblas*.so.*, numpy.libs/libopenblas-1a2b.so.0, true",
        "*.libs/**, numpy.libs/libopenblas.so.0, true",
    })
    void comparesOtherResourcesByPathOrFileName(String pattern, String path, boolean matches) {
        assertThat(Glob.parse(pattern).matches(path, Optional.empty())).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".numpy", "numpy.", "numpy..x", "/numpy/x", "numpy.x**", "a//b"})
    void refusesWhatCannotMatch(String pattern) {
        assertThatThrownBy(() -> Glob.parse(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a pattern such as numpy.**");
    }
}
