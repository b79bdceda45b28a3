package dev.jox.python;

import dev.jox.fetch.Cache;
import dev.jox.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The scripts that the build interpreter runs. They are resources of the plugin, and files in the cache. */
final class PythonScripts {
    private final Cache cache;

    PythonScripts(Cache cache) {
        this.cache = cache;
    }

    /** The script's file; its name is its digest, so that a new version of the plugin has another one. */
    Path file(String name) {
        byte[] text = read(name);
        return cache.entry("scripts", Sha256.of(text), folder -> Files.write(folder.resolve(name), text))
                .resolve(name);
    }

    /** What the results of a script depend on: its text. */
    static Sha256 digest(String name) {
        return Sha256.of(read(name));
    }

    private static byte[] read(String name) {
        try (InputStream in = PythonScripts.class.getResourceAsStream("/dev/jox/python/build/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the plugin lacks its script " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
