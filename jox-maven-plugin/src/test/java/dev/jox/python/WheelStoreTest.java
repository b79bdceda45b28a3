package dev.jox.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.fetch.Cache;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.resource.FoundFile;
import dev.jox.model.resource.Origin;
import dev.jox.model.wheel.WheelRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WheelStoreTest {
    @TempDir
    Path folder;

    private WheelStore store;

    @BeforeEach
    void makeStore() {
        store = new WheelStore(new Cache(folder.resolve("cache")));
    }

    private PackageContents unpack(Path wheel) throws IOException {
        return store.unpack(new WheelFile(wheel, Sha256.ofFile(wheel)));
    }

    private void assertDamaged(Path wheel, String what) {
        assertThatThrownBy(() -> unpack(wheel))
                .isInstanceOfSatisfying(
                        JoxException.class,
                        e -> assertThat(e.problem())
                                .contains(wheel.getFileName().toString(), "damaged", what));
        assertThat(folder.resolve("cache/wheels"))
                .satisfiesAnyOf(
                        path -> assertThat(path).doesNotExist(),
                        path -> assertThat(path).isEmptyDirectory());
    }

    @Test
    void filesLieAsBelowSitePackages() throws IOException {
        Path wheel = new TestWheel("My_Pkg", "1.0")
                .file("pkg/__init__.py", "x = 1\n")
                .file("My_Pkg-1.0.data/purelib/pkg/more.py", "y = 2\n")
                .file("My_Pkg-1.0.data/scripts/run", "#!python\n")
                .file("My_Pkg-1.0.data/headers/pkg.h", "")
                .file("My_Pkg-1.0.data/data/share/x.txt", "data")
                .write(folder);
        PackageContents unpacked = unpack(wheel);
        assertThat(unpacked.origin()).isEqualTo(new Origin(Origin.Kind.PACKAGE, "my-pkg", "1.0"));
        assertThat(unpacked.notes()).isEmpty();
        assertThat(unpacked.files())
                .extracting(FoundFile::path)
                .containsExactly(
                        "My_Pkg-1.0.data/data/share/x.txt",
                        "My_Pkg-1.0.data/scripts/run",
                        "My_Pkg-1.0.dist-info/INSTALLER",
                        "My_Pkg-1.0.dist-info/METADATA",
                        "My_Pkg-1.0.dist-info/RECORD",
                        "My_Pkg-1.0.dist-info/WHEEL",
                        "pkg/__init__.py",
                        "pkg/more.py");
        for (FoundFile file : unpacked.files()) {
            assertThat(Sha256.ofFile(file.content().path()))
                    .isEqualTo(file.content().sha256());
            assertThat(file.executable()).isEqualTo(file.path().endsWith("scripts/run"));
        }
        assertThat(unpack(wheel)).isEqualTo(unpacked);
    }

    @Test
    void recordNamesWhatIsThere() throws IOException {
        PackageContents unpacked = unpack(new TestWheel("pkg", "1.0")
                .file("pkg-1.0.data/purelib/pkg.py", "y = 2\n")
                .write(folder));
        String record = Files.readString(unpacked.folder().resolve("pkg-1.0.dist-info/RECORD"));
        assertThat(WheelRecord.parse(record).rows())
                .extracting(WheelRecord.Row::path)
                .containsExactly(
                        "pkg-1.0.dist-info/INSTALLER",
                        "pkg-1.0.dist-info/METADATA",
                        "pkg-1.0.dist-info/RECORD",
                        "pkg-1.0.dist-info/WHEEL",
                        "pkg.py");
    }

    @Test
    void aFileThatRecordDoesNotNameIsNoted() throws IOException {
        Path wheel = new TestWheel("pkg", "1.0").unrecorded("extra.txt", "?").write(folder);
        assertThat(unpack(wheel).notes()).singleElement().asString().contains("extra.txt", "RECORD");
    }

    @Test
    void anotherHashIsDamage() {
        assertDamaged(
                new TestWheel("pkg", "1.0")
                        .file("pkg.py", "x = 1\n")
                        .row("pkg.py", "AAAA", 6)
                        .write(folder),
                "pkg.py has the SHA-256");
    }

    @Test
    void anotherSizeIsDamage() {
        assertDamaged(
                new TestWheel("pkg", "1.0")
                        .file("pkg.py", "x = 1\n")
                        .row("pkg.py", "AAAA", 7)
                        .write(folder),
                "pkg.py has 6 bytes; its RECORD says 7");
    }

    @Test
    void aMissingFileIsDamage() {
        assertDamaged(new TestWheel("pkg", "1.0").row("gone.py", "AAAA", 7).write(folder), "gone.py");
    }

    @Test
    void entriesStayBelowTheRoot() {
        for (String path : Arrays.asList("../up.py", "/root.py", "a/../../up.py", "a\\b.py", "C:x.py")) {
            assertDamaged(new TestWheel("pkg", "1.0").file(path, "x").write(folder), "leaves its root");
            assertThat(folder.resolve("cache/up.py")).doesNotExist();
        }
    }

    @Test
    void aDataSchemeCannotOverwriteAnotherFile() {
        assertDamaged(
                new TestWheel("pkg", "1.0")
                        .file("pkg.py", "x")
                        .file("pkg-1.0.data/purelib/pkg.py", "y")
                        .write(folder),
                "two of its files go to pkg.py");
    }

    @Test
    void noRecordAndNoZipAreDamage() throws IOException {
        assertDamaged(new TestWheel("pkg", "1.0").withoutRecord().write(folder), "RECORD");
        assertDamaged(Files.writeString(folder.resolve("broken-1.0-py3-none-any.whl"), "no zip"), "");
        Path cut = new TestWheel("cut", "1.0").file("cut.py", "x".repeat(1000)).write(folder);
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
        assertDamaged(cut, "");
    }
}
