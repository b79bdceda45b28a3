package dev.jox.maven.parameter;

import dev.jox.model.policy.Glob;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Patterns of top-level parameters. */
public final class ParsedGlob {
    private ParsedGlob() {}

    /** The pattern, if one is given. */
    public static Optional<Glob> of(String parameter, @Nullable String text) {
        return Optional.ofNullable(text).map(given -> Parsed.of(parameter, given, Glob::parse));
    }
}
