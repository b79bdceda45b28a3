package dev.jox.maven.parameter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code <rule>}: what the policy says about the resources that match. The last rule that matches and says something wins. */
public final class RuleParameters {
    /** A glob on dotted module names or on paths, such as {@code numpy.**}. */
    @Nullable
    String match;

    /** A package's name. */
    @Nullable
    String packageName;

    /** A kind of resource, such as {@code extension-module}. */
    @Nullable
    String type;

    /** {@code standalone_dynamic} or {@code standalone_static}. */
    @Nullable
    String flavor;

    /** At least this many bytes. */
    @Nullable
    Long minimumSize;

    /** Whether the resource is part of the executable at all. */
    @Nullable
    Boolean include;

    /** {@code in-memory} or {@code filesystem-relative:<folder>}. */
    @Nullable
    String location;

    /** Like {@link #location}, for what cannot be at its location. */
    @Nullable
    String locationFallback;

    /** {@code built-in}, {@code standalone} or {@code auto}. */
    @Nullable
    String extension;

    /** Whether a module's source is included. */
    @Nullable
    Boolean source;

    /** The optimisation levels of a module's bytecode. */
    @Nullable
    List<Integer> bytecode;
}
