package dev.jox.python;

import dev.jox.model.Content;
import dev.jox.model.Sha256;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.binary.NativeImageReader;
import dev.jox.model.resource.FoundFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file below a folder as an index keeps it, so that the folder is read once.
 *
 * @param path relative to the folder, with slashes
 */
record IndexedFile(String path, long size, Sha256 sha256, boolean executable, Optional<NativeImage> image) {
    /** Looks at a file. */
    static IndexedFile of(String path, Path file) throws IOException {
        return of(path, file, Sha256.ofFile(file), Files.isExecutable(file));
    }

    static IndexedFile of(String path, Path file, Sha256 sha256, boolean executable) throws IOException {
        return new IndexedFile(path, Files.size(file), sha256, executable, NativeImageReader.read(file));
    }

    FoundFile below(Path folder) {
        return new FoundFile(path, new Content(folder.resolve(path), size, sha256), executable, image);
    }
}
