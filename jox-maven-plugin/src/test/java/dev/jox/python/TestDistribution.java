package dev.jox.python;

import dev.jox.fetch.Cache;
import dev.jox.model.distribution.Distribution;
import dev.jox.testing.DefaultPythons;
import java.nio.file.Path;

/** The default distribution in a cache that outlives the tests. */
final class TestDistribution {
    /** Unpacking and copying a Python for each test would take longer than all tests. */
    static final Cache CACHE = new Cache(Path.of("target", "python-test-cache").toAbsolutePath());

    private TestDistribution() {}

    static Distribution get() {
        return DefaultPythons.resolve(DefaultPythons.NEWEST, CACHE);
    }
}
