package dev.jox.python;

import dev.jox.fetch.Cache;
import dev.jox.model.Sha256;
import dev.jox.model.binary.PeForwarder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code python3.dll}, by which extension modules of the stable ABI (PEP 384) need whichever {@code python3x.dll} there is. The Maven
 * artifacts lack it; it is made from the names that {@code python3x.dll} exports.
 */
final class StableAbiDll {
    private static final String NAME = "python3.dll";

    /** Part of the cache key: raised when what is made changes. */
    private static final String LAYOUT = "python3.dll 1";

    private final Cache cache;

    StableAbiDll(Cache cache) {
        this.cache = cache;
    }

    /** The one beside libpython, or one made for it. */
    Path of(Path libpython) {
        Path beside = libpython.resolveSibling(NAME);
        if (Files.isRegularFile(beside)) {
            return beside;
        }
        try {
            Sha256 key = Sha256.of(LAYOUT + Sha256.ofFile(libpython));
            return cache.entry("stable-abi", key, folder -> PeForwarder.write(libpython, folder.resolve(NAME)))
                    .resolve(NAME);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
