package dev.jox.python;

import java.nio.file.Path;

/**
 * A folder of the application's own modules.
 *
 * @param name the artifactId of the module of the reactor that it comes from
 */
public record SourceFolder(Path folder, String name, String version) {}
