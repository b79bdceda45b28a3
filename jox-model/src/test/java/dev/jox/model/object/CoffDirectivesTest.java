package dev.jox.model.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoffDirectivesTest {
    private static final Map<String, String> NAMES = Map.of("own", "jox_p.own", "PyInit_m", "jox_init_m");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "-export:PyInit_m|",
                "/EXPORT:own,DATA|",
                "-export:\"own\",data|",
                "/EXPORT:alias=own|",
                "/EXPORT:other|/EXPORT:other",
                "-aligncomm:\"own\",4|-aligncomm:\"jox_p.own\",4",
                "/INCLUDE:own|/INCLUDE:jox_p.own",
                "/alternatename:own=other|/alternatename:jox_p.own=other",
                "-exclude-symbols:x,own|-exclude-symbols:x,jox_p.own",
                "/DEFAULTLIB:\"own\"|/DEFAULTLIB:\"own\"",
                "/merge:own=.data|/merge:own=.data",
            })
    void namesFollow(String option, @Nullable String expected) {
        assertThat(CoffDirectives.renamed(" " + option + "  -x ", NAMES))
                .isEqualTo(expected == null ? " -x " : " " + expected + " -x ");
    }

    @Test
    void exportsOfRenamedSymbolsAreGoneFromTheObject() throws IOException {
        ObjectFile object = Tool.zig("cc").compile(folder, "m.obj", """
                int common_one;
                __declspec(dllexport) int *PyInit_m(void) { return &common_one; }
                __declspec(dllexport) int other(void) { return 0; }
                """, "-target", "x86_64-windows-gnu", "-fcommon");
        assertThat(directives(object)).contains("export:PyInit_m");
        Map<String, String> names = Map.of("PyInit_m", "jox_init_m", "common_one", "jox_m.common_one");
        ObjectFile renamed = (ObjectFile) LinkFiles.read("m.obj", object.renamed(Renaming.ofSymbols(names)));
        assertThat(directives(renamed)).doesNotContain("PyInit_m").contains("export:other", "\"jox_m.common_one\",");
        assertThat(renamed.symbols()).extracting(Symbol::name).contains("jox_init_m", "jox_m.common_one", "other");
    }

    private static String directives(ObjectFile object) {
        Section section = object.sections().stream()
                .filter(s -> s.name().equals(".drectve"))
                .findFirst()
                .orElseThrow();
        return new String(object.bytes(), (int) section.offset(), (int) section.size(), StandardCharsets.ISO_8859_1);
    }
}
