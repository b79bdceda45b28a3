package dev.jox.distribution;

import dev.jox.fetch.Cache;
import dev.jox.fetch.MavenParts;
import dev.jox.model.Sha256;
import dev.jox.model.Target;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.DistributionRequest;
import dev.jox.model.distribution.WantedPython;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.DefaultRepositorySystemSession;

/** Resolves distributions in tests, with a cache of its own and no network. */
final class Resolving {
    private final Path folder;

    Resolving(Path folder) {
        this.folder = folder;
    }

    DistributionResolver resolver(Path localRepository) {
        MavenParts maven = new MavenParts();
        DefaultRepositorySystemSession session = maven.session(localRepository);
        session.setOffline(true);
        Cache cache = new Cache(folder.resolve("cache"));
        return new DistributionResolver(cache, maven.downloaders().in(session, List.of(), cache));
    }

    Distribution resolve(DistributionRequest request) {
        return resolver(folder.resolve("repository")).resolve(request);
    }

    Distribution file(Path archive, String python, Target target) throws IOException {
        return resolve(new DistributionRequest(
                Optional.of(python).filter(p -> !p.isEmpty()).map(WantedPython::new),
                target,
                target.defaultFlavor(),
                new DistributionRequest.ArchiveFile(archive, Sha256.ofFile(archive))));
    }

    Distribution installed(Path interpreter, String python) {
        return resolve(new DistributionRequest(
                Optional.of(python).filter(p -> !p.isEmpty()).map(WantedPython::new),
                Target.LINUX_GNU,
                Target.LINUX_GNU.defaultFlavor(),
                new DistributionRequest.Installed(interpreter)));
    }
}
