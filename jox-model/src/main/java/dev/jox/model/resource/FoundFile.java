package dev.jox.model.resource;

import dev.jox.model.Content;
import dev.jox.model.binary.NativeImage;
import java.util.Optional;

/**
 * A file before it is known what it is.
 *
 * @param path where it would lie below site-packages, with slashes
 * @param executable whether it has its executable bit
 * @param image what it says about itself, where its content is that of a shared library or program
 */
public record FoundFile(String path, Content content, boolean executable, Optional<NativeImage> image) {
    /** The path of its folder; empty at the root. */
    String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The name after the last slash. */
    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
