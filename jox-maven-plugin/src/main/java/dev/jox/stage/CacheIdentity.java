package dev.jox.stage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Tells a cache from the same folder after somebody emptied it: values that point into it must be made again then. */
final class CacheIdentity {
    private CacheIdentity() {}

    /** The cache's identity; made at the first call. */
    static String of(Path root) throws IOException {
        Path file = root.resolve("identity");
        if (!Files.exists(file)) {
            Files.createDirectories(root);
            Path temporary = Files.createTempFile(root, "identity.", ".tmp");
            try {
                Files.writeString(temporary, UUID.randomUUID().toString());
                Files.createLink(file, temporary);
            } catch (FileAlreadyExistsException e) {
                // Another build was faster; its identity counts.
            } finally {
                Files.delete(temporary);
            }
        }
        return Files.readString(file);
    }
}
