package dev.jox.link;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An executable that was made.
 *
 * @param size of its file, in bytes
 * @param packSize how much of that the packed resources are
 * @param beside the files that were placed beside it, absolute, in order
 * @param code what built-in modules brought that were linked in, in bytes, by their paths in the plan
 * @param warnings one line each
 */
public record Linked(
        Path executable,
        long size,
        long packSize,
        List<Path> beside,
        SortedMap<String, Long> code,
        List<String> warnings) {
    public Linked {
        beside = List.copyOf(beside);
        code = new TreeMap<>(code);
        warnings = List.copyOf(warnings);
    }
}
