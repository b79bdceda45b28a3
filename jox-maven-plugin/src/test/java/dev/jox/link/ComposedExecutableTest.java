package dev.jox.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.it.Compiler;
import dev.jox.it.Program;
import dev.jox.model.JoxException;
import dev.jox.model.binary.ElfExecutable;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.binary.NativeImageReader;
import dev.jox.testing.Needs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Executables made of a library and a runtime that stand for libpython and jox's: small, and with everything that can go wrong. */
class ComposedExecutableTest {
    private static final String PACK = "known text";

    @TempDir
    Path folder;

    private Path library;
    private Path pack;

    @BeforeEach
    void parts() throws IOException {
        Needs.program("cc");
        NativeSources.load().writeTo(folder);
        library = folder.resolve("liblibrary.so");
        pack = Files.writeString(folder.resolve("pack"), PACK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Wl,-z,now",
                "-Wl,-z,lazy",
                "-fno-plt",
                "-Wl,-z,noseparate-code",
                "-Wl,--hash-style=sysv",
                "-Wl,-s",
                "-Wl,--build-id=none"
            })
    void startsWhateverTheLibraryWasLinkedLike(String option) throws IOException {
        library(option);
        runtime("program.c");
        Path executable = compose();
        Program.of(executable)
                .with("STATUS", "3")
                .run("one", "two")
                .exits(3)
                .prints("""
                        arguments 3 two
                        constructed 1 times
                        hello first second own
                        number 20 zero 0
                        found itself
                        counted 801 902
                        length 4
                        pack known text
                        aligned 0 builtins (nil)
                        destructed
                        """)
                .complainsNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Wl,-z,norelro", "-Wl,-z,noseparate-code", "-fno-plt", "-Wl,-z,max-page-size=0x200000"})
    void startsWhateverTheRuntimeWasLinkedLike(String option) throws IOException {
        library();
        runtime("program.c", option);
        Program.of(compose()).run("x").succeeds().mentions("length 4", "pack known text");
    }

    @Test
    void keepsTheLibraryButForItsFirstSectionsAndSearchPath() throws IOException {
        library("-Wl,-rpath,$ORIGIN/../lib", "-Wl,-Bsymbolic", "-ftls-model=initial-exec");
        runtime("program.c");
        byte[] before = Files.readAllBytes(library);
        byte[] after = Files.readAllBytes(compose());
        int kept = 0;
        for (int i = 0x1000; i < before.length; i++) {
            kept += before[i] == after[i] ? 1 : 0;
        }
        assertThat(before.length - 0x1000 - kept).as("changed bytes").isBetween(1, 8 + 8 + 1);
        NativeImage image = NativeImageReader.read(folder.resolve("executable")).orElseThrow();
        assertThat(image.runpath()).isEmpty();
        assertThat(image.soname()).contains("liblibrary.so");
        assertThat(image.glibcFloor())
                .isEqualTo(NativeImageReader.read(library).orElseThrow().glibcFloor());
    }

    @Test
    void theLoaderLooksForNothingThatIsInIt() throws IOException {
        Needs.program("readelf");
        library();
        runtime("program.c");
        Path executable = compose();
        assertThat(relocations(library)).contains("count", "constructed", "first_of_thread", "puts", "dlsym");
        assertThat(relocations(executable)).contains("puts", "dlsym").doesNotContain("constructed");
        String loading = Program.of(executable)
                .with("LD_DEBUG", "bindings")
                .run("x")
                .exits(0)
                .mentions("counted 801 902")
                .err();
        assertThat(loading).contains("symbol `puts'").doesNotContain("symbol `count'", "symbol `__tls_get_addr'");
    }

    private static String relocations(Path file) throws IOException {
        return Program.of(Path.of("/usr/bin/readelf"))
                .run("-rW", file)
                .succeeds()
                .out();
    }

    @Test
    void sectionToolsUnderstandIt() throws IOException {
        Needs.program("readelf");
        library();
        runtime("program.c");
        Path executable = compose();
        String table = Program.of(Path.of("/usr/bin/readelf"))
                .run("-lSW", executable)
                .succeeds()
                .complainsNothing()
                .out();
        assertThat(table)
                .contains(
                        "starting at offset 64", ".jox.text", ".jox.data", ".jox.pack", "/lib64/ld-linux-x86-64.so.2");
        assertThat(table.lines().filter(line -> line.matches("\\s+LOAD.*"))).noneMatch(line -> line.contains("RWE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"strip", "llvm-strip"})
    void aStrippedOneStarts(String strip) throws IOException {
        Path tool = Needs.program(strip);
        library("-g");
        runtime("program.c");
        Path executable = compose();
        long size = Files.size(executable);
        Program.of(tool).run(executable).succeeds().complainsNothing();
        assertThat(Files.size(executable)).isLessThan(size);
        Program.of(executable)
                .run("x")
                .succeeds()
                .mentions("constructed 1 times", "found itself", "pack known text", "aligned 0");
    }

    @Test
    void theLargestPackIsMappedWhole() throws IOException {
        byte[] content = new byte[3 << 20];
        Arrays.fill(content, (byte) 'x');
        Files.write(pack, content);
        library();
        runtime("program.c");
        String out = Program.of(compose()).run().succeeds().out();
        assertThat(out.lines().filter(line -> line.startsWith("pack x")).findFirst())
                .hasValueSatisfying(line -> assertThat(line).hasSize("pack ".length() + content.length));
    }

    @Test
    void whatGlibcHasNotAlwaysHadIsRefusedByName() throws IOException {
        library();
        Files.writeString(folder.resolve("new.c"), """
                int jox_main(void);
                extern int memfd_create(const char *name, unsigned int flags);
                extern int Py_NoSuchFunction(void);
                __attribute__((weak)) extern int perhaps(void);
                int jox_main(void) { return memfd_create("x", 0) + Py_NoSuchFunction() + (perhaps ? perhaps() : 0); }
                """);
        runtime(folder.resolve("new.c"));
        assertThatThrownBy(this::compose)
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("Py_NoSuchFunction, memfd_create, which neither libpython nor glibc 2.17 has")
                .hasMessageContaining("<toolchain>");
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        library();
        runtime("program.c");
        Path executable = compose();
        assertThatThrownBy(() -> ElfExecutable.compose(
                        new ElfExecutable.Parts(executable, folder.resolve("runtime.so"), pack, List.of()),
                        folder.resolve("again")))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("it is a program");
        assertThatThrownBy(() -> ElfExecutable.compose(
                        new ElfExecutable.Parts(pack, folder.resolve("runtime.so"), pack, List.of()),
                        folder.resolve("again")))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("no 64-bit ELF library");
    }

    @Test
    void whatTheLibraryNeedsOfOthersIsReported() throws IOException {
        Path other = resource("library.c", "other.c");
        Compiler.library(other, folder.resolve("libother.so.1"), "-Wl,-soname,libother.so.1");
        library("-Wl,--no-as-needed", folder.resolve("libother.so.1").toString(), "-lm");
        runtime("program.c");
        assertThat(ElfExecutable.compose(
                                new ElfExecutable.Parts(library, folder.resolve("runtime.so"), pack, List.of()),
                                folder.resolve("executable"))
                        .foreignLibraries())
                .containsExactly("libother.so.1");
    }

    private void library(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("-Wl,-soname,liblibrary.so"));
        all.addAll(List.of(options));
        Compiler.library(resource("library.c", "library.c"), library, all.toArray(String[]::new));
    }

    private void runtime(String source, String... options) throws IOException {
        runtime(resource(source, source), options);
    }

    private void runtime(Path source, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "-Werror",
                "-Wextra",
                "-nostdlib",
                "-fvisibility=hidden",
                "-fno-stack-protector",
                "-Wl,-z,relro,-z,now",
                "-I" + folder,
                folder.resolve("boot/boot.c").toString(),
                folder.resolve("boot/bound.c").toString()));
        all.addAll(List.of(options));
        Compiler.library(source, folder.resolve("runtime.so"), all.toArray(String[]::new));
    }

    private Path resource(String name, String as) throws IOException {
        try (InputStream in = ComposedExecutableTest.class.getResourceAsStream(name)) {
            return Files.writeString(folder.resolve(as), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private Path compose() throws IOException {
        Path executable = folder.resolve("executable");
        ElfExecutable.compose(
                new ElfExecutable.Parts(library, folder.resolve("runtime.so"), pack, List.of()), executable);
        assertThat(executable.toFile().setExecutable(true)).isTrue();
        return executable;
    }
}
