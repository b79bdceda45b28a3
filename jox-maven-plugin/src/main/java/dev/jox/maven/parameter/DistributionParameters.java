package dev.jox.maven.parameter;

import dev.jox.model.Flavor;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.Target;
import dev.jox.model.distribution.DistributionRequest;
import dev.jox.model.distribution.WantedPython;
import java.io.File;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code <distribution>}: which Python, for which target, and where it comes from. At most one of {@link #artifact},
 * {@link #url}, {@link #file} and {@link #installed}.
 */
public final class DistributionParameters {
    /** A minor version such as {@code 3.14}, for its newest patch that the source has, or a whole one such as {@code 3.14.3}. */
    @Nullable
    String python;

    /** The target's triple; default: the host's. */
    @Nullable
    String target;

    /** {@code standalone_dynamic} or {@code standalone_static}; default by target. */
    @Nullable
    String flavor;

    /** A Maven artifact in the resolver's notation, {@code groupId:artifactId[:extension[:classifier]]:version}. */
    @Nullable
    String artifact;

    /** An archive's address; needs {@link #sha256}. */
    @Nullable
    String url;

    /** An archive's path; needs {@link #sha256}. */
    @Nullable
    File file;

    /** The archive's digest, 64 hexadecimal digits. */
    @Nullable
    String sha256;

    /** The program of an installed Python. */
    @Nullable
    File installed;

    /** What is asked for, with the defaults where nothing is said. */
    public DistributionRequest toRequest() {
        Target wanted = target == null ? Host.target() : Parsed.of("distribution.target", target, Target::ofTriple);
        return new DistributionRequest(
                Optional.ofNullable(python).map(text -> Parsed.of("distribution.python", text, WantedPython::new)),
                wanted,
                flavor == null ? wanted.defaultFlavor() : Parsed.of("distribution.flavor", flavor, Flavor::parse),
                source());
    }

    private DistributionRequest.Source source() {
        List<String> given = Stream.of(
                        named("artifact", artifact),
                        named("url", url),
                        named("file", file),
                        named("installed", installed))
                .flatMap(Optional::stream)
                .toList();
        if (given.size() > 1) {
            throw JoxException.user(
                    "<distribution> says more than once where Python comes from: " + String.join(", ", given) + ".",
                    "Keep one of them.");
        }
        if (artifact != null) {
            return new DistributionRequest.Artifact(
                    artifact, Optional.ofNullable(sha256).map(this::digest));
        }
        if (url != null) {
            return new DistributionRequest.Url(Parsed.of("distribution.url", url, URI::create), digestFor("url"));
        }
        if (file != null) {
            return new DistributionRequest.ArchiveFile(file.toPath().toAbsolutePath(), digestFor("file"));
        }
        if (installed != null) {
            return new DistributionRequest.Installed(installed.toPath().toAbsolutePath());
        }
        return new DistributionRequest.Default();
    }

    private static Optional<String> named(String element, @Nullable Object value) {
        return value == null ? Optional.empty() : Optional.of("<" + element + ">" + value + "</" + element + ">");
    }

    private Sha256 digestFor(String element) {
        if (sha256 == null) {
            throw JoxException.user(
                    "<distribution><" + element + "> comes without <sha256> (-Djox.distribution.sha256).",
                    "Add <sha256> with the archive's digest, as its publisher states it; `sha256sum` prints that of a file"
                            + " that you trust.");
        }
        return digest(sha256);
    }

    private Sha256 digest(String text) {
        return Parsed.of("distribution.sha256", text, Sha256::parse);
    }
}
