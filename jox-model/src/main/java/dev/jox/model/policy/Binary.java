package dev.jox.model.policy;

import dev.jox.model.binary.NativeImage;
import dev.jox.model.resource.Resource;

/** An extension module or shared library with what rules say about it. */
record Binary(Resource resource, NativeImage image, Matched matched) {
    String path() {
        return resource.path();
    }

    boolean isExtension() {
        return resource instanceof Resource.ExtensionModule;
    }

    String fileName() {
        return path().substring(path().lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return path() + " (" + resource.origin() + ")";
    }
}
