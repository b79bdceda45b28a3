package dev.jox.toolchain;

import dev.jox.model.JoxException;
import dev.jox.model.Target;

/** The toolchains of a build, found when they are asked for. */
@FunctionalInterface
public interface Toolchains {
    /**
     * One that compiles and links for the target.
     *
     * @throws JoxException naming everything that was tried
     */
    Toolchain find(Target target);
}
