package dev.jox.fetch;

import dev.jox.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;

/** Hashes of files, remembered in the cache for as long as a file's place, size and time stay what they are. */
public final class FileDigests {
    private static final String KIND = "file-digests";

    /** A file that was changed less than this ago may change again without its time changing. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final Cache cache;

    public FileDigests(Cache cache) {
        this.cache = cache;
    }

    public Sha256 of(Path file) throws IOException {
        Path real = file.toRealPath();
        BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
        Instant modified = attributes.lastModifiedTime().toInstant();
        if (modified.isAfter(Instant.now().minus(SETTLED))) {
            return Sha256.ofFile(real);
        }
        Sha256 key = Sha256.of(real + "\n" + attributes.size() + "\n" + modified + "\n" + attributes.fileKey());
        return Sha256.parse(Files.readString(cache.file(
                KIND,
                key,
                target -> Files.writeString(target, Sha256.ofFile(real).hex()))));
    }
}
