package dev.jox.python;

import dev.jox.fetch.Cache;
import dev.jox.model.Target;
import dev.jox.model.distribution.Distribution;
import dev.jox.testing.DefaultPythons;
import dev.jox.toolchain.Toolchain;
import dev.jox.toolchain.ToolchainChoice;
import dev.jox.toolchain.ToolchainFinder;
import java.nio.file.Path;

/** The default distribution in a cache that outlives the tests. */
final class TestDistribution {
    /** Unpacking and copying a Python for each test would take longer than all tests. */
    static final Cache CACHE = new Cache(Path.of("target", "python-test-cache").toAbsolutePath());

    private TestDistribution() {}

    /** The machine's compiler. */
    static Toolchain toolchain(Target target) {
        return new ToolchainFinder(
                        CACHE,
                        (project, version, sha256, folder) -> {
                            throw new IllegalStateException("tests fetch no " + project);
                        },
                        System.getenv())
                .find(ToolchainChoice.SYSTEM, target);
    }

    static Distribution get() {
        return DefaultPythons.resolve(DefaultPythons.NEWEST, CACHE);
    }
}
