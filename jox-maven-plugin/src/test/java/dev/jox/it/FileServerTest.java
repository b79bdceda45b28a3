package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileServerTest {
    @Test
    void givesItsFileAndCounts(@TempDir Path folder) throws Exception {
        FileServer server = FileServer.start(Files.writeString(folder.resolve("a.txt"), "content"));
        try (var answer = URI.create(server.url()).toURL().openStream()) {
            assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("content");
        }
        server.gave(1);
        assertThatThrownBy(() -> server.gave(2)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> URI.create(server.url() + "x").toURL().openStream())
                .isInstanceOf(FileNotFoundException.class);
        server.gave(1).stop();
    }
}
