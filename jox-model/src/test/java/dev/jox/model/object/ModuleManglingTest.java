package dev.jox.model.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.model.ModuleName;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleManglingTest {
    @ParameterizedTest
    @CsvSource({
        "markupsafe._speedups, markupsafe__1speedups",
        "a_b, a_1b",
        "a.b, a_b",
        "81d2__mypyc, _00038_1d2_1_1mypyc",
        "x.2d, x__00032_d",
        "größe, gr_000f6__000df_e",
    })
    void isAnIdentifier(String module, String mangled) {
        assertThat(ModuleMangling.mangled(new ModuleName(module))).isEqualTo(mangled);
    }

    @Test
    void differentModulesHaveDifferentNames() {
        assertThat(Stream.of("a.b", "a_b", "a._b", "a_.b", "a.b_", "a__b", "a.1b", "a_1b", "a.1", "a_1")
                        .map(ModuleName::new)
                        .map(ModuleMangling::mangled))
                .doesNotHaveDuplicates();
    }

    /** Expected values are Python's: {@code 'größe'.encode('punycode')}. */
    @ParameterizedTest
    @CsvSource({
        "pkg.fast, PyInit_fast",
        "pkg, PyInit_pkg",
        "größe, PyInitU_gre_6ka8i",
        "スパム, PyInitU_zck5b2b",
        "pkg.lančmít, PyInitU_lanmt_2sa6t",
    })
    void initFunctionsAreThoseOfPep489(String module, String function) {
        assertThat(ModuleMangling.initFunctions(new ModuleName(module))).startsWith(function);
    }
}
