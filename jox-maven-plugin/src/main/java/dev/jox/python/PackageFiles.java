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
import java.nio.file.Path;
import java.util.List;

/**
 * Finds the files of a request's packages: wheels that the target can use, and sdists where there are none. A requirement without a
 * version is {@link Decisions decided} once.
 */
public final class PackageFiles {
    private final Cache cache;
    private final Decisions decisions;
    private final BuildInterpreters interpreters;
    private final WheelStore wheels;
    private final PythonScripts scripts;
    private final PythonLog log;

    public PackageFiles(Cache cache, PythonLog log) {
        this.cache = cache;
        this.decisions = new Decisions(cache);
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
            for (Path file : local.wanted()) {
                if (isWheel(file)) {
                    // pip says little about a damaged wheel
                    wheels.unpack(new WheelFile(file, Sha256.ofFile(file)));
                }
            }
            Path folder = decisions.get("packages", digest, freshness, target -> {
                log.step("collecting packages with pip");
                pip(pythons, freshness).download(pythons, request, local, target);
                check(pythons, target);
            });
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
                RequirementsFiles.digest(request.requirementsFile(), "<requirementsFile>"),
                RequirementsFiles.digest(request.buildConstraintsFile(), "<buildConstraintsFile>"),
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
