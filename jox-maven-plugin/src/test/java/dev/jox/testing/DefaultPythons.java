package dev.jox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.distribution.DistributionResolver;
import dev.jox.fetch.Cache;
import dev.jox.fetch.MavenParts;
import dev.jox.it.Cpython;
import dev.jox.model.Flavor;
import dev.jox.model.Target;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.DistributionRequest;
import dev.jox.model.distribution.WantedPython;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.aether.DefaultRepositorySystemSession;

/** The default distributions. The build fetches them before the tests: execution {@code pythons-for-tests} of pom.xml. */
public final class DefaultPythons {
    public static final String NEWEST = "3.14";

    private static final Map<String, String> ARTIFACTS = new TreeMap<>(
            Map.of("3.11", "3.11.3-1.5.9", "3.12", "3.12.1-1.5.10", "3.13", "3.13.5-1.5.12", NEWEST, "3.14.3-1.5.13"));

    private DefaultPythons() {}

    /** Their versions, such as {@code 3.14}. */
    public static Stream<String> versions() {
        return ARTIFACTS.keySet().stream();
    }

    /** The artifact of a version. */
    public static Cpython artifact(String version) {
        Cpython cpython = Cpython.of(repository().toFile(), ARTIFACTS.getOrDefault(version, version));
        assertThat(cpython.jar())
                .as("the artifact of CPython %s; `mvn generate-test-resources` fetches it", version)
                .isRegularFile();
        return cpython;
    }

    /** A version, as the distribution stage resolves it without a network. */
    public static Distribution resolve(String version, Cache cache) {
        artifact(version);
        MavenParts maven = new MavenParts();
        DefaultRepositorySystemSession session = maven.session(repository());
        session.setOffline(true);
        return new DistributionResolver(cache, maven.downloaders().in(session, List.of(), cache))
                .resolve(new DistributionRequest(
                        Optional.of(new WantedPython(version)),
                        Target.LINUX_GNU,
                        Flavor.STANDALONE_DYNAMIC,
                        new DistributionRequest.Default()));
    }

    /** Surefire is told the local repository of the Maven that runs it. */
    private static Path repository() {
        String told = System.getProperty("maven.repo.local");
        return told != null ? Path.of(told) : Path.of(System.getProperty("user.home"), ".m2", "repository");
    }
}
