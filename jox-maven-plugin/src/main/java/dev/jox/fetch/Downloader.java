package dev.jox.fetch;

import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Gets files from Maven repositories, URLs and the disk, each checked against its hash before anything reads it. Nothing is fetched that
 * is there already, and what several builds or modules want at once is fetched once.
 */
public final class Downloader {
    private static final String KIND = "downloads";

    private final ArtifactFiles artifacts;
    private final UrlTransfer urls;
    private final Cache cache;
    private final FileDigests digests;

    Downloader(ArtifactFiles artifacts, UrlTransfer urls, Cache cache, FileDigests digests) {
        this.artifacts = artifacts;
        this.urls = urls;
        this.cache = cache;
        this.digests = digests;
    }

    /**
     * The file behind a URL, kept in the cache.
     *
     * @throws JoxException when it cannot be had, or has another hash
     */
    public Path url(URI url, Sha256 sha256, Purpose purpose) {
        return cache.file(KIND, sha256, target -> {
            // outlives a failed producer, so that the next one goes on where this one was cut off; the cache's lock
            // covers it
            Path partial = PartialFile.place(cache.root().resolve(".partial"), sha256.hex());
            boolean resumed = urls.fetch(url, partial, purpose);
            Sha256 found = Sha256.ofFile(partial);
            if (!found.equals(sha256) && resumed) {
                // the beginning may be that of an older file of the same name
                Files.delete(partial);
                urls.fetch(url, partial, purpose);
                found = Sha256.ofFile(partial);
            }
            if (!found.equals(sha256)) {
                Files.delete(partial);
                throw mismatch(url.toString(), sha256, found, purpose);
            }
            Files.move(partial, target);
        });
    }

    /**
     * A Maven artifact's file in the local repository.
     *
     * @param coordinates as resolver writes them: {@code group:artifact:extension:classifier:version}
     * @throws JoxException when it cannot be had, or has another hash
     */
    public Path artifact(String coordinates, Sha256 sha256, Purpose purpose) {
        return verified(artifact(coordinates, purpose), coordinates, sha256, purpose);
    }

    /** A Maven artifact's file in the local repository, whatever its hash; Maven checked the repository's own checksums. */
    public Path artifact(String coordinates, Purpose purpose) {
        // two processes with one local repository would both download it: Maven's own locks are those of one process
        return cache.exclusively("artifacts", Sha256.of(coordinates), () -> artifacts.resolve(coordinates, purpose));
    }

    /**
     * A file of the machine.
     *
     * @return the same file
     * @throws JoxException when it is not there, or has another hash
     */
    public Path local(Path file, Sha256 sha256, Purpose purpose) {
        if (!Files.isRegularFile(file)) {
            throw JoxException.user(
                    purpose.what() + " is to come from " + file + ", which is no file",
                    "correct the path in <file> (-Djox.distribution.file)");
        }
        return verified(file, file.toString(), sha256, purpose);
    }

    private Path verified(Path file, String name, Sha256 sha256, Purpose purpose) {
        Sha256 found;
        try {
            found = digests.of(file);
        } catch (IOException e) {
            throw JoxException.environment("cannot read " + file + ": " + e.getMessage(), "check the file", e);
        }
        if (!found.equals(sha256)) {
            throw mismatch(name, sha256, found, purpose);
        }
        return file;
    }

    private static JoxException mismatch(String name, Sha256 expected, Sha256 found, Purpose purpose) {
        return JoxException.user(
                purpose.what() + " from " + name + " has the wrong sha256: " + expected + " was expected by "
                        + purpose.parameter() + ", and it has " + found,
                "it was changed since the hash was written down, or on its way here; only if you trust what is there now, set the"
                        + " hash to " + found);
    }
}
