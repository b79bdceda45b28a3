package dev.jox.fetch;

import dev.jox.model.JoxException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Maven artifacts, resolved as Maven does: mirrors, servers, proxies and {@code -o} hold. */
final class ArtifactFiles {
    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    ArtifactFiles(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {
        this.system = system;
        this.session = session;
        this.repositories = List.copyOf(repositories);
    }

    Path resolve(String coordinates, Purpose purpose) {
        Artifact artifact = parse(coordinates, purpose);
        try {
            return system.resolveArtifact(session, new ArtifactRequest(artifact, repositories, null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            if (session.isOffline()) {
                throw JoxException.environment(
                        purpose.what() + " is the Maven artifact " + coordinates
                                + ", which is not in the local repository, and Maven is offline",
                        "run the build once without -o",
                        e);
            }
            throw JoxException.environment(
                    purpose.what() + " is the Maven artifact " + coordinates + ", which cannot be resolved: "
                            + e.getMessage(),
                    "check " + purpose.parameter()
                            + " and the repositories, mirrors and proxies of the project and settings.xml",
                    e);
        }
    }

    private static Artifact parse(String coordinates, Purpose purpose) {
        try {
            return new DefaultArtifact(coordinates.strip());
        } catch (IllegalArgumentException e) {
            throw JoxException.user(
                    purpose.what() + " has '" + coordinates + "' for its Maven coordinates",
                    "write " + purpose.parameter() + " as group:artifact:extension:classifier:version",
                    e);
        }
    }
}
