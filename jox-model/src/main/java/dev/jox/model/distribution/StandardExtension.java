package dev.jox.model.distribution;

import dev.jox.model.ModuleName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An extension module of the standard library.
 *
 * @param name its module name
 * @param variant which of several builds of the module this is; {@code default} where there is one
 * @param file the shared library, for a standalone one; empty for one built into libpython
 * @param initFunction the C function that creates the module, such as {@code PyInit__ssl}; empty for {@code builtins} and {@code sys}
 * @param objects object files that make up the module, for one that can be linked in
 * @param links libraries it is linked with, by their names without {@code lib} and suffix
 * @param licenses SPDX identifiers of the module's and its libraries' licences; empty when unknown
 * @param licenseFiles their texts, where the distribution brings them
 * @param copyleft whether any of them is a copyleft licence, or unknown
 * @param required whether the interpreter does not start without it
 * @param defect why its objects cannot be linked, such as a symbol that they need and nobody has; empty for a sound module
 */
public record StandardExtension(
        ModuleName name,
        String variant,
        Optional<Path> file,
        String initFunction,
        List<Path> objects,
        List<String> links,
        List<String> licenses,
        List<Path> licenseFiles,
        boolean copyleft,
        boolean required,
        Optional<String> defect) {

    public StandardExtension {
        objects = List.copyOf(objects);
        links = List.copyOf(links);
        licenses = List.copyOf(licenses);
        licenseFiles = List.copyOf(licenseFiles);
    }

    /** Whether the module is part of libpython rather than a file of its own. */
    public boolean builtIn() {
        return file.isEmpty();
    }
}
