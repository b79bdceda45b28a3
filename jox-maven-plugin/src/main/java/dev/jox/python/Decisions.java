package dev.jox.python;

import dev.jox.fetch.Cache;
import dev.jox.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Answers that depend on what an index has at the time. Each is an entry of the cache and is taken from there as long as its question
 * stands: it is decided once, and again only when an update is asked for ({@code mvn -U}).
 */
final class Decisions {
    private final Cache cache;

    Decisions(Cache cache) {
        this.cache = cache;
    }

    /**
     * The folder with the answer.
     *
     * @param kind what the entries are called, as in {@link Cache#entry}
     * @param question the digest of everything that the answer depends on, apart from the index
     * @param decide finds the answer
     */
    Path get(String kind, Sha256 question, Packages.Freshness freshness, Cache.Producer decide) throws IOException {
        Path generation = cache.root().resolve("generations").resolve(question.hex());
        String current = Files.exists(generation) ? Files.readString(generation) : "first";
        String wanted =
                freshness == Packages.Freshness.UPDATE ? UUID.randomUUID().toString() : current;
        Path folder = cache.entry(kind, Sha256.of(question + " " + wanted), decide);
        if (!wanted.equals(current)) {
            Files.createDirectories(generation.getParent());
            Path temporary = Files.writeString(Files.createTempFile(generation.getParent(), "new", ".tmp"), wanted);
            Files.move(temporary, generation, StandardCopyOption.ATOMIC_MOVE);
        }
        return folder;
    }
}
