package dev.jox.model.policy;

import dev.jox.model.ModuleName;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.resource.Resource;
import java.util.Optional;

/** An extension module or shared library with what rules say about it. */
record Binary(Resource resource, NativeImage image, Matched matched) {
    String path() {
        return resource.path();
    }

    /** The module that it is, for an extension module. */
    Optional<ModuleName> module() {
        return resource instanceof Resource.ExtensionModule module ? Optional.of(module.name()) : Optional.empty();
    }

    boolean isExtension() {
        return resource instanceof Resource.ExtensionModule;
    }

    String fileName() {
        return path().substring(path().lastIndexOf('/') + 1);
    }

    /** What the loader knows it by, comparable. */
    String name() {
        return NativeImage.nameKey(image.format(), image.soname().orElseGet(this::fileName));
    }

    @Override
    public String toString() {
        return path() + " (" + resource.origin() + ")";
    }
}
