package dev.jox.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.fetch.Cache;
import dev.jox.model.JoxException;
import dev.jox.model.Target;
import dev.jox.testing.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolchainFinderTest {
    private static final WheelSource UNREACHABLE = (project, version, sha256, folder) -> {
        throw JoxException.environment("the index does not answer", "try again later");
    };

    @TempDir
    Path folder;

    private Path path;
    private Cache cache;

    @BeforeEach
    void folders() throws IOException {
        path = Files.createDirectory(folder.resolve("bin"));
        cache = new Cache(folder.resolve("cache"));
    }

    private ToolchainFinder finder(WheelSource wheels) {
        return new ToolchainFinder(cache, wheels, Map.of("PATH", path.toString()));
    }

    private void compiler(String name, String script) throws IOException {
        Path file = Files.writeString(path.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aCompilerIsTriedOutOnce() throws IOException {
        Needs.program("cc");
        compiler("cc", "echo called >>" + folder.resolve("calls") + "; exec /usr/bin/cc \"$@\"");
        Toolchain first = finder(UNREACHABLE).find(ToolchainChoice.AUTO, Target.LINUX_GNU);
        Toolchain second = finder(UNREACHABLE).find(ToolchainChoice.SYSTEM, Target.LINUX_GNU);
        assertThat(first).isEqualTo(second);
        assertThat(first.kind()).isEqualTo(Toolchain.Kind.SYSTEM);
        assertThat(first.compiler()).containsExactly(path.resolve("cc").toString());
        assertThat(Files.readAllLines(folder.resolve("calls"))).hasSize(3);
    }

    @Test
    void aCompilerThatCannotLinkIsPassedOver() throws IOException {
        Needs.program("gcc");
        compiler("cc", "[ \"$1\" = --version ] || { echo 'cc: fatal error: cannot execute cc1' >&2; exit 1; }");
        compiler("gcc", "exec /usr/bin/gcc \"$@\"");
        assertThat(finder(UNREACHABLE)
                        .find(ToolchainChoice.AUTO, Target.LINUX_GNU)
                        .name())
                .isEqualTo(path.resolve("gcc").toString());
    }

    @Test
    void anotherVersionIsAnotherToolchain() throws IOException {
        Needs.program("cc");
        compiler("cc", "[ \"$1\" = --version ] && echo one || exec /usr/bin/cc \"$@\"");
        Toolchain one = finder(UNREACHABLE).find(ToolchainChoice.AUTO, Target.LINUX_GNU);
        compiler("cc", "[ \"$1\" = --version ] && echo two || exec /usr/bin/cc \"$@\"");
        Toolchain two = finder(UNREACHABLE).find(ToolchainChoice.AUTO, Target.LINUX_GNU);
        assertThat(one.digest()).isNotEqualTo(two.digest());
    }

    @Test
    void withNothingEverythingTriedIsNamed() throws IOException {
        compiler("gcc", "echo 'gcc: error: probe.c: no cc1' >&2; exit 4");
        assertThatThrownBy(() -> finder(UNREACHABLE).find(ToolchainChoice.AUTO, Target.LINUX_GNU))
                .isInstanceOfSatisfying(JoxException.class, e -> {
                    assertThat(e.kind()).isEqualTo(JoxException.Kind.ENVIRONMENT);
                    assertThat(e.problem())
                            .contains(
                                    "<toolchain>",
                                    "cc is not on PATH",
                                    path.resolve("gcc") + ": gcc: error: probe.c: no cc1",
                                    "clang is not on PATH",
                                    "zig 0.17.1",
                                    "the index does not answer");
                    assertThat(e.hint()).contains("install a C compiler", "try again later");
                });
        assertThatThrownBy(() -> finder(UNREACHABLE).find(ToolchainChoice.SYSTEM, Target.LINUX_MUSL))
                .hasMessageContaining("x86_64-unknown-linux-musl")
                .hasMessageContaining("leave <toolchain> at auto");
    }

    @Test
    void aWheelWithOtherContentIsRefusedAndNothingOfItStays() {
        WheelSource wrong = (project, version, sha256, target) ->
                Files.writeString(target.resolve("ziglang-0.17.1-py3-none-any.whl"), "not it");
        assertThatThrownBy(() -> finder(wrong).find(ToolchainChoice.ZIG, Target.LINUX_GNU))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining(ZigToolchains.WHEEL.hex())
                .hasMessageContaining("ziglang-0.17.1-py3-none-any.whl");
        assertThat(folder.resolve("cache/zig")).doesNotExist();
    }

    @Test
    void choicesAreNamed() {
        assertThat(ToolchainChoice.parse("zig")).isEqualTo(ToolchainChoice.ZIG);
        assertThatThrownBy(() -> ToolchainChoice.parse("msvc"))
                .hasMessage("unknown toolchain 'msvc'; known are auto, system, zig");
    }
}
