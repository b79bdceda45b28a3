package dev.jox.python;

import dev.jox.fetch.Cache;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.json.Json;
import dev.jox.model.spec.PackagesRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Turns a request for packages into wheels. What pip found is kept in the cache under the digest of the request, and is taken from
 * there as long as that digest stands: a requirement without a version is decided once, and again only when the request changes or
 * when an update is asked for ({@code mvn -U}).
 */
public final class Packages {
    private static final String RUN_PIP = "run_pip.py";

    private final Cache cache;
    private final BuildInterpreters interpreters;
    private final WheelStore wheels;
    private final PythonScripts scripts;
    private final PythonLog log;

    /** When pip is asked although its answer is known, and whether it may ask an index. */
    public enum Freshness {
        /** A known answer is taken. */
        KEEP,
        /** pip is asked again. */
        UPDATE,
        /** A known answer is taken; without one pip may use local files only. */
        OFFLINE
    }

    public Packages(Cache cache, PythonLog log) {
        this.cache = cache;
        this.interpreters = new BuildInterpreters(cache, log);
        this.wheels = new WheelStore(cache);
        this.scripts = new PythonScripts(cache);
        this.log = log;
    }

    /**
     * The wheels that meet a request, dependencies included, in the order of their names.
     *
     * @throws JoxException saying which requirement cannot be met and why
     */
    public List<WheelFile> resolve(Distribution distribution, PackagesRequest request, Freshness freshness) {
        if (request.isEmpty()) {
            return List.of();
        }
        try {
            LocalPackages local = LocalPackages.of(request, distribution);
            Sha256 digest = digest(distribution, request, local);
            Path generation = cache.root().resolve("generations").resolve(digest.hex());
            String current = Files.exists(generation) ? Files.readString(generation) : "first";
            String wanted = freshness == Freshness.UPDATE ? UUID.randomUUID().toString() : current;
            for (Path file : local.wanted()) {
                if (file.toString().endsWith(".whl")) {
                    // pip says little about a damaged wheel
                    wheels.unpack(new WheelFile(file, Sha256.ofFile(file)));
                }
            }
            Path folder = cache.entry("packages", Sha256.of(digest + " " + wanted), target -> {
                log.step("collecting packages with pip");
                Path pipCache = cache.root()
                        .resolve("pip")
                        .resolve(distribution.target().triple());
                PipRunner pip = new PipRunner(scripts, pipCache, freshness == Freshness.OFFLINE, log);
                pip.wheel(interpreters.of(distribution), request, local.wanted(), target);
                check(distribution, target);
            });
            if (!wanted.equals(current)) {
                Files.createDirectories(generation.getParent());
                Path temporary = Files.writeString(Files.createTempFile(generation.getParent(), "new", ".tmp"), wanted);
                Files.move(temporary, generation, StandardCopyOption.ATOMIC_MOVE);
            }
            return wheels(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that pip's answer depends on, as far as it can be seen without asking an index. */
    Sha256 digest(Distribution distribution, PackagesRequest request) {
        try {
            return digest(distribution, request, LocalPackages.of(request, distribution));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sha256 digest(Distribution distribution, PackagesRequest request, LocalPackages local)
            throws IOException {
        return Json.digest(List.of(
                distribution.digest(),
                distribution.target(),
                PythonScripts.digest(RUN_PIP),
                request,
                Json.digest(request.environment()),
                request.requirementsFile().isPresent()
                        ? RequirementsFiles.digest(request.requirementsFile().get())
                        : "",
                local.digest()));
    }

    private static void check(Distribution distribution, Path folder) throws IOException {
        for (Path wheel : Folders.files(folder)) {
            WheelFile file = new WheelFile(wheel, Sha256.of(""));
            if (!file.name().fits(distribution.version(), distribution.target())) {
                throw JoxException.user(
                        "the wheel " + file.fileName() + " does not fit Python "
                                + distribution.version().majorMinor() + " on "
                                + distribution.target().triple(),
                        "take --platform, --python-version and --abi out of <pipArguments>");
            }
        }
    }

    private List<WheelFile> wheels(Path folder) throws IOException {
        List<WheelFile> wheels = new ArrayList<>();
        for (Path wheel : Folders.files(folder)) {
            wheels.add(new WheelFile(wheel, Sha256.ofFile(wheel)));
        }
        return wheels;
    }
}
