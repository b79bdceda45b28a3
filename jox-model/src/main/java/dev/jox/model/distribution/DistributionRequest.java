package dev.jox.model.distribution;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.jox.model.Flavor;
import dev.jox.model.Sha256;
import dev.jox.model.Target;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code <distribution>} of the pom asks for.
 *
 * @param python the version; where empty, the source's: the newest that jox knows for the default source, whatever is there for others
 */
public record DistributionRequest(Optional<WantedPython> python, Target target, Flavor flavor, Source source) {

    /** Where the distribution comes from. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
    public sealed interface Source {}

    /** The Maven artifact that jox knows for version and target, or the archive of its catalogue. */
    public record Default() implements Source {}

    /**
     * A Maven artifact.
     *
     * @param coordinates in resolver's notation
     */
    public record Artifact(String coordinates, Optional<Sha256> sha256) implements Source {}

    /** A download. */
    public record Url(URI url, Sha256 sha256) implements Source {}

    /** An archive on this machine; an absolute path. */
    public record ArchiveFile(Path file, Sha256 sha256) implements Source {}

    /** A Python that is installed on this machine, by its interpreter; an absolute path. */
    public record Installed(Path interpreter) implements Source {}
}
