package dev.jox.distribution;

import dev.jox.fetch.Purpose;
import dev.jox.model.Flavor;
import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.PythonVersion;
import dev.jox.model.Sha256;
import dev.jox.model.Target;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.binary.NativeImageReader;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.Libpython;
import dev.jox.model.distribution.LinkableCore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Describes a Python installation by what its interpreter and its files say. */
final class InstallationReader {
    /** SPDX identifiers of CPython's licence, as python-build-standalone gives them. */
    static final List<String> LICENSES = List.of("Python-2.0", "CNRI-Python");

    /** Packages of the standard library that are tests; python-build-standalone's {@code python_stdlib_test_packages}. */
    static final List<ModuleName> TEST_PACKAGES = Stream.of(
                    "bsddb.test",
                    "ctypes.test",
                    "distutils.tests",
                    "email.test",
                    "idlelib.idle_test",
                    "json.tests",
                    "lib2to3.tests",
                    "sqlite3.test",
                    "test",
                    "tkinter.test",
                    "unittest.test")
            .map(ModuleName::new)
            .toList();

    /**
     * Describes it.
     *
     * @param root the folder that the installation is in
     * @param contained whether all of it must be below the root; else what it was configured with counts too
     */
    Distribution read(
            InterpreterFacts facts, String source, Sha256 digest, Path root, boolean contained, Purpose purpose)
            throws IOException {
        Fitness.checkKind(source, facts.implementation(), facts.freeThreaded(), purpose);
        PythonVersion version = Fitness.version(source, facts.release(), purpose);
        Target target = Fitness.target(source, triple(facts), purpose);
        Path include = Path.of(facts.include());
        if (!Files.isRegularFile(include.resolve("Python.h"))) {
            throw missing(source, "no headers: " + include.resolve("Python.h") + " is not there", facts, purpose);
        }
        Libpython libpython = libpython(facts, root, contained, source, purpose);
        Path standardLibrary = Path.of(facts.standardLibrary());
        return new Distribution(
                source,
                digest,
                version,
                target,
                facts.extensionSuffixes().isEmpty() ? Flavor.STANDALONE_STATIC : Flavor.STANDALONE_DYNAMIC,
                root,
                Optional.of(Path.of(facts.executable())),
                libpython,
                include,
                standardLibrary,
                libraryDirectories(facts, root, contained, libpython),
                List.of(),
                new ExtensionFiles()
                        .list(facts.builtins(), extensionFolders(facts, root, contained), facts.extensionSuffixes()),
                facts.cacheTag(),
                facts.extensionSuffixes(),
                TEST_PACKAGES,
                LICENSES,
                Optional.of(standardLibrary.resolve("LICENSE.txt")).filter(Files::isRegularFile),
                core(libpython, facts));
    }

    /** The triple of a Linux interpreter; for anything else what it calls its platform. */
    private static String triple(InterpreterFacts facts) {
        if (!facts.platform().startsWith("linux-")) {
            return facts.platform();
        }
        String machine = facts.platform().substring("linux-".length());
        return machine + "-unknown-linux-" + (facts.host().contains("musl") ? "musl" : "gnu");
    }

    private static Libpython libpython(
            InterpreterFacts facts, Path root, boolean contained, String source, Purpose purpose) throws IOException {
        Optional<Path> shared = usable(facts.sharedLibrary(), root, contained);
        if (shared.isPresent()) {
            NativeImage image = NativeImageReader.read(shared.get())
                    .orElseThrow(() -> missing(
                            source, "no shared libpython: " + shared.get() + " is no shared library", facts, purpose));
            return new Libpython.SharedElf(
                    shared.get(),
                    image.soname().orElseGet(() -> shared.get().getFileName().toString()));
        }
        return usable(facts.staticLibrary(), root, contained)
                .map(Libpython.StaticArchive::new)
                .orElseThrow(() -> missing(source, "neither a shared nor a static libpython", facts, purpose));
    }

    /** A static libpython is linked as a whole, with the modules that it has. */
    private static Optional<LinkableCore> core(Libpython libpython, InterpreterFacts facts) {
        return libpython instanceof Libpython.StaticArchive archive
                ? Optional.of(new LinkableCore(
                        List.of(archive.archive()),
                        facts.linkedLibraries(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()))
                : Optional.empty();
    }

    private static Optional<Path> usable(String file, Path root, boolean contained) throws IOException {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Path path = Path.of(file).toRealPath();
        return Optional.of(path).filter(p -> !contained || p.startsWith(root));
    }

    private static List<Path> libraryDirectories(
            InterpreterFacts facts, Path root, boolean contained, Libpython libpython) {
        Set<Path> directories = new LinkedHashSet<>();
        if (contained) {
            directories.add(Path.of(facts.prefix()).resolve("lib"));
            directories.add(Path.of(facts.prefix()));
        } else if (!facts.libraryDirectory().isEmpty()) {
            directories.add(Path.of(facts.libraryDirectory()));
        }
        if (libpython instanceof Libpython.SharedElf shared) {
            directories.add(shared.file().getParent());
        }
        return directories.stream()
                .map(Path::normalize)
                .distinct()
                .filter(Files::isDirectory)
                .filter(d -> !contained || d.startsWith(root))
                .toList();
    }

    private static List<Path> extensionFolders(InterpreterFacts facts, Path root, boolean contained) {
        return facts.extensionDirectories().stream()
                .map(Path::of)
                .filter(folder -> !contained || folder.startsWith(root))
                .toList();
    }

    private static JoxException missing(String source, String what, InterpreterFacts facts, Purpose purpose) {
        return JoxException.user(
                source + " (Python " + facts.version() + ", " + facts.executable() + ") has " + what,
                "install python" + facts.majorMinor() + "-dev and libpython" + facts.majorMinor()
                        + " (Debian, Ubuntu) or python3-devel (Fedora); with pyenv, build it with"
                        + " PYTHON_CONFIGURE_OPTS=--enable-shared; or give another Python in " + purpose.parameter());
    }
}
