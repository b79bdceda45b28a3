package dev.jox.model.policy;

import dev.jox.model.ModuleName;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.Resource;
import java.util.Optional;

/**
 * What rules look at.
 *
 * @param dotted the module's name, or the path read as one
 * @param size in bytes
 */
record Subject(String path, String dotted, boolean isModule, Origin origin, ResourceType type, long size) {
    static Subject of(Resource resource) {
        Optional<ModuleName> module = moduleName(resource);
        return new Subject(
                resource.path(),
                module.map(ModuleName::dotted).orElseGet(() -> resource.path().replace('/', '.')),
                module.isPresent(),
                resource.origin(),
                ResourceType.of(resource),
                resource.content().size());
    }

    /** A library that was looked for in vain, by its name. */
    static Subject ofMissingLibrary(String library, Origin neededBy) {
        return new Subject(library, library, false, neededBy, ResourceType.SHARED_LIBRARY, 0);
    }

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Optional<ModuleName> moduleName(Resource resource) {
        if (resource instanceof Resource.ModuleSource module) {
            return Optional.of(module.name());
        } else if (resource instanceof Resource.ModuleBytecode module) {
            return Optional.of(module.name());
        } else if (resource instanceof Resource.ExtensionModule module) {
            return Optional.of(module.name());
        }
        return Optional.empty();
    }
}
