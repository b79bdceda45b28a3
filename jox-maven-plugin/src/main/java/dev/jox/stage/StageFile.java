package dev.jox.stage;

import dev.jox.model.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A stage's value on disk: {@code <name>.json}, and beside it {@code <name>.inputs.json} with everything the value came from, in
 * readable form, so that a comparison of two builds' files says why a stage ran again.
 */
final class StageFile<T> {
    private final Path file;
    private final Path inputsFile;

    StageFile(Path folder, String name) {
        this.file = folder.resolve(name + ".json");
        this.inputsFile = folder.resolve(name + ".inputs.json");
    }

    /** Whether there is a value that came from just these inputs. */
    boolean isCurrent(Object inputs) throws IOException {
        return Files.isRegularFile(file)
                && Files.isRegularFile(inputsFile)
                && Files.readString(inputsFile, StandardCharsets.UTF_8).equals(Json.text(inputs));
    }

    /** Writes the value, and last the inputs: a build that is killed in between leaves a value that is not current. */
    void write(Object inputs, T value) throws IOException {
        Files.deleteIfExists(inputsFile);
        Json.write(file, value);
        Json.write(inputsFile, inputs);
    }
}
