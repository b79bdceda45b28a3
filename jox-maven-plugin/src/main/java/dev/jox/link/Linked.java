package dev.jox.link;

import java.nio.file.Path;
import java.util.List;

/**
 * An executable that was made.
 *
 * @param size of its file, in bytes
 * @param packSize how much of that the packed resources are
 * @param beside the files that were placed beside it, absolute, in order
 * @param warnings one line each
 */
public record Linked(Path executable, long size, long packSize, List<Path> beside, List<String> warnings) {
    public Linked {
        beside = List.copyOf(beside);
        warnings = List.copyOf(warnings);
    }
}
