package dev.jox.maven.parameter;

import java.io.File;
import org.jspecify.annotations.Nullable;

/**
 * {@code <distribution>}: which Python, for which target, and where it comes from. At most one of {@link #artifact},
 * {@link #url}, {@link #file} and {@link #installed}.
 */
public final class DistributionParameters {
    /** A minor version such as {@code 3.14}, for its newest patch that the source has, or a whole one such as {@code 3.14.3}. */
    @Nullable
    String python;

    /** The target's triple; default: the host's. */
    @Nullable
    String target;

    /** {@code standalone_dynamic} or {@code standalone_static}; default by target. */
    @Nullable
    String flavor;

    /** A Maven artifact in the resolver's notation, {@code groupId:artifactId[:extension[:classifier]]:version}. */
    @Nullable
    String artifact;

    /** An archive's address; needs {@link #sha256}. */
    @Nullable
    String url;

    /** An archive's path; needs {@link #sha256}. */
    @Nullable
    File file;

    /** The archive's digest, 64 hexadecimal digits. */
    @Nullable
    String sha256;

    /** The program of an installed Python. */
    @Nullable
    File installed;
}
