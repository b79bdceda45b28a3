package dev.jox.python;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jox.distribution.DistributionResolver;
import dev.jox.fetch.Cache;
import dev.jox.fetch.MavenParts;
import dev.jox.model.Flavor;
import dev.jox.model.Target;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.DistributionRequest;
import dev.jox.model.distribution.WantedPython;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.DefaultRepositorySystemSession;

/** The default distribution, where this machine's local repository has it, in a cache that outlives the tests. */
final class TestDistribution {
    /** Unpacking and copying a Python for each test would take longer than all tests. */
    static final Cache CACHE = new Cache(Path.of("target", "python-test-cache").toAbsolutePath());

    private static final String ARTIFACT = "3.14.3-1.5.13";

    private TestDistribution() {}

    static Distribution get() {
        String told = System.getProperty("maven.repo.local");
        Path repository = told != null ? Path.of(told) : Path.of(System.getProperty("user.home"), ".m2", "repository");
        assumeTrue(Files.exists(
                repository.resolve("org/bytedeco/cpython/" + ARTIFACT + "/cpython-" + ARTIFACT + "-linux-x86_64.jar")));
        MavenParts maven = new MavenParts();
        DefaultRepositorySystemSession session = maven.session(repository);
        session.setOffline(true);
        return new DistributionResolver(CACHE, maven.downloaders().in(session, List.of(), CACHE))
                .resolve(new DistributionRequest(
                        Optional.of(new WantedPython("3.14")),
                        Target.LINUX_GNU,
                        Flavor.STANDALONE_DYNAMIC,
                        new DistributionRequest.Default()));
    }
}
