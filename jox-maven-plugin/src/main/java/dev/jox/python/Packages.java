package dev.jox.python;

import dev.jox.fetch.Cache;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.resource.Origin;
import dev.jox.model.spec.PackagesRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Turns a request for packages into their files: wheels that pip finds, what is installed in folders, and what is built from source,
 * because there is nothing else that the target can use, or because an extension module is to be linked into the executable.
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

    /** Decides whether a package is replaced by what its source gives. */
    @FunctionalInterface
    public interface FromSource {
        /** Why the package will not do as it is, as the beginning of a sentence; empty when it will. */
        Optional<String> reason(PackageContents contents);

        /** Why the package is another system's, likewise: a wheel of the same version will do where there is one for the target. */
        default Optional<String> foreign(PackageContents contents) {
            return Optional.empty();
        }
    }

    public Packages(Cache cache, Compilation compilation, PythonLog log) {
        this.files = new PackageFiles(cache, log);
        this.builds = new SourceBuilds(cache, compilation, log);
        this.wheels = new WheelStore(cache);
    }

    /**
     * The packages that meet a request, dependencies included, in the order of their names.
     *
     * @param roots folders with packages that are wanted, too
     * @param fromSource why a package's source is wanted in its place, if it is
     * @throws JoxException saying which requirement cannot be met and why, or which package does not build
     */
    List<ResolvedPackage> resolve(
            Pythons pythons,
            PackagesRequest request,
            List<PackageRoot> roots,
            Freshness freshness,
            FromSource fromSource) {
        List<ResolvedPackage> packages = new ArrayList<>();
        try {
            for (Path file : files.find(pythons, request, freshness)) {
                packages.add(
                        PackageFiles.isWheel(file)
                                ? usable(pythons, request, freshness, unpacked(file), fromSource)
                                : builds.build(pythons, request, file, freshness));
            }
            for (PackageRoot root : roots) {
                for (PackageContents installed : root.packages()) {
                    packages.add(usable(pythons, request, freshness, installed, fromSource));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        packages.sort(Comparator.comparing(p -> p.contents().origin().name()));
        return packages;
    }

    private PackageContents unpacked(Path wheel) throws IOException {
        return wheels.unpack(new WheelFile(wheel, Sha256.ofFile(wheel)));
    }

    /** The package as it is, what the target has in its place, or what its source gives. */
    private ResolvedPackage usable(
            Pythons pythons,
            PackagesRequest request,
            Freshness freshness,
            PackageContents contents,
            FromSource fromSource)
            throws IOException {
        Optional<String> foreign = fromSource.foreign(contents);
        if (foreign.isPresent()) {
            Path file = sameVersion(pythons, request, freshness, contents, foreign.get(), List.of());
            if (!PackageFiles.isWheel(file)) {
                return builds.build(pythons, request, file, freshness);
            }
            PackageContents own = unpacked(file);
            if (fromSource.foreign(own).isPresent()) {
                throw notToBeHad(
                        pythons, contents, foreign.get(), file.getFileName() + " is what there is for every system");
            }
            return usable(pythons, request, freshness, own, fromSource);
        }
        Optional<String> reason = fromSource.reason(contents);
        if (reason.isEmpty()) {
            return new ResolvedPackage(contents);
        }
        List<String> source = List.of("--no-binary=" + contents.origin().name());
        return builds.build(
                pythons, request, sameVersion(pythons, request, freshness, contents, reason.get(), source), freshness);
    }

    /** What pip finds of a package's own version. */
    private Path sameVersion(
            Pythons pythons,
            PackagesRequest request,
            Freshness freshness,
            PackageContents contents,
            String reason,
            List<String> form) {
        Origin origin = contents.origin();
        if (origin.version().isEmpty()) {
            throw JoxException.user(
                    reason + "; no .dist-info there says which package it belongs to, so its source cannot be found",
                    "name the package in <requirements> instead" + dynamic(pythons));
        }
        List<String> arguments = new ArrayList<>(request.pipArguments());
        arguments.add("--no-deps");
        arguments.addAll(form);
        request.wheels().ifPresent(folder -> arguments.add("--find-links=" + folder));
        PackagesRequest wanted = new PackagesRequest(
                List.of(origin.name() + "==" + origin.version()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                request.index(),
                request.buildConstraintsFile(),
                arguments,
                request.environment());
        try {
            return files.find(pythons, wanted, freshness).get(0);
        } catch (JoxException e) {
            if (form.isEmpty()) {
                throw notToBeHad(pythons, contents, reason, e.problem());
            }
            throw JoxException.user(
                    reason + "; for that " + origin.name() + " " + origin.version() + " must be built from source, and "
                            + e.problem(),
                    "put its sdist into <wheels>, ask for a version that has one"
                            + (pythons.isStatic() ? dynamic(pythons) : ", or take back the rule"));
        }
    }

    private static JoxException notToBeHad(Pythons pythons, PackageContents contents, String reason, String problem) {
        return JoxException.user(
                reason + "; for that another wheel or the sdist of " + contents.origin() + " is needed, and " + problem,
                "put its wheel for " + pythons.target().target().triple()
                        + " or its sdist into <wheels>, or ask for a version that has one");
    }

    /** The end of hints for a target that loads no compiled code. */
    private static String dynamic(Pythons pythons) {
        return pythons.isStatic()
                ? ", or take <distribution><target> "
                        + pythons.target().target().dynamic().triple()
                        + " (-Djox.distribution.target) with the flavor standalone_dynamic, which loads compiled code as it is"
                : "";
    }

    /** Everything that pip's answer depends on, as far as it can be seen without asking an index. */
    Sha256 digest(Pythons pythons, PackagesRequest request) {
        return files.digest(pythons, request);
    }
}
