package dev.jox.model.distribution;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The parts that a libpython with another set of built-in modules can be linked from. Paths are absolute.
 *
 * @param objects the object files of CPython's core, without its extension modules and without {@link #inittabObject}; or an
 *     archive with everything, where there is nothing to choose from
 * @param links libraries the core is linked with, by their names without {@code lib} and suffix
 * @param inittabObject the object that defines {@code _PyImport_Inittab} for the distribution's own set of built-ins; empty where
 *     it is among the {@link #objects}
 * @param inittabSource the source of that object, CPython's {@code config.c}
 * @param inittabFlags compiler flags for that source
 */
public record LinkableCore(
        List<Path> objects,
        List<String> links,
        Optional<Path> inittabObject,
        Optional<Path> inittabSource,
        List<String> inittabFlags) {

    public LinkableCore {
        objects = List.copyOf(objects);
        links = List.copyOf(links);
        inittabFlags = List.copyOf(inittabFlags);
    }
}
