package dev.jox.maven.parameter;

import org.jspecify.annotations.Nullable;

/** {@code <run>}: what the executable does when it starts. Exactly one of its elements. */
public final class RunParameters {
    /** A module to run as {@code python -m} does. */
    @Nullable
    String module;

    /** A function to call, as {@code package.module:function}. */
    @Nullable
    String entryPoint;

    /** Python source to run as {@code python -c} does. */
    @Nullable
    String command;

    /** A Python file that the executable reads at run time; {@code $ORIGIN} is the executable's folder. */
    @Nullable
    String file;

    /** An interactive interpreter. */
    @Nullable
    Repl repl;

    /** {@code <repl/>}. */
    public static final class Repl {}
}
