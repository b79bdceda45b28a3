package dev.jox.fetch;

import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The per-user cache: entries that are made once, then only read. An entry is a folder or a file, named by what kind of thing it is and
 * by the digest of everything it was made from, at {@code <root>/<kind>/<digest>}.
 *
 * <p>An entry is produced under a temporary name and renamed when it is whole, by one producer at a time on this machine: who comes
 * second waits and takes what the first one made. Looking up an entry that exists takes no lock and writes nothing.
 */
public final class Cache {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]*");

    private final Path root;
    private final ProducerLocks locks;
    private final Workshop workshop;

    /** Makes an entry. */
    @FunctionalInterface
    public interface Producer {
        /**
         * Fills the entry.
         *
         * @param target for a folder entry an existing empty folder, for a file entry the file to write. It is renamed afterwards, so
         *     its path must not be written into anything.
         */
        void produce(Path target) throws IOException;
    }

    /** A cache in this folder, which need not exist. */
    public Cache(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.locks = new ProducerLocks(this.root.resolve(".locks"));
        this.workshop = new Workshop(this.root.resolve(".work"), locks);
    }

    /**
     * Where the cache is unless {@code -Djox.cacheDirectory} says otherwise: {@code $XDG_CACHE_HOME/jox}, {@code %LOCALAPPDATA%\jox\cache}
     * or {@code ~/.cache/jox}.
     */
    public static Path defaultRoot(Map<String, String> environment, Path home) {
        // the XDG base directory specification has relative paths ignored
        Optional<Path> xdg = absolute(environment.get("XDG_CACHE_HOME")).map(p -> p.resolve("jox"));
        Optional<Path> windows = absolute(environment.get("LOCALAPPDATA"))
                .map(p -> p.resolve("jox").resolve("cache"));
        return xdg.or(() -> windows).orElseGet(() -> home.resolve(".cache").resolve("jox"));
    }

    private static Optional<Path> absolute(@Nullable String folder) {
        return Optional.ofNullable(folder)
                .filter(f -> !f.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    public Path root() {
        return root;
    }

    /**
     * The folder with this name, produced if it is not there.
     *
     * @param kind what it is, such as {@code distributions}: lower-case letters, digits and hyphens
     * @param key the digest of everything that its content depends on, the producer's own version included
     * @return an absolute path; nothing below it may be changed
     * @throws JoxException when it cannot be produced; nothing of it stays then
     */
    public Path entry(String kind, Sha256 key, Producer producer) {
        return find(kind, key)
                .orElseGet(() -> produce(kind, key, target -> {
                    Files.createDirectories(target);
                    producer.produce(target);
                }));
    }

    /** Like {@link #entry}, for an entry that is one file. */
    public Path file(String kind, Sha256 key, Producer producer) {
        return find(kind, key).orElseGet(() -> produce(kind, key, producer));
    }

    /**
     * Does something while nobody else on this machine does anything under the same name. For what is made elsewhere than in the cache.
     */
    <T> T exclusively(String kind, Sha256 key, Supplier<T> action) {
        try (ProducerLocks.Held held = locks.acquire(kind + "-" + key.hex())) {
            return action.get();
        } catch (IOException e) {
            throw failure("lock " + kind + "-" + key.hex(), e);
        }
    }

    /**
     * Deletes an entry that turned out not to be what was made, so that it is made again.
     *
     * @param damaged asked once more, while nobody else makes the entry
     */
    void discard(String kind, Sha256 key, Predicate<Path> damaged) {
        Path entry = path(kind, key);
        try (ProducerLocks.Held held = locks.acquire(kind + "-" + key.hex())) {
            if (Files.exists(entry, LinkOption.NOFOLLOW_LINKS) && damaged.test(entry)) {
                Workshop.delete(entry);
            }
        } catch (IOException e) {
            throw failure("delete " + entry, e);
        }
    }

    /** The entry with this name, if it is there. */
    public Optional<Path> find(String kind, Sha256 key) {
        return Optional.of(path(kind, key)).filter(Files::exists);
    }

    private Path path(String kind, Sha256 key) {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("not a kind of cache entry: '" + kind + "'");
        }
        return root.resolve(kind).resolve(key.hex());
    }

    private Path produce(String kind, Sha256 key, Producer producer) {
        Path entry = path(kind, key);
        String name = kind + "-" + key.hex();
        try (ProducerLocks.Held held = locks.acquire(name)) {
            if (!Files.exists(entry, LinkOption.NOFOLLOW_LINKS)) {
                workshop.clean(held);
                Path temporary = workshop.place(held);
                try {
                    producer.produce(temporary);
                    publish(temporary, entry);
                } finally {
                    Workshop.delete(temporary);
                }
            }
            return entry;
        } catch (IOException e) {
            throw failure("make " + entry, e);
        }
    }

    private static void publish(Path temporary, Path entry) throws IOException {
        Files.createDirectories(entry.getParent());
        try {
            Files.move(temporary, entry, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // a file system without working locks: what is there was published whole by somebody else
            return;
        }
    }

    private static JoxException failure(String what, IOException e) {
        String reason = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
        return JoxException.environment(
                "cannot " + what + " in jox's cache: " + reason,
                "check that the folder can be written and has space left; -Djox.cacheDirectory names another one",
                e);
    }
}
