package dev.jox.model.capture;

import java.nio.file.Path;

/**
 * A shared library of a wheel that was built.
 *
 * @param path in the wheel, with slashes
 * @param content where its bytes are
 */
public record BuiltFile(String path, Path content) {}
