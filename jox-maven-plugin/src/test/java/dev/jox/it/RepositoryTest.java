package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryTest {
    private static final String PLUGIN = "<artifactId>jox-maven-plugin</artifactId>";

    @TempDir
    Path folder;

    @Test
    void findsArtifacts() throws IOException {
        Path version = Files.createDirectories(folder.resolve("com/example/tool/1"));
        Files.copy(Path.of("/bin/true"), version.resolve("tool-1.exe"));
        Repository artifacts = new Repository(folder.toFile()).version("com.example", "tool", "1");
        assertThat(artifacts.has("tool-1.exe").executable("tool-1.exe").file()).isExecutable();
        assertThatThrownBy(() -> artifacts.has("tool-1.jar")).isInstanceOf(AssertionError.class);
    }

    @Test
    void thePluginCanBeThereInAnotherVersion() throws IOException {
        Path version = Files.createDirectories(folder.resolve("dev/jox/jox-maven-plugin/" + PluginCopy.VERSION));
        Files.writeString(
                version.resolve("jox-maven-plugin-" + PluginCopy.VERSION + ".pom"), "<project>\n  " + PLUGIN + "\n");
        String coordinates = "  " + PLUGIN + "\n  <version>";
        Path jar = version.resolve("jox-maven-plugin-" + PluginCopy.VERSION + ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/maven/plugin.xml"));
            zip.write((coordinates + PluginCopy.VERSION + "</version>").getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("dev/jox/Some.class"));
            zip.write(("0.1.0-SNAPSHOT").getBytes(StandardCharsets.UTF_8));
        }

        assertThat(new PluginCopy(folder).withVersion("2")).isEqualTo("2");

        Path copy = folder.resolve("dev/jox/jox-maven-plugin/2");
        assertThat(copy.resolve("jox-maven-plugin-2.pom")).content().contains(PLUGIN + "\n  <version>2</version>");
        try (ZipFile zip = new ZipFile(copy.resolve("jox-maven-plugin-2.jar").toFile())) {
            assertThat(content(zip, "META-INF/maven/plugin.xml")).isEqualTo(coordinates + "2</version>");
            assertThat(content(zip, "dev/jox/Some.class")).isEqualTo("0.1.0-SNAPSHOT");
        }
    }

    private static String content(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
