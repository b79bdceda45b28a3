package dev.jox.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.it.Program;
import dev.jox.model.JoxException;
import dev.jox.model.binary.LinkedExecutable;
import dev.jox.testing.Needs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs linked with the runtime's entry, and something small in place of the rest. */
class LinkedExecutableTest {
    private static final String COMMON = "arguments 2 two, ones 0\npack known text, aligned 0\nknown 42\n";

    @TempDir
    Path folder;

    private Path pack;
    private Path executable;

    @BeforeEach
    void parts() throws IOException {
        Needs.program("cc");
        NativeSources.load().writeTo(folder);
        pack = Files.writeString(folder.resolve("pack"), "known text");
        executable = folder.resolve("executable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-pie",
                "-no-pie",
                "-Wl,-z,now",
                "-Wl,-z,noseparate-code",
                "-Wl,--build-id=none",
                "-g",
                "-Wl,-z,max-page-size=0x200000"
            })
    void carriesThePackHoweverItWasLinked(String option) throws IOException {
        compose(link("-rdynamic", option));
        Program.of(executable).run("two").exits(3).mentions(COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-static", "-static-pie", "-static -Wl,--gc-sections"})
    void findsItsOwnSymbolsWithoutADynamicLinker(String options) throws IOException {
        compose(link((options + " static/dlfcn_posix.c").split(" ")));
        Program.of(executable)
                .run("two")
                .exits(3)
                .prints(COMMON + "unknown: no such symbol was linked into this executable\n");
        Program.of(executable)
                .run("libm.so.6", "two")
                .exits(3)
                .mentions("libm.so.6: this executable is linked statically", "<flavor>standalone_dynamic</flavor>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-static", "-rdynamic"})
    void staysWholeWhenItIsStripped(String option) throws IOException {
        Needs.program("strip");
        List<String> options = new ArrayList<>(List.of(option));
        if (option.equals("-static")) {
            options.add("static/dlfcn_posix.c");
        }
        compose(link(options.toArray(String[]::new)));
        long size = Files.size(executable);
        Program.of(Path.of("/usr/bin/strip")).run(executable).succeeds();
        assertThat(Files.size(executable)).isBetween(size / 2, size);
        Program.of(executable).run("two").exits(3).mentions(COMMON);
    }

    @Test
    void anotherProgramIsRefused() throws IOException {
        Path source = Files.writeString(folder.resolve("other.c"), "int main(void) { return 0; }");
        Path other = folder.resolve("other");
        Program.of(Path.of("/usr/bin/cc")).run("-o", other, source).succeeds();
        assertThatThrownBy(() -> compose(other))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("no note of jox's runtime");
        assertThatThrownBy(() -> compose(source))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("no 64-bit ELF program");
    }

    private Path link(String... options) throws IOException {
        Path stub = folder.resolve("linked.c");
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("linked.c"))) {
            Files.write(stub, in.readAllBytes());
        }
        Path program = folder.resolve("program");
        List<Object> line = new ArrayList<>(List.of("-O1", "-Wall", "-I" + folder, "-o", program));
        line.addAll(List.of(stub, folder.resolve("linked/main_posix.c")));
        for (String option : options) {
            line.add(option.endsWith(".c") ? folder.resolve(option) : option);
        }
        // a static link warns of dlopen
        Program.of(Path.of("/usr/bin/cc")).run(line.toArray()).exits(0);
        return program;
    }

    private void compose(Path program) throws IOException {
        LinkedExecutable.compose(program, pack, executable);
        assertThat(executable.toFile().setExecutable(true)).isTrue();
    }
}
