package dev.jox.model.policy;

import dev.jox.model.ModuleName;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.Resource;
import java.util.Optional;

/**
 * What rules look at.
 *
 * @param module the module's name, for a module
 * @param size in bytes
 */
record Subject(String path, Optional<ModuleName> module, Origin origin, ResourceType type, long size) {
    static Subject of(Resource resource) {
        return new Subject(
                resource.path(),
                moduleName(resource),
                resource.origin(),
                ResourceType.of(resource),
                resource.content().size());
    }

    /** A library that was looked for in vain, by its name. */
    static Subject ofMissingLibrary(String library, Origin neededBy) {
        return new Subject(library, Optional.empty(), neededBy, ResourceType.SHARED_LIBRARY, 0);
    }

    /** An extension module that is part of libpython. */
    static Subject ofBuiltIn(ModuleName name, Origin origin) {
        return new Subject(name.path(), Optional.of(name), origin, ResourceType.EXTENSION_MODULE, 0);
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
