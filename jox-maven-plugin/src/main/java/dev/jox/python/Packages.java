package dev.jox.python;

import dev.jox.fetch.Cache;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.spec.PackagesRequest;
import dev.jox.model.wheel.WheelName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Turns a request for packages into wheels: those that pip finds, and those that are built from source, because there is no wheel that
 * the target can use, or because an extension module is to be linked into the executable.
 */
public final class Packages {
    private final PackageFiles files;
    private final SourceBuilds builds;
    private final WheelStore wheels;

    /** When pip is asked although its answer is known, and whether it may ask an index. */
    public enum Freshness {
        /** A known answer is taken. */
        KEEP,
        /** pip is asked again. */
        UPDATE,
        /** A known answer is taken; without one pip may use local files only. */
        OFFLINE
    }

    /** Decides whether a wheel is replaced by what its source gives. */
    @FunctionalInterface
    public interface FromSource {
        /** Why the wheel will not do, as the beginning of a sentence; empty when it will. */
        Optional<String> reason(UnpackedWheel wheel);
    }

    public Packages(Cache cache, Compilation compilation, PythonLog log) {
        this.files = new PackageFiles(cache, log);
        this.builds = new SourceBuilds(cache, compilation, log);
        this.wheels = new WheelStore(cache);
    }

    /**
     * The packages that meet a request, dependencies included, in the order of their names.
     *
     * @param fromSource why a wheel's source is wanted in its place, if it is
     * @throws JoxException saying which requirement cannot be met and why, or which package does not build
     */
    List<ResolvedPackage> resolve(
            Pythons pythons, PackagesRequest request, Freshness freshness, FromSource fromSource) {
        List<ResolvedPackage> packages = new ArrayList<>();
        try {
            for (Path file : files.find(pythons, request, freshness)) {
                packages.add(
                        PackageFiles.isWheel(file)
                                ? ofWheel(pythons, request, freshness, file, fromSource)
                                : builds.build(pythons, request, file, freshness));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        packages.sort(Comparator.comparing(p -> p.wheel().origin().name()));
        return packages;
    }

    private ResolvedPackage ofWheel(
            Pythons pythons, PackagesRequest request, Freshness freshness, Path file, FromSource fromSource)
            throws IOException {
        UnpackedWheel wheel = wheels.unpack(new WheelFile(file, Sha256.ofFile(file)));
        Optional<String> reason = fromSource.reason(wheel);
        return reason.isPresent()
                ? builds.build(pythons, request, source(pythons, request, freshness, file, reason.get()), freshness)
                : new ResolvedPackage(wheel, List.of());
    }

    /** The sdist of a wheel's own version. */
    private Path source(Pythons pythons, PackagesRequest request, Freshness freshness, Path wheel, String reason) {
        WheelName name = WheelName.parse(wheel.getFileName().toString());
        List<String> arguments = new ArrayList<>(request.pipArguments());
        arguments.addAll(List.of("--no-deps", "--no-binary=" + name.project()));
        request.wheels().ifPresent(folder -> arguments.add("--find-links=" + folder));
        PackagesRequest wanted = new PackagesRequest(
                List.of(name.project() + "==" + name.version()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                request.index(),
                arguments,
                request.environment());
        try {
            return files.find(pythons, wanted, freshness).get(0);
        } catch (JoxException e) {
            throw JoxException.user(
                    reason + "; for that " + name.project() + " " + name.version()
                            + " must be built from source instead of being taken from " + wheel.getFileName() + ", and "
                            + e.problem(),
                    "put its sdist into <wheels>, ask for a version that has one, or "
                            + (pythons.isStatic()
                                    ? "take <distribution><target> "
                                            + pythons.target()
                                                    .target()
                                                    .dynamic()
                                                    .triple()
                                            + " (-Djox.distribution.target) with the flavor standalone_dynamic, which loads"
                                            + " wheels as they are"
                                    : "take back the rule"));
        }
    }

    /** Everything that pip's answer depends on, as far as it can be seen without asking an index. */
    Sha256 digest(Pythons pythons, PackagesRequest request) {
        return files.digest(pythons, request);
    }
}
