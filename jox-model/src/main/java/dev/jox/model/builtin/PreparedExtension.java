package dev.jox.model.builtin;

import dev.jox.model.ModuleName;
import java.nio.file.Path;
import java.util.List;

/**
 * An extension module that can join a link: it has everything that it needs, and its names are its own.
 *
 * @param initFunction the C function that creates it, as its objects have it now
 * @param objects all of them, in the order of the link; members of its own archives are among them
 * @param archives static libraries that others may need too: after the objects of all, each once
 * @param libraries what the toolchain finds by itself, by the names after {@code -l}
 * @param cplusplus whether the link is one for the C++ compiler, which adds its runtime
 */
public record PreparedExtension(
        ModuleName name,
        String initFunction,
        List<Path> objects,
        List<Path> archives,
        List<String> libraries,
        boolean cplusplus) {

    public PreparedExtension {
        objects = List.copyOf(objects);
        archives = List.copyOf(archives);
        libraries = List.copyOf(libraries);
    }
}
