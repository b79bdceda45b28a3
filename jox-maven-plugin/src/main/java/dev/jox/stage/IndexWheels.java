package dev.jox.stage;

import dev.jox.fetch.Cache;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.spec.PackageIndex;
import dev.jox.model.spec.PackagesRequest;
import dev.jox.python.PackageFiles;
import dev.jox.python.Packages;
import dev.jox.python.PythonLog;
import dev.jox.python.Pythons;
import dev.jox.python.WheelFile;
import dev.jox.toolchain.WheelSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fetches tools that are published as wheels from the index that the project's packages come from. */
public final class IndexWheels implements WheelSource {
    private final PackageFiles files;
    private final Distribution distribution;
    private final Optional<PackageIndex> index;
    private final Packages.Freshness freshness;

    /**
     * @param distribution whose pip is used
     * @param index the index; pip's own configuration where empty
     */
    public IndexWheels(
            Cache cache, Distribution distribution, Optional<PackageIndex> index, boolean offline, PythonLog log) {
        this.files = new PackageFiles(cache, log);
        this.distribution = distribution;
        this.index = index;
        this.freshness = offline ? Packages.Freshness.OFFLINE : Packages.Freshness.KEEP;
    }

    @Override
    public Path fetch(String project, String version, Sha256 sha256, Path folder) throws IOException {
        PackagesRequest request = new PackagesRequest(
                List.of(project + "==" + version),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                index,
                Optional.empty(),
                List.of("--no-deps", "--only-binary=" + project),
                Map.of());
        WheelFile wheel = resolve(request, project + " " + version);
        if (!wheel.sha256().equals(sha256)) {
            throw JoxException.environment(
                    "the package index has another " + wheel.fileName()
                            + " than the one that jox knows: its SHA-256 is " + wheel.sha256() + ", expected is "
                            + sha256,
                    "use an index that serves the wheel as it was published, or install a C compiler");
        }
        return Files.copy(wheel.path(), folder.resolve(wheel.fileName()));
    }

    /** pip's failure speaks of requirements of the pom, which this is not. */
    private WheelFile resolve(PackagesRequest request, String what) throws IOException {
        try {
            Path file =
                    files.find(Pythons.same(distribution), request, freshness).get(0);
            return new WheelFile(file, Sha256.ofFile(file));
        } catch (JoxException e) {
            throw JoxException.environment(
                    "the wheel of " + what + " cannot be had from the package index"
                            + (freshness == Packages.Freshness.OFFLINE
                                    ? ", because Maven is offline (-o)"
                                    : ": " + e.problem()),
                    "build once where the package index can be reached, or install a C compiler",
                    e);
        }
    }
}
