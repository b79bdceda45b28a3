package dev.jox.model.resource;

import dev.jox.model.Content;

/**
 * A module's compiled code.
 *
 * @param path the path of the {@link Resource.ModuleSource} it was compiled from
 * @param optimizeLevel 0, 1 or 2, as in {@code python -O}
 * @param content a marshalled code object without the header of {@code .pyc} files
 */
public record Bytecode(String path, int optimizeLevel, Content content) {}
