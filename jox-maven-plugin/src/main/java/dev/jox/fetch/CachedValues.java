package dev.jox.fetch;

import dev.jox.model.Sha256;
import dev.jox.model.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Values that jox works out once: each is JSON in an entry of the cache, with the files that it describes beside it. An entry's name
 * depends on the form of the values as well, so another version of jox never reads it in a wrong way, and one that cannot be read is made
 * again.
 *
 * @param <T> what the JSON holds; the paths in it are relative to the entry's folder, which is renamed when it is whole
 */
public final class CachedValues<T> {
    private static final String INDEX = "index.json";

    private final Cache cache;
    private final String kind;
    private final Class<T> type;
    private final String form;

    /** Works out a value. */
    @FunctionalInterface
    public interface Maker<T> {
        /** @param folder empty; gets the files that belong to the value */
        T make(Path folder) throws IOException;
    }

    /** A value with the folder of its files. */
    public record Entry<T>(Path folder, T value) {}

    /** @param kind what the entries are called, as in {@link Cache#entry} */
    public CachedValues(Cache cache, String kind, Class<T> type) {
        this.cache = cache;
        this.kind = kind;
        this.type = type;
        this.form = Json.form(type);
    }

    /**
     * The value, worked out if it is not there.
     *
     * @param key the digest of everything that it depends on, apart from its form
     */
    public Entry<T> get(Sha256 key, Maker<T> maker) throws IOException {
        Optional<Entry<T>> found = find(key);
        if (found.isPresent()) {
            return found.get();
        }
        Path folder = cache.entry(kind, withForm(key), target -> Json.write(target.resolve(INDEX), maker.make(target)));
        return new Entry<>(folder, Json.read(folder.resolve(INDEX), type));
    }

    /** The value if it is there. */
    public Optional<Entry<T>> find(Sha256 key) {
        Optional<Path> folder = cache.find(kind, withForm(key));
        Optional<Entry<T>> entry = folder.flatMap(this::read);
        if (folder.isPresent() && entry.isEmpty()) {
            cache.discard(kind, withForm(key), damaged -> read(damaged).isEmpty());
        }
        return entry;
    }

    private Optional<Entry<T>> read(Path folder) {
        return Json.readIfValid(folder.resolve(INDEX), type).map(value -> new Entry<>(folder, value));
    }

    private Sha256 withForm(Sha256 key) {
        return Sha256.of(key + form);
    }
}
