package dev.jox.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemLibrariesTest {
    @TempDir
    Path folder;

    @Test
    void foldersComeInTheLoadersOrderEachOnce() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), first);
        Path parts = Files.createDirectory(folder.resolve("conf.d"));
        Files.writeString(parts.resolve("b.conf"), second + "  # comment\n" + folder.resolve("gone") + "\n");
        Files.writeString(parts.resolve("a.conf"), first + "\ninclude conf.d/*.conf\n");
        Files.writeString(parts.resolve("ignored.txt"), folder + "\n");
        Path configuration =
                Files.writeString(folder.resolve("ld.so.conf"), "# c\ninclude conf.d/*.conf\n" + link + "\n");
        assertThat(new SystemLibraries("EM_X86_64", configuration).systemFolders())
                .startsWith(first, second)
                .doesNotContain(link, folder)
                .allMatch(Files::isDirectory);
    }

    @Test
    void onlyLibrariesForTheTargetAreFound() throws IOException {
        SystemLibraries libraries = new SystemLibraries("EM_X86_64", folder.resolve("none"));
        Path libc = libraries.systemFolders().stream()
                .map(system -> system.resolve("libc.so.6"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        Files.copy(libc, folder.resolve("libc.so.6"));
        Files.writeString(folder.resolve("libtext.so"), "INPUT(libc.so.6)");
        assertThat(libraries.find(folder, "libc.so.6")).get().satisfies(file -> {
            assertThat(file.path()).isEqualTo("jox.libs/libc.so.6");
            assertThat(file.image().orElseThrow().soname()).contains("libc.so.6");
        });
        assertThat(libraries.find(folder, "libtext.so")).isEmpty();
        assertThat(libraries.find(folder, "libgone.so")).isEmpty();
        assertThat(new SystemLibraries("EM_AARCH64", folder.resolve("none")).find(folder, "libc.so.6"))
                .isEmpty();
    }
}
