package dev.jox.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jox.model.JoxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class UnpackerTest {
    private static final byte[] PROGRAM = {0x7f, 'E', 'L', 'F', 2, 1, 1};
    private static final byte[] NOISE = new byte[300_000];

    static {
        new Random(1).nextBytes(NOISE);
    }

    @TempDir
    Path folder;

    private Path target;

    enum Kind {
        TAR,
        TAR_GZ,
        TAR_XZ,
        TAR_ZST,
        ZIP;

        Path write(Archives archive, Path file) {
            try {
                return switch (this) {
                    case TAR -> archive.tar(file);
                    case TAR_GZ -> archive.tarGz(file);
                    case TAR_XZ -> archive.tarXz(file);
                    case TAR_ZST -> archive.tarZst(file);
                    case ZIP -> archive.zip(file);
                };
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @BeforeEach
    void makeTarget() throws IOException {
        target = Files.createDirectories(folder.resolve("around/target"));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindComesOutAsItWas(Kind kind) throws IOException {
        Archives archive = new Archives()
                .folder("python")
                .file("python/bin/python3.14", PROGRAM, 0755)
                .file("python/noise", NOISE, 0600)
                .file("python/ein/sehr/" + "langer/".repeat(30) + "näme", "x")
                .file("python/lib/A", "upper")
                .symlink("python/bin/python", "python3.14")
                .symlink("python/lib64", "lib");
        if (kind != Kind.ZIP) {
            archive.hardlink("python/bin/python3", "python/bin/python3.14").hardlink("python/b", "python/bin/python");
        }

        unpack(kind.write(archive, folder.resolve("archive")));

        assertThat(target.resolve("python/bin/python3.14"))
                .hasBinaryContent(PROGRAM)
                .isExecutable();
        assertThat(target.resolve("python/noise")).hasBinaryContent(NOISE);
        assertThat(Files.isExecutable(target.resolve("python/noise"))).isFalse();
        assertThat(target.resolve("python/ein/sehr/" + "langer/".repeat(30) + "näme"))
                .hasContent("x");
        assertThat(Files.readSymbolicLink(target.resolve("python/bin/python"))).hasToString("python3.14");
        assertThat(target.resolve("python/lib64/A")).hasContent("upper");
        if (kind != Kind.ZIP) {
            assertThat(target.resolve("python/bin/python3"))
                    .hasBinaryContent(PROGRAM)
                    .isExecutable();
            assertThat(target.resolve("python/b")).isSymbolicLink();
        }
    }

    @Test
    void namesThatDifferInCaseStayApart() throws IOException {
        assumeTrue(!Files.exists(Path.of(folder.toString().toUpperCase(java.util.Locale.ROOT))));

        unpack(new Archives()
                .file("terminfo/N", "upper")
                .file("terminfo/n", "lower")
                .tar(folder.resolve("a")));

        assertThat(target.resolve("terminfo/N")).hasContent("upper");
        assertThat(target.resolve("terminfo/n")).hasContent("lower");
    }

    @Test
    void programsInAZipWithoutModesCanRun() throws IOException {
        unpack(new Archives()
                .file("bin/python3.14", PROGRAM, 0)
                .file("bin/pip", "#!/usr/bin/python3\n")
                .file("os.py", "#")
                .file("empty", "")
                .zip(folder.resolve("a.zip"), false));

        assertThat(target.resolve("bin/python3.14")).isExecutable().hasBinaryContent(PROGRAM);
        assertThat(target.resolve("bin/pip")).isExecutable().hasContent("#!/usr/bin/python3\n");
        assertThat(Files.isExecutable(target.resolve("os.py"))).isFalse();
        assertThat(target.resolve("os.py")).hasContent("#");
        assertThat(target.resolve("empty")).isEmptyFile();
    }

    @Test
    void aLaterEntryReplacesAnEarlierOneButNotThroughItsLinks() throws IOException {
        unpack(new Archives()
                .file("a", "first")
                .hardlink("b", "a")
                .file("b", "second")
                .symlink("c", "a")
                .file("c", "third")
                .tar(folder.resolve("a")));

        assertThat(target.resolve("a")).hasContent("first");
        assertThat(target.resolve("b")).hasContent("second");
        assertThat(target.resolve("c")).hasContent("third").isRegularFile();
        assertThat(target.resolve("c")).matches(p -> !Files.isSymbolicLink(p));
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                arguments("parent", new Archives().file("../evil", "x")),
                arguments("parent inside", new Archives().file("a/../../evil", "x")),
                arguments("absolute", new Archives().file("/tmp/jox-evil", "x")),
                arguments("drive", new Archives().file("C:/evil", "x")),
                arguments("backslash", new Archives().file("..\\evil", "x")),
                arguments("parent folder", new Archives().folder("../evil")),
                arguments("link out", new Archives().symlink("a", "../../evil")),
                arguments("absolute link", new Archives().symlink("a", "/etc/passwd")),
                arguments("link by a sibling of the same prefix", new Archives().symlink("a", "../target-evil")),
                arguments(
                        "write through a link",
                        new Archives().symlink("a", "b").folder("b").file("a/evil", "x")),
                arguments(
                        "write through a link out",
                        new Archives().symlink("a", "..").file("a/evil", "x")),
                arguments(
                        "deep link to the root, then above it",
                        new Archives().folder("d/e").symlink("d/e/up", "../..").symlink("out", "d/e/up/..")),
                arguments(
                        "chain in the other order",
                        new Archives()
                                .symlink("out", "d/e/up/../evil")
                                .folder("d/e")
                                .symlink("d/e/up", "../..")),
                arguments(
                        "dangling chain out", new Archives().symlink("a", "b/c").symlink("b/c", "../../evil")),
                arguments("circle", new Archives().symlink("a", "b").symlink("b", "a")),
                arguments("link over a folder", new Archives().file("a/b", "x").symlink("a", "c")));
    }

    static Stream<Arguments> tarAttacks() {
        return Stream.of(
                arguments("hard link out", new Archives().hardlink("a", "../../evil")),
                arguments("hard link to a system file", new Archives().hardlink("a", "/etc/passwd")),
                arguments("hard link to nothing", new Archives().hardlink("a", "b")),
                arguments(
                        "hard link through a link",
                        new Archives().symlink("l", "..").hardlink("a", "l/evil")),
                arguments(
                        "hard link to a link moved up",
                        new Archives().folder("d/e").symlink("d/e/l", "../../x").hardlink("l", "d/e/l")),
                arguments("device", new Archives().special(TarConstants.LF_CHR, "null")),
                arguments("block device", new Archives().special(TarConstants.LF_BLK, "sda")));
    }

    static Stream<Arguments> attacksOfEveryKind() {
        return Stream.concat(
                Stream.concat(
                                attacks(),
                                Stream.of(arguments("pipe", new Archives().special(TarConstants.LF_FIFO, "p"))))
                        .flatMap(a -> Stream.of(Kind.TAR, Kind.ZIP).map(k -> arguments(k, a.get()[0], a.get()[1]))),
                tarAttacks().map(a -> arguments(Kind.TAR_GZ, a.get()[0], a.get()[1])));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("attacksOfEveryKind")
    void whatWouldLeaveTheTargetIsRefused(Kind kind, String what, Archives attack) throws IOException {
        Path archive = kind.write(attack, folder.resolve("attack"));
        Files.writeString(folder.resolve("around/evil"), "as it was");

        assertThatThrownBy(() -> unpack(archive))
                .as(what)
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("cannot unpack the archive of the test");

        assertThat(folder.resolve("around/evil")).hasContent("as it was");
        assertThat(folder.resolve("around")).isDirectoryNotContaining("glob:**/target-*");
        try (Stream<Path> files = Files.walk(folder.resolve("around"))) {
            assertThat(files.filter(Files::isSymbolicLink)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void truncatedAndDamagedArchivesAreRefused(Kind kind) throws IOException {
        Path whole = kind.write(
                new Archives().file("a", NOISE, 0644).file("b", NOISE, 0644).file("c", "the end"),
                folder.resolve("whole"));
        byte[] bytes = Files.readAllBytes(whole);
        for (int length : new int[] {
            0, 1, 300, bytes.length / 4, bytes.length / 2, bytes.length - (kind == Kind.TAR ? 10_240 : 10)
        }) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> Unpacker.unpack(cut, "it", Files.createTempDirectory(folder, "t")))
                    .as("%d of %d bytes", length, bytes.length)
                    .isInstanceOf(JoxException.class);
        }
        if (kind == Kind.TAR) {
            Path withoutEnd = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, 512 + 300_032));
            assertThatThrownBy(() -> unpack(withoutEnd)).hasMessageContaining("truncated");
        } else {
            byte[] flipped = bytes.clone();
            flipped[bytes.length / 2] ^= 1;
            Path damaged = Files.write(folder.resolve("damaged"), flipped);
            assertThatThrownBy(() -> unpack(damaged)).isInstanceOf(JoxException.class);
        }
    }

    @Test
    void whatIsNoArchiveIsRefusedByName() throws IOException {
        Path file = Files.write(folder.resolve("page.html"), "<html>".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> unpack(file))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("the archive of the test")
                .hasMessageContaining("neither a zip nor a tar");
    }

    private void unpack(Path archive) throws IOException {
        Unpacker.unpack(archive, "the archive of the test", target);
    }
}
