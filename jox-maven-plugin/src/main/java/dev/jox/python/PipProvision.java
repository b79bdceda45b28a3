package dev.jox.python;

import dev.jox.model.JoxException;
import dev.jox.model.distribution.Distribution;
import dev.jox.process.Command;
import dev.jox.process.Outcome;
import dev.jox.process.Processes;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sees to it that a build interpreter has pip. */
final class PipProvision {
    /** Where Linux distributions keep the wheels that they take out of {@code ensurepip}. */
    private static final List<Path> SYSTEM_WHEELS =
            List.of(Path.of("/usr/share/python-wheels"), Path.of("/usr/share/python3-wheels"));

    private PipProvision() {}

    /**
     * Puts pip into {@code sitePackages} unless it is there: from the wheel that the standard library bundles, from the system's
     * wheels, or from the installed interpreter's own pip.
     *
     * @throws JoxException when there is none
     */
    static void provide(Distribution distribution, Path original, Path sitePackages, PythonLog log) throws IOException {
        if (Files.isDirectory(sitePackages.resolve("pip"))) {
            return;
        }
        Files.createDirectories(sitePackages);
        Optional<Path> wheel = bundledWheel(distribution);
        if (wheel.isPresent()) {
            log.detail("pip comes from " + wheel.get());
            unpack(wheel.get(), sitePackages);
            return;
        }
        Path pip = installedPip(original, log)
                .orElseThrow(
                        () -> JoxException.environment(
                                "the Python of " + distribution.source()
                                        + " has no pip and no ensurepip, so packages cannot be collected for it",
                                "install pip for it (Debian: python3-pip, Fedora: python3-pip), or use the default <distribution>"));
        log.detail("pip comes from " + pip);
        TreeCopy.copy(pip, Files.createDirectories(sitePackages.resolve("pip")), file -> !file.endsWith("__pycache__"));
    }

    private static Optional<Path> bundledWheel(Distribution distribution) throws IOException {
        Path ensurepip = distribution.standardLibrary().resolve("ensurepip").resolve("_bundled");
        for (Path folder :
                Stream.concat(Stream.of(ensurepip), SYSTEM_WHEELS.stream()).toList()) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    Optional<Path> wheel = files.filter(
                                    f -> f.getFileName().toString().matches("pip-.*\\.whl"))
                            .max(Path::compareTo);
                    if (wheel.isPresent()) {
                        return wheel;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static void unpack(Path wheel, Path sitePackages) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(wheel)) {
            Path root = zip.getPath("/");
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path to = sitePackages
                            .resolve(root.relativize(file).toString())
                            .normalize();
                    if (!to.startsWith(sitePackages)) {
                        throw new IOException(wheel + " has an entry outside its root: " + file);
                    }
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
            }
        }
    }

    private static Optional<Path> installedPip(Path original, PythonLog log) {
        Outcome outcome = Processes.capture(
                Command.of(
                                original,
                                "-I",
                                "-c",
                                "import os, pip; print(os.path.dirname(os.path.abspath(pip.__file__)))")
                        .withoutVariables(name -> name.startsWith("PYTHON")),
                log::detail);
        return outcome.succeeded()
                ? Optional.of(Path.of(outcome.output().strip())).filter(Files::isDirectory)
                : Optional.empty();
    }
}
