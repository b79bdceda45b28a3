package dev.jox.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.fetch.Archives;
import dev.jox.model.Flavor;
import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.Target;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.Libpython;
import dev.jox.model.distribution.StandardExtension;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pythons for Windows, told by their files. */
class WindowsArchiveTest {
    @TempDir
    Path folder;

    private static Archives installation(String root, String library) {
        return new Archives()
                .file(root + "python.exe", "MZ")
                .file(root + "python3.dll", "MZ")
                .file(root + "python313.dll", "MZ")
                .file(root + "include/Python.h", "")
                .file(root + "include/patchlevel.h", "#define PY_MAJOR_VERSION 3\n#define PY_VERSION      \"3.13.5\"\n")
                .file(root + library + "/os.py", "")
                .file(root + "libs/python313.lib", "");
    }

    @Test
    void theMavenArtifactsLayoutIsRead() throws IOException {
        Path archive = installation("org/bytedeco/cpython/windows-x86_64/", "lib")
                .file("org/bytedeco/cpython/windows-x86_64/lib/_ssl.pyd", "MZ")
                .file("org/bytedeco/cpython/windows-x86_64/lib/libssl-3.dll", "MZ")
                .zip(folder.resolve("a.jar"), false);

        Distribution distribution = new Resolving(folder).file(archive, "3.13", Target.WINDOWS_MSVC);

        Path root = distribution.root().resolve("org/bytedeco/cpython/windows-x86_64");
        assertThat(distribution.version()).hasToString("3.13.5");
        assertThat(distribution.flavor()).isEqualTo(Flavor.STANDALONE_DYNAMIC);
        assertThat(distribution.interpreter()).isEmpty();
        assertThat(distribution.libpython())
                .isEqualTo(new Libpython.WindowsDll(root.resolve("python313.dll"), root.resolve("libs/python313.lib")));
        assertThat(distribution.standardLibrary()).isEqualTo(root.resolve("lib"));
        assertThat(distribution.libraryDirectories()).contains(root, root.resolve("lib"));
        assertThat(distribution.cacheTag()).isEqualTo("cpython-313");
        assertThat(distribution.extensionSuffixes()).containsExactly(".cp313-win_amd64.pyd", ".pyd");
        StandardExtension ssl = extension(distribution, "_ssl");
        assertThat(ssl.file()).contains(root.resolve("lib/_ssl.pyd"));
        assertThat(ssl.licenses()).containsExactly("Apache-2.0");
        assertThat(extension(distribution, "winreg").builtIn()).isTrue();
        assertThat(extension(distribution, "zlib").links()).containsExactly("z");
    }

    @Test
    void anInstallersLayoutIsRead() throws IOException {
        Path archive = installation("python/", "Lib")
                .file("python/DLLs/_queue.pyd", "MZ")
                .tarGz(folder.resolve("a.tar.gz"));

        Distribution distribution = new Resolving(folder).file(archive, "", Target.WINDOWS_MSVC);

        assertThat(extension(distribution, "_queue").file())
                .contains(distribution.root().resolve("python/DLLs/_queue.pyd"));
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        Path archive = new Archives()
                .file("python.exe", "MZ")
                .file("python313.dll", "MZ")
                .file("Lib/os.py", "")
                .zip(folder.resolve("embeddable.zip"));

        assertThatThrownBy(() -> new Resolving(folder).file(archive, "", Target.WINDOWS_MSVC))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("embeddable.zip")
                .hasMessageContaining("headers");
    }

    @Test
    void otherTargetsAreRefusedNamingBoth() throws IOException {
        Path archive = installation("", "Lib").zip(folder.resolve("a.zip"));

        assertThatThrownBy(() -> new Resolving(folder).file(archive, "", Target.LINUX_GNU))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("x86_64-pc-windows-msvc")
                .hasMessageContaining("x86_64-unknown-linux-gnu");
    }

    private static StandardExtension extension(Distribution distribution, String name) {
        return distribution.extensions().stream()
                .filter(e -> e.name().equals(new ModuleName(name)))
                .findFirst()
                .orElseThrow();
    }
}
