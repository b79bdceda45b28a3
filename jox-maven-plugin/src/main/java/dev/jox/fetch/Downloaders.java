package dev.jox.fetch;

import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.spi.connector.transport.TransporterProvider;

/** Makes downloaders for builds out of what Maven has. */
public final class Downloaders {
    private final RepositorySystem system;
    private final TransporterProvider transporters;

    public Downloaders(RepositorySystem system, TransporterProvider transporters) {
        this.system = system;
        this.transporters = transporters;
    }

    /**
     * A downloader for one build.
     *
     * @param repositories the project's, which artifacts come from
     * @param cache where downloads are kept
     */
    public Downloader in(RepositorySystemSession session, List<RemoteRepository> repositories, Cache cache) {
        return new Downloader(
                new ArtifactFiles(system, session, repositories),
                new UrlTransfer(session, transporters),
                cache,
                new FileDigests(cache));
    }
}
