package dev.jox.fetch;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.spi.connector.transport.TransporterFactory;
import org.eclipse.aether.spi.connector.transport.TransporterProvider;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.jspecify.annotations.Nullable;

/** Maven's resolver with its real transporters, outside Maven. */
public final class MavenParts {
    private final RepositorySystem system;
    private @Nullable TransporterProvider transporters;

    public MavenParts() {
        this.system = new RepositorySystemSupplier() {
            @Override
            protected TransporterProvider getTransporterProvider(Map<String, TransporterFactory> factories) {
                TransporterProvider provider = super.getTransporterProvider(factories);
                transporters = provider;
                return provider;
            }
        }.get();
    }

    public DefaultRepositorySystemSession session(Path localRepository) {
        DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
        session.setLocalRepositoryManager(
                system.newLocalRepositoryManager(session, new LocalRepository(localRepository.toFile())));
        return session;
    }

    public Downloaders downloaders() {
        return new Downloaders(system, Objects.requireNonNull(transporters));
    }
}
