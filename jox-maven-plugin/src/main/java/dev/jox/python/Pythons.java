package dev.jox.python;

import dev.jox.model.Flavor;
import dev.jox.model.distribution.Distribution;

/**
 * The two Pythons of a build. They agree in minor version, and so in bytecode and in what packages they can use.
 *
 * @param target the one in the executable
 * @param build the one that runs on this machine: it runs pip and build backends; the same one where this machine can run it
 */
public record Pythons(Distribution target, Distribution build) {
    /** @throws IllegalArgumentException when their minor versions differ */
    public Pythons {
        if (!target.version().majorMinor().equals(build.version().majorMinor())) {
            throw new IllegalArgumentException("Python " + build.version() + " cannot build for " + target.version());
        }
    }

    /** One Python in both places. */
    public static Pythons same(Distribution distribution) {
        return new Pythons(distribution, distribution);
    }

    /** Whether what is built has to run elsewhere than on this machine. */
    public boolean cross() {
        return target.target() != build.target();
    }

    /** Whether the target loads no shared library, so that wheels with compiled code are of no use. */
    public boolean isStatic() {
        return target.flavor() == Flavor.STANDALONE_STATIC;
    }
}
