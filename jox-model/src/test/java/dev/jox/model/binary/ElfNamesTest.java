package dev.jox.model.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Libraries with other names, loaded by the machine's own loader. */
class ElfNamesTest {
    /** A dynamic section with and without room for more entries; one linked so that nothing is aligned as usual. */
    private static final String SPARE = "-Wl,-z,lazy";

    private static final String NO_SPARE = "-Wl,--spare-dynamic-tags=0";
    private static final String ODD = "-Wl,-z,noseparate-code,-z,norelro,-z,max-page-size=0x200000";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {SPARE, NO_SPARE, ODD})
    void aLibraryWithoutNameGetsOne(String option) throws IOException {
        compile("int foo(void) { return 42; }", "libanything.so", option);
        ElfNames.write(folder.resolve("libanything.so"), soname("libfoo.so.1"), folder.resolve("renamed"));

        NativeImage image = NativeImageReader.read(folder.resolve("renamed")).orElseThrow();
        assertThat(image.soname()).contains("libfoo.so.1");
        needy("int foo(void); int bar(void) { return foo() + 1; }", "libfoo.so.1");
        assertThat(load("renamed", "libneedy.so", "bar")).isEqualTo("43");
    }

    @ParameterizedTest
    @ValueSource(strings = {SPARE, NO_SPARE, ODD})
    void aNameIsReplacedAndANeedIsRenamedWithItsVersions(String option) throws IOException {
        Files.writeString(folder.resolve("map"), "FOO_1 { global: foo; local: *; };");
        compile(
                "int foo(void) { return 7; }",
                "libfoo.so.1",
                option,
                "-Wl,-soname,libfoo.so.1",
                "-Wl,--version-script," + folder.resolve("map"));
        String other = "a-much-longer-name-than-before-libfoo.so.1";
        ElfNames.write(folder.resolve("libfoo.so.1"), soname(other), folder.resolve("renamed"));
        needy("int foo(void); int bar(void) { return foo() * 2; }", "libfoo.so.1", option);

        SortedMap<String, Long> places = ElfNames.write(
                folder.resolve("libneedy.so"),
                new ElfNames.Changes(
                        Optional.empty(), new TreeMap<>(Map.of("libfoo.so.1", other)), List.of(), List.of()),
                folder.resolve("needy"));

        assertThat(load("renamed", "needy", "bar")).isEqualTo("14");
        assertThat(NativeImageReader.read(folder.resolve("needy")).orElseThrow().needed())
                .contains(other)
                .doesNotContain("libfoo.so.1");
        byte[] bytes = Files.readAllBytes(folder.resolve("needy"));
        int at = Math.toIntExact(Objects.requireNonNull(places.get(other)));
        assertThat(new String(bytes, at, other.length() + 1, StandardCharsets.US_ASCII))
                .isEqualTo(other + "\0");
        // the loader of an unchanged one says that it does not find the library: the test sees the difference
        assertThat(load("renamed", "libneedy.so", "bar")).contains("libfoo.so.1: cannot open shared object file");
    }

    @ParameterizedTest
    @ValueSource(strings = {SPARE, NO_SPARE, ODD})
    void aNeedIsAdded(String option) throws IOException {
        compile("int foo(void) { return 5; }", "libfoo.so", "-Wl,-soname,libfoo.so");
        compile("int foo(void); int bar(void) { return foo() + 5; }", "libneedy.so", option);
        ElfNames.write(
                folder.resolve("libneedy.so"),
                new ElfNames.Changes(Optional.empty(), new TreeMap<>(), List.of("libfoo.so"), List.of()),
                folder.resolve("needy"));

        assertThat(load("libfoo.so", "needy", "bar")).isEqualTo("10");
        assertThat(load("libfoo.so", "libneedy.so", "bar")).contains("undefined symbol: foo");
    }

    @ParameterizedTest
    @ValueSource(strings = {NO_SPARE, "-Wl,-rpath,$ORIGIN/nothing", "-Wl,--disable-new-dtags,-rpath,$ORIGIN/nothing"})
    void aSearchPathIsExtended(String option) throws IOException {
        Files.createDirectory(folder.resolve("inner"));
        compile("int foo(void) { return 8; }", "inner/libfoo.so", "-Wl,-soname,libfoo.so");
        compile("int foo(void); int bar(void) { return foo(); }", "libneedy.so", option, "inner/libfoo.so");
        compile("int other(void) { return 0; }", "libother.so");
        ElfNames.write(
                folder.resolve("libneedy.so"),
                new ElfNames.Changes(Optional.empty(), new TreeMap<>(), List.of(), List.of("$ORIGIN/inner")),
                folder.resolve("needy"));

        assertThat(load("libother.so", "needy", "bar")).isEqualTo("8");
        assertThat(load("libother.so", "libneedy.so", "bar")).contains("libfoo.so: cannot open shared object file");
        assertThat(NativeImageReader.read(folder.resolve("needy")).orElseThrow().runpath())
                .endsWith("$ORIGIN/inner")
                .hasSize(option.equals(NO_SPARE) ? 1 : 2);
    }

    @Test
    void aChangedLibraryCanBeChangedAgain() throws IOException {
        compile("int foo(void) { return 1; }", "libfoo.so", NO_SPARE);
        ElfNames.write(folder.resolve("libfoo.so"), soname("libone.so"), folder.resolve("one"));
        ElfNames.write(folder.resolve("one"), soname("libtwo.so"), folder.resolve("two"));
        assertThat(NativeImageReader.read(folder.resolve("two")).orElseThrow().soname())
                .contains("libtwo.so");
        needy("int foo(void); int bar(void) { return foo() + 1; }", "libtwo.so");
        assertThat(load("two", "libneedy.so", "bar")).isEqualTo("2");
    }

    @Test
    void sectionHeadersShowTheTables() throws IOException {
        compile("int foo(void) { return 1; }", "libfoo.so", NO_SPARE);
        ElfNames.write(folder.resolve("libfoo.so"), soname("libone.so"), folder.resolve("one"));
        assertThat(run("readelf", "-dSlW", "--dyn-syms", "one"))
                .contains("Library soname: [libone.so]", " foo\n")
                .doesNotContain("readelf: Warning", "readelf: Error", "<corrupt");
    }

    @Test
    void aNeedThatIsNotThereIsNoneToRename() throws IOException {
        compile("int foo(void) { return 1; }", "libfoo.so");
        ElfNames.Changes changes = new ElfNames.Changes(
                Optional.empty(), new TreeMap<>(Map.of("libabsent.so", "x")), List.of(), List.of());
        assertThatThrownBy(() -> ElfNames.write(folder.resolve("libfoo.so"), changes, folder.resolve("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("libabsent.so");
    }

    private static ElfNames.Changes soname(String name) {
        return new ElfNames.Changes(Optional.of(name), new TreeMap<>(), List.of(), List.of());
    }

    /** {@code libneedy.so}, linked with a stand-in of the library's own name, which is gone afterwards. */
    private void needy(String source, String library, String... options) throws IOException {
        Path there = folder.resolve(library);
        if (!Files.exists(there)) {
            compile("int foo(void) { return 0; }", library, "-Wl,-soname," + library);
        }
        List<String> all = new ArrayList<>(List.of(options));
        all.add(there.toString());
        compile(source, "libneedy.so", all.toArray(new String[0]));
        Files.delete(there);
    }

    private void compile(String source, String library, String... options) throws IOException {
        Files.writeString(folder.resolve("source.c"), source);
        List<String> line =
                new ArrayList<>(List.of("cc", "-shared", "-fPIC", "-o", library, "source.c", "-Wl,--no-as-needed"));
        line.addAll(List.of(options));
        assertThat(run(line.toArray(new String[0]))).isEmpty();
    }

    /** Loads one library, then another by a program that calls its function and prints the result, or the loader's message. */
    private String load(String first, String second, String function) throws IOException {
        Files.writeString(folder.resolve("load.c"), """
                #include <dlfcn.h>
                #include <stdio.h>
                int main(int count, char **argument) {
                    (void)count;
                    void *first = dlopen(argument[1], RTLD_NOW | RTLD_LOCAL);
                    void *second = first == NULL ? NULL : dlopen(argument[2], RTLD_NOW | RTLD_LOCAL);
                    int (*function)(void) = second == NULL ? NULL : (int (*)(void))dlsym(second, argument[3]);
                    if (function == NULL) {
                        printf("%s", dlerror());
                    } else {
                        printf("%d", function());
                    }
                    return 0;
                }
                """);
        run("cc", "-o", "load", "load.c", "-ldl");
        return run(folder.resolve("load").toString(), "./" + first, "./" + second, function);
    }

    private String run(String... line) throws IOException {
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
