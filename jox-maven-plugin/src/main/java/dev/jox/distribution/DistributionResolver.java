package dev.jox.distribution;

import dev.jox.fetch.Cache;
import dev.jox.fetch.Downloader;
import dev.jox.fetch.FileDigests;
import dev.jox.fetch.Purpose;
import dev.jox.model.Flavor;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.Target;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.DistributionRequest;
import dev.jox.model.distribution.DistributionRequest.ArchiveFile;
import dev.jox.model.distribution.DistributionRequest.Artifact;
import dev.jox.model.distribution.DistributionRequest.Default;
import dev.jox.model.distribution.DistributionRequest.Installed;
import dev.jox.model.distribution.DistributionRequest.Source;
import dev.jox.model.distribution.DistributionRequest.Url;
import dev.jox.model.distribution.WantedPython;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Gets the Python that a build asks for: finds it, fetches it, unpacks it into the cache and describes it. Where all of that was done
 * before, it reads the description.
 */
public final class DistributionResolver {
    private static final String WHAT = "the Python distribution";

    private final Downloader downloader;
    private final ArchiveDistributions archives;
    private final InstalledDistributions installations;
    private final FileDigests digests;

    public DistributionResolver(Cache cache, Downloader downloader) {
        this.downloader = downloader;
        this.archives = new ArchiveDistributions(cache);
        this.installations = new InstalledDistributions(cache);
        this.digests = new FileDigests(cache);
    }

    /**
     * The distribution.
     *
     * @throws JoxException when it cannot be had, is damaged, or is another one than was asked for
     */
    public Distribution resolve(DistributionRequest request) {
        Fitness.checkRequest(request);
        Source source = request.source() instanceof Default ? new Catalogue().find(request) : request.source();
        boolean byDefault = request.source() instanceof Default;
        try {
            Distribution distribution = describe(source, byDefault);
            Fitness.check(distribution, request);
            return distribution;
        } catch (IOException e) {
            throw JoxException.environment(
                    "cannot read " + WHAT + ": " + e.getClass().getSimpleName() + ": " + e.getMessage(),
                    "check the disk; -Djox.cacheDirectory names another folder for the cache",
                    e);
        }
    }

    /**
     * The Python that runs on this machine while executables with a distribution are built: it runs pip and the builds of packages,
     * and compiles bytecode, which is the same for all patches of a minor version. That is the distribution itself, where this machine
     * can run it and it can load what build requirements bring; else the default one of the same minor version.
     *
     * @param host what this machine runs
     * @throws JoxException when there is none
     */
    public Distribution buildPython(Distribution distribution, Target host) {
        boolean serves = distribution.interpreter().isPresent()
                && distribution.target() == host
                && distribution.flavor() == Flavor.STANDALONE_DYNAMIC;
        return serves
                ? distribution
                : resolve(new DistributionRequest(
                        Optional.of(new WantedPython(distribution.version().majorMinor())),
                        host,
                        host.defaultFlavor(),
                        new Default()));
    }

    private Distribution describe(Source source, boolean byDefault) throws IOException {
        if (source instanceof Artifact artifact) {
            Purpose purpose =
                    purpose(byDefault ? "jox's own table" : "<distribution><artifact> (-Djox.distribution.artifact)");
            Purpose hash =
                    purpose(byDefault ? "jox's own table" : "<distribution><sha256> (-Djox.distribution.sha256)");
            Sha256 sha256 = artifact.sha256().isPresent()
                    ? artifact.sha256().get()
                    : digests.of(downloader.artifact(artifact.coordinates(), purpose));
            return archives.get(
                    sha256,
                    artifact.coordinates(),
                    purpose,
                    () -> downloader.artifact(artifact.coordinates(), sha256, hash));
        } else if (source instanceof Url url) {
            Purpose purpose = purpose(byDefault ? "jox's own table" : "<distribution><url> (-Djox.distribution.url)");
            return archives.get(
                    url.sha256(),
                    url.url().toString(),
                    purpose,
                    () -> downloader.url(url.url(), url.sha256(), purpose));
        } else if (source instanceof ArchiveFile file) {
            Purpose purpose = purpose("<distribution><file> (-Djox.distribution.file)");
            // the file is at hand, so that a changed one is noticed although its old content is in the cache
            Path archive = downloader.local(
                    file.file(), file.sha256(), purpose("<distribution><sha256> (-Djox.distribution.sha256)"));
            return archives.get(file.sha256(), file.file().toString(), purpose, () -> archive);
        } else if (source instanceof Installed installed) {
            return installations.get(
                    installed.interpreter(), purpose("<distribution><installed> (-Djox.distribution.installed)"));
        }
        throw new IllegalStateException("no such source: " + source);
    }

    private static Purpose purpose(String parameter) {
        return new Purpose(WHAT, parameter);
    }
}
