package dev.jox.maven.parameter;

import org.jspecify.annotations.Nullable;

/** {@code <index>}: the package index that pip uses instead of the one it is configured with. */
public final class IndexParameters {
    /** The address of the index's simple API. */
    @Nullable
    String url;

    /** The {@code <server>} of settings.xml whose user name and password are used. */
    @Nullable
    String serverId;
}
