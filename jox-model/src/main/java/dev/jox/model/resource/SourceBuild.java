package dev.jox.model.resource;

import dev.jox.model.Sha256;
import java.util.List;

/**
 * A package that was built from source.
 *
 * @param sdist the source's file name
 * @param sha256 the source's
 * @param requirements what it was built with, as requirements of exact versions: {@code setuptools==80.9.0}
 */
public record SourceBuild(Origin origin, String sdist, Sha256 sha256, List<String> requirements) {
    public SourceBuild {
        requirements = List.copyOf(requirements);
    }
}
