package dev.jox.distribution;

import dev.jox.fetch.Cache;
import dev.jox.fetch.CachedValues;
import dev.jox.model.Sha256;
import dev.jox.model.distribution.Distribution;
import java.io.IOException;

/**
 * Descriptions of distributions, kept in the cache, so that a build with nothing new runs no Python and hashes nothing. They name absolute
 * paths, so they are no part of the unpacked trees, which are renamed after they are made.
 */
final class Descriptions {
    /** Part of the cache key: raised when the same distribution is described in another way. */
    private static final String DESCRIBING = "3";

    private final CachedValues<Distribution> descriptions;

    /** Looks at the distribution. */
    @FunctionalInterface
    interface Describer {
        Distribution describe() throws IOException;
    }

    Descriptions(Cache cache) {
        this.descriptions = new CachedValues<>(cache, "distribution-descriptions", Distribution.class);
    }

    /**
     * The description.
     *
     * @param inputs everything that it depends on, apart from jox
     */
    Distribution get(String inputs, Describer describer) throws IOException {
        Sha256 key = Sha256.of(DESCRIBING + Interpreter.script() + ExtensionTable.text() + inputs);
        return descriptions.get(key, folder -> describer.describe()).value();
    }
}
