package dev.jox.distribution;

import dev.jox.model.JoxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files that a PYTHON.json names, each known to be there and to be the archive's own.
 *
 * @param source the archive, for messages
 * @param root the folder of PYTHON.json
 */
record FullArchiveFiles(String source, Path root) {
    Path get(String relative) {
        Path file = root.resolve(relative).normalize();
        if (!file.startsWith(root)) {
            throw JoxException.user(
                    "PYTHON.json of " + source + " names '" + relative + "', which is outside of the archive",
                    "take another distribution");
        }
        if (!Files.exists(file)) {
            throw JoxException.user(
                    "PYTHON.json of " + source + " names '" + relative + "', which is not in the archive",
                    "the distribution is incomplete; take another one");
        }
        return file;
    }

    List<Path> all(List<String> relative) {
        return relative.stream().map(this::get).toList();
    }
}
