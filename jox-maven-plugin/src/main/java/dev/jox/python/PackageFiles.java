package dev.jox.python;

import dev.jox.fetch.Cache;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.json.Json;
import dev.jox.model.spec.PackagesRequest;
import dev.jox.model.wheel.WheelName;
import dev.jox.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;

/**
 * Finds the files of a request's packages: wheels that the target can use, and sdists where there are none. What pip found is kept in
 * the cache under the digest of the request, and is taken from there as long as that digest stands: a requirement without a version is
 * decided once, and again only when the request changes or when an update is asked for ({@code mvn -U}).
 */
public final class PackageFiles {
    private final Cache cache;
    private final BuildInterpreters interpreters;
    private final WheelStore wheels;
    private final PythonScripts scripts;
    private final PythonLog log;

    public PackageFiles(Cache cache, PythonLog log) {
        this.cache = cache;
        this.interpreters = new BuildInterpreters(cache, log);
        this.wheels = new WheelStore(cache);
        this.scripts = new PythonScripts(cache);
        this.log = log;
    }

    /**
     * The files that meet a request, dependencies included, in the order of their names.
     *
     * @throws JoxException saying which requirement cannot be met and why
     */
    public List<Path> find(Pythons pythons, PackagesRequest request, Packages.Freshness freshness) {
        if (request.isEmpty()) {
            return List.of();
        }
        try {
            LocalPackages local = LocalPackages.of(request, pythons);
            Sha256 digest = digest(pythons, request, local);
            Path generation = cache.root().resolve("generations").resolve(digest.hex());
            String current = Files.exists(generation) ? Files.readString(generation) : "first";
            String wanted =
                    freshness == Packages.Freshness.UPDATE ? UUID.randomUUID().toString() : current;
            for (Path file : local.wanted()) {
                if (isWheel(file)) {
                    // pip says little about a damaged wheel
                    wheels.unpack(new WheelFile(file, Sha256.ofFile(file)));
                }
            }
            Path folder = cache.entry("packages", Sha256.of(digest + " " + wanted), target -> {
                log.step("collecting packages with pip");
                pip(pythons, freshness).download(pythons, request, local, target);
                check(pythons, target);
            });
            if (!wanted.equals(current)) {
                Files.createDirectories(generation.getParent());
                Path temporary = Files.writeString(Files.createTempFile(generation.getParent(), "new", ".tmp"), wanted);
                Files.move(temporary, generation, StandardCopyOption.ATOMIC_MOVE);
            }
            return Folders.files(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isWheel(Path file) {
        return file.toString().endsWith(".whl");
    }

    /** pip in the build Python, with the cache that belongs to this machine's own platform. */
    private PipRunner pip(Pythons pythons, Packages.Freshness freshness) {
        return new PipRunner(
                scripts,
                interpreters.of(pythons.build()),
                pipCache(cache, pythons),
                freshness == Packages.Freshness.OFFLINE,
                log);
    }

    static Path pipCache(Cache cache, Pythons pythons) {
        return cache.root().resolve("pip").resolve(pythons.build().target().triple());
    }

    /** Everything that pip's answer depends on, as far as it can be seen without asking an index. */
    Sha256 digest(Pythons pythons, PackagesRequest request) {
        try {
            return digest(pythons, request, LocalPackages.of(request, pythons));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sha256 digest(Pythons pythons, PackagesRequest request, LocalPackages local) throws IOException {
        return Json.digest(List.of(
                pythons.build().digest(),
                PythonScripts.digest(PipRunner.SCRIPT),
                PipSettings.resolving(pythons),
                pythons.target().target(),
                request,
                Json.digest(request.environment()),
                request.requirementsFile().isPresent()
                        ? RequirementsFiles.digest(request.requirementsFile().get())
                        : "",
                local.digest()));
    }

    private static void check(Pythons pythons, Path folder) throws IOException {
        for (Path file : Folders.files(folder)) {
            String name = file.getFileName().toString();
            if (isWheel(file)
                    && !WheelName.parse(name)
                            .fits(pythons.target().version(), pythons.target().target())) {
                throw JoxException.user(
                        "the wheel " + name + " does not fit Python "
                                + pythons.target().version().majorMinor() + " on "
                                + pythons.target().target().triple(),
                        "take --platform, --python-version and --abi out of <pipArguments>");
            }
        }
    }
}
