package dev.jox.maven.parameter;

import dev.jox.model.JoxException;
import dev.jox.model.spec.Credentials;
import dev.jox.model.spec.PackageIndex;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** {@code <index>}: the package index that pip uses instead of the one it is configured with. */
public final class IndexParameters {
    /** The address of the index's simple API. */
    @Nullable
    String url;

    /** The {@code <server>} of settings.xml whose user name and password are used. */
    @Nullable
    String serverId;

    /**
     * The index, if one is named.
     *
     * @param servers finds the credentials for a server's id and the index's address
     */
    public Optional<PackageIndex> toIndex(BiFunction<String, String, Credentials> servers) {
        if (url == null) {
            if (serverId != null) {
                throw JoxException.user(
                        "<index> has a <serverId> (-Djox.index.serverId) and no <url> (-Djox.index.url).",
                        "Add the address of the index that the server's credentials are for.");
            }
            return Optional.empty();
        }
        String given = url;
        Optional<Credentials> credentials = Optional.ofNullable(serverId).map(id -> servers.apply(id, given));
        return Optional.of(Parsed.of("index.url", given, address -> new PackageIndex(address, credentials)));
    }
}
