package dev.jox.model.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.jox.model.ModuleName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureJoinTest {
    private static final String SUFFIX = ".cpython-314-x86_64-linux-gnu.so";

    @TempDir
    Path folder;

    private final List<BuiltFile> files = new ArrayList<>();
    private int count;

    @Test
    void anEqualFileIsTheSame() throws IOException {
        link("/build/somewhere/_core.so", "core");
        link("/other/_core.so", "another");
        file("pkg/sub/_core.so", "core");
        CaptureJoin join = join();
        assertThat(join.extensions()).hasSize(1);
        assertThat(join.extensions().get(0).module()).isEqualTo(new ModuleName("pkg.sub._core"));
        assertThat(join.extensions().get(0).link().output()).isEqualTo(Path.of("/build/somewhere/_core.so"));
        assertThat(join.findings()).containsExactly(new CaptureFinding.NotShipped(Path.of("/other/_core.so")));
    }

    @Test
    void aStrippedFileIsFoundByItsPath() throws IOException {
        link("/b/lib.linux/one/_fast" + SUFFIX, "1");
        link("/b/lib.linux/two/_fast" + SUFFIX, "2");
        file("one/_fast" + SUFFIX, "stripped 1");
        file("two/_fast" + SUFFIX, "stripped 2");
        CaptureJoin join = join();
        assertThat(join.extensions())
                .extracting(
                        e -> e.module().dotted(),
                        e -> e.link().output().getName(2).toString())
                .containsExactly(tuple("one._fast", "one"), tuple("two._fast", "two"));
        assertThat(join.findings()).isEmpty();
    }

    @Test
    void twoPossibleLinksAreNotGuessedBetween() throws IOException {
        link("/x/_fast.so", "1");
        link("/y/_fast.so", "2");
        file("pkg/_fast.so", "stripped");
        CaptureJoin join = join();
        assertThat(join.extensions()).isEmpty();
        assertThat(join.findings()).contains(new CaptureFinding.Ambiguous("pkg/_fast.so", 2));
    }

    @Test
    void theLastOfTwoLinksOfOneOutputCounts() throws IOException {
        link("/b/_fast.so", "first");
        link("/b/_fast.so", "second");
        file("_fast.so", "second");
        assertThat(join().extensions()).hasSize(1);
        assertThat(join().findings()).isEmpty();
    }

    @Test
    void filesThatNobodyLinkedAreTold() throws IOException {
        file("pkg/_fast.so", "came as it is");
        assertThat(join().findings()).containsExactly(new CaptureFinding.NotCaptured("pkg/_fast.so"));
    }

    @Test
    void whatSetuptoolsKnewComesAlong() throws IOException {
        link("/b/_fast.so", "1");
        file("pkg/_fast.so", "1");
        extension("pkg._fast", true, false);
        extension("pkg._speedups", false, true);
        CaptureJoin join = join();
        Optional<ExtensionRecord> declared = join.extensions().get(0).declared();
        assertThat(declared).hasValueSatisfying(e -> assertThat(e.libraries()).containsExactly("z"));
        assertThat(join.findings()).containsExactly(new CaptureFinding.NotBuilt(new ModuleName("pkg._speedups"), true));
    }

    @Test
    void anUnfinishedLinkDoesNotCountAndAnUnknownFormatFails() throws IOException {
        Files.createDirectories(folder.resolve("links/1-1"));
        assertThat(CaptureRecords.read(folder).links()).isEmpty();
        assertThat(CaptureRecords.read(folder.resolve("absent")).extensions()).isEmpty();
        link("/b/_fast.so", "1");
        Path json = folder.resolve("links/00-1/link.json");
        Files.writeString(json, Files.readString(json).replace("\"format\": 1", "\"format\": 2"));
        assertThatThrownBy(() -> CaptureRecords.read(folder)).hasMessageContaining("format 2");
    }

    @ParameterizedTest
    @CsvSource({
        "pkg/_x.cpython-314-x86_64-linux-gnu.so, pkg._x",
        "_x.abi3.so, _x",
        "a/b/x.so, a.b.x",
        "pkg/__init__.cpython-313-x86_64-linux-musl.so, pkg",
        "x.cp314-win_amd64.pyd, x",
        "pkg-1.0.data/platlib/pkg/x.so, pkg.x",
        "pkg.libs/libz.so.1, ",
        "pkg-1.0.data/data/lib/x.so, ",
        "pkg/x.txt, ",
    })
    void modulesOfFiles(String path, @Nullable String module) {
        assertThat(WheelPaths.module(path))
                .isEqualTo(Optional.ofNullable(module).map(ModuleName::new));
    }

    private CaptureJoin join() throws IOException {
        return CaptureJoin.of(CaptureRecords.read(folder), files);
    }

    private void link(String output, String content) throws IOException {
        Path record = Files.createDirectories(folder.resolve("links/" + count++ + "0-1"));
        Files.writeString(record.resolve("output"), content);
        Files.writeString(record.resolve("link.json"), """
                {"format": 1, "tool": "cc", "directory": "/b", "arguments": ["-shared"],
                 "output": "%s", "outputCopy": "output", "inputs": []}
                """.formatted(output));
    }

    private void extension(String module, boolean built, boolean optional) throws IOException {
        Path record = Files.createDirectories(folder.resolve("extensions")).resolve(module + ".json");
        Files.writeString(record, """
                {"format": 1, "module": "%s", "file": "/b/x.so", "built": %s, "optional": %s, "sources": ["a.c"],
                 "libraries": ["z"], "extraObjects": [], "extraLinkArguments": [], "language": "c"}
                """.formatted(module, built, optional));
    }

    private void file(String path, String content) throws IOException {
        Path file = folder.resolve("wheel").resolve(path);
        Files.createDirectories(file.getParent());
        files.add(new BuiltFile(path, Files.writeString(file, content)));
    }
}
