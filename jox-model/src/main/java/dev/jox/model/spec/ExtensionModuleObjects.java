package dev.jox.model.spec;

import dev.jox.model.ModuleName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An extension module that a pom gives as what it is linked from. Paths are absolute.
 *
 * @param initFunction the C function that creates the module; empty for the one that its name gives
 * @param objects object files, all of which are linked
 * @param archives static libraries, of which what is needed is linked
 * @param libraries other libraries, by the names after {@code -l}
 * @param licenses SPDX identifiers
 */
public record ExtensionModuleObjects(
        ModuleName name,
        Optional<String> initFunction,
        List<Path> objects,
        List<Path> archives,
        List<String> libraries,
        List<String> licenses) {
    public ExtensionModuleObjects {
        objects = List.copyOf(objects);
        archives = List.copyOf(archives);
        libraries = List.copyOf(libraries);
        licenses = List.copyOf(licenses);
    }
}
