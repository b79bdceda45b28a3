package dev.jox.maven;

import dev.jox.distribution.DistributionResolver;
import dev.jox.fetch.Cache;
import dev.jox.fetch.Downloaders;
import dev.jox.maven.parameter.Host;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.DistributionRequest;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.spi.connector.transport.TransporterProvider;
import org.jspecify.annotations.NullUnmarked;

/**
 * Resolves, downloads, verifies, unpacks and describes the Python distribution.
 *
 * @since 0.1.0
 */
@Mojo(name = "distribution", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, threadSafe = true)
@NullUnmarked
public final class DistributionMojo extends ExecutableMojo {
    private final Downloaders downloaders;

    @Inject
    DistributionMojo(RepositorySystem repositorySystem, TransporterProvider transporters) {
        this.downloaders = new Downloaders(repositorySystem, transporters);
    }

    @Override
    protected void run() throws IOException {
        Cache cache = cache();
        DistributionResolver resolver = new DistributionResolver(
                cache, downloaders.in(session.getRepositorySession(), project.getRemoteProjectRepositories(), cache));
        DistributionRequest request = distribution().toRequest();
        Distribution resolved = resolver.resolve(request);
        workspace().writeDistributions(resolved, resolver.buildPython(resolved, Host.target()));
        getLog().info("Python " + resolved.version() + " for "
                + resolved.target().triple() + " from " + resolved.source());
    }
}
