package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpythonTest {
    private static final String ROOT = "org/bytedeco/cpython/linux-x86_64/";

    @TempDir
    Path folder;

    private Cpython cpython = new Cpython(Path.of("unset"));

    @BeforeEach
    void jar() throws IOException {
        Path jar = folder.resolve("cpython.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            add(zip, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n");
            add(zip, ROOT + "bin/python3.14", "#!/bin/sh\necho \"{\\\"described\\\": \\\"${2##*/}\\\"}\"\n");
            add(zip, ROOT + "lib/python3.14/os.py", "name = 'posix'\n");
        }
        cpython = new Cpython(jar);
    }

    @Test
    void installsWhatIsUnderItsRoot() throws IOException {
        Path installed = cpython.install(folder.resolve("python"));
        assertThat(installed.resolve("bin/python3.14")).isExecutable();
        assertThat(installed.resolve("lib/python3.14/os.py")).hasContent("name = 'posix'");
        assertThat(installed.resolve("META-INF")).doesNotExist();
    }

    @Test
    void archivesHaveTheLayoutsOfPythonBuildStandalone() throws IOException {
        Path installOnly = folder.resolve("made/install_only.tar.gz");
        assertThat(cpython.installOnly(installOnly)).isEqualTo(Cpython.sha256(installOnly));
        Program tar = Program.of(Path.of("/bin/tar"));
        tar.run("-tvzf", installOnly)
                .mentions("-rwxr-xr-x", "python/bin/python3.14", "-rw-r--r--", "python/lib/python3.14/os.py");

        Path full = folder.resolve("full.tar.zst");
        cpython.full(full);
        Path plain = folder.resolve("full.tar");
        try (var content = new com.github.luben.zstd.ZstdInputStream(Files.newInputStream(full))) {
            Files.copy(content, plain);
        }
        tar.run("-xOf", plain, "python/PYTHON.json").prints("{\"described\": \"describe.py\"}\n");
        tar.run("-tf", plain).mentions("python/install/bin/python3.14");
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
