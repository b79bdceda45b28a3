package dev.jox.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproducibleArchiveTest {
    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void zipsSourcesAndNoBytecode() throws IOException {
        file("pkg/mod.py", "x = 1\n");
        file("pkg/data.txt", "data");
        file("pkg/__pycache__/mod.cpython-314.pyc", "");
        Path archive = folder.resolve("out/lib.zip");

        ReproducibleArchive.zip(folder.resolve("in"), archive, "2026-01-01T00:00:00Z");

        try (ZipFile zip = new ZipFile(archive.toFile())) {
            assertThat(zip.stream().map(Object::toString)).containsExactly("pkg/data.txt", "pkg/mod.py");
        }
    }

    @Test
    void bytesDependOnNamesAndContentsAlone() throws IOException {
        Path mod = file("mod.py", "x = 1\n");
        ReproducibleArchive.zip(folder.resolve("in"), folder.resolve("a.zip"), null);
        Files.setLastModifiedTime(mod, FileTime.fromMillis(0));
        ReproducibleArchive.zip(folder.resolve("in"), folder.resolve("b.zip"), null);

        assertThat(folder.resolve("a.zip")).hasSameBinaryContentAs(folder.resolve("b.zip"));
    }

    @Test
    void tarKeepsExecutableBits() throws IOException {
        Path program = file("hello", "#!");
        Path data = file("lib/data", "d");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path archive = folder.resolve("out.tar.gz");

        ReproducibleArchive.tarGz(folder.resolve("in"), List.of(data, program), archive, "1");

        List<String> entries = new ArrayList<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GzipCompressorInputStream(Files.newInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.add(entry.getName() + " " + Integer.toOctalString(entry.getMode()));
            }
        }
        assertThat(entries).containsExactly("hello 100755", "lib/data 100644");
    }
}
