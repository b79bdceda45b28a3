package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseTest {
    @TempDir
    Path folder;

    @BeforeEach
    void target() throws IOException {
        Files.createDirectory(folder.resolve("target"));
    }

    @Test
    void anExecutableIsAnExecutableElfFile() throws IOException {
        Case built = new Case(folder);
        Files.copy(Path.of("/bin/true"), folder.resolve("target/true"));
        built.executable("true").run().succeeds();

        Path script = Files.writeString(folder.resolve("target/script"), "#!/bin/sh\n");
        assertThatThrownBy(() -> built.executable("script")).isInstanceOf(AssertionError.class);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        assertThatThrownBy(() -> built.executable("script")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> built.executable("missing")).isInstanceOf(AssertionError.class);
    }

    @Test
    void filesBesideTheExecutableAreSeenByIt() throws IOException {
        Case built = new Case(folder);
        assertThat(built.hasNothingBeside().jail().beside()).isEmpty();
        Path lib = Files.createDirectory(folder.resolve("target/lib"));
        assertThat(built.jail().beside()).containsExactly(lib);
        assertThatThrownBy(built::hasNothingBeside).isInstanceOf(AssertionError.class);
    }

    @Test
    void aMessageIsNoStackTrace() throws IOException {
        Case built = new Case(folder);
        Path log = folder.resolve("build.log");
        Files.writeString(log, """
                [INFO] --- jox:0.1:link (default) @ x ---
                [ERROR] Failed to execute goal dev.jox:jox-maven-plugin:0.1:link: no module absent
                hint: check <run>
                """);
        built.failsSaying("absent", "hint: check <run>")
                .says("jox:0.1:link", "absent")
                .neverSays("present");
        assertThatThrownBy(() -> built.failsSaying("(default)")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> built.says("absent", "jox:0.1:link (default)")).isInstanceOf(AssertionError.class);
        Files.writeString(log, Files.readString(log) + "\tat dev.jox.link.Linker.link(Linker.java:3)\n");
        assertThatThrownBy(() -> built.failsSaying("absent")).isInstanceOf(AssertionError.class);
    }

    @Test
    void thePythonIsTheOneOfTheDistribution() throws IOException {
        Path values = Files.createDirectories(folder.resolve("target/jox/hello/x86_64-unknown-linux-gnu"));
        Files.writeString(values.resolve("distribution.json"), "{\"value\": {\"interpreter\": \"/opt/python3\"}}");
        assertThat(new Case(folder).python().file()).isEqualTo(Path.of("/opt/python3"));
    }
}
