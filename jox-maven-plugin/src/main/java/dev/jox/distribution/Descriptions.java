package dev.jox.distribution;

import dev.jox.fetch.Cache;
import dev.jox.model.Sha256;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.LinkableCore;
import dev.jox.model.distribution.StandardExtension;
import dev.jox.model.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Descriptions of distributions, kept in the cache, so that a build with nothing new runs no Python and hashes nothing. They name absolute
 * paths, so they are no part of the unpacked trees, which are renamed after they are made.
 */
final class Descriptions {
    private static final String KIND = "distribution-descriptions";

    /** To be raised when the same distribution is described in another way. */
    private static final String DESCRIBING = "1";

    private final Cache cache;

    /** Looks at the distribution. */
    @FunctionalInterface
    interface Describer {
        Distribution describe() throws IOException;
    }

    Descriptions(Cache cache) {
        this.cache = cache;
    }

    /**
     * The description.
     *
     * @param inputs everything that it depends on, apart from jox
     */
    Distribution get(String inputs, Describer describer) throws IOException {
        Sha256 key = Sha256.of(DESCRIBING + form() + Interpreter.script() + ExtensionTable.text() + inputs);
        Path file = cache.file(KIND, key, target -> Json.write(target, describer.describe()));
        Optional<Distribution> distribution = Json.readIfValid(file, Distribution.class);
        return distribution.isPresent() ? distribution.get() : describer.describe();
    }

    /** What the values look like, so that another version of jox does not read this one's. */
    private static String form() {
        return Arrays.toString(Distribution.class.getRecordComponents())
                + Arrays.toString(StandardExtension.class.getRecordComponents())
                + Arrays.toString(LinkableCore.class.getRecordComponents());
    }
}
