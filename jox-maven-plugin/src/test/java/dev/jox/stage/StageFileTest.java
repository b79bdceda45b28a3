package dev.jox.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageFileTest {
    record Value(String text) {}

    @TempDir
    Path folder;

    private StageFile<Value> stage() {
        return new StageFile<>(folder, "value");
    }

    @Test
    void isCurrentForTheSameInputsOnly() throws IOException {
        stage().write(Map.of("a", 1), new Value("x"));

        assertThat(stage().isCurrent(Map.of("a", 1))).isTrue();
        assertThat(stage().isCurrent(Map.of("a", 2))).isFalse();
    }

    @Test
    void aValueWithoutInputsIsNotCurrent() throws IOException {
        stage().write(Map.of("a", 1), new Value("x"));
        Files.delete(folder.resolve("value.inputs.json"));

        assertThat(stage().isCurrent(Map.of("a", 1))).isFalse();
    }
}
