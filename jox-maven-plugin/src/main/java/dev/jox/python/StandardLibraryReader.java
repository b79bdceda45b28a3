package dev.jox.python;

import dev.jox.fetch.Cache;
import dev.jox.fetch.CachedValues;
import dev.jox.model.Sha256;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.Libpython;
import dev.jox.model.distribution.StandardExtension;
import dev.jox.model.json.Json;
import dev.jox.model.resource.Classifier;
import dev.jox.model.resource.FoundFile;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.Resource;
import dev.jox.model.resource.Resource.ModuleSource;
import dev.jox.model.resource.StandardTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads a distribution's standard library: once per distribution, then from the index in the cache. */
final class StandardLibraryReader {
    /** Part of the cache key: raised when other files are taken. */
    private static final String LAYOUT = "standard library 4";

    /** What is no part of it; pip and what it comes with lie among its modules in some Pythons for Windows. */
    private static final Set<String> LEFT_OUT = Set.of(
            "site-packages",
            "dist-packages",
            "lib-dynload",
            "__pycache__",
            "pip",
            "setuptools",
            "pkg_resources",
            "_distutils_hack");

    private final CachedValues<Index> indexes;
    private final StableAbiDll stableAbi;
    private final PythonLog log;

    /** @param elsewhere what does not lie in the standard library's folder: extension modules, and libpython where it is a DLL */
    private record Index(List<IndexedFile> files, List<Elsewhere> elsewhere) {}

    private record Elsewhere(String folder, IndexedFile file) {}

    StandardLibraryReader(Cache cache, PythonLog log) {
        this.indexes = new CachedValues<>(cache, "standard-library", Index.class);
        this.stableAbi = new StableAbiDll(cache);
        this.log = log;
    }

    /** What its files are; extension modules that exist for tests only are left out unless wanted. */
    Classifier.Result read(Distribution distribution, Classifier classifier, boolean includeTest) {
        Index index = index(distribution);
        Path folder = distribution.standardLibrary();
        List<FoundFile> files = new ArrayList<>();
        for (IndexedFile file : index.files()) {
            if (includeTest || file.path().endsWith(".py") || !isTest(distribution, file.path())) {
                files.add(file.below(folder));
            }
        }
        for (Elsewhere other : index.elsewhere()) {
            String name = other.file().path();
            if (includeTest || !StandardTests.isTestExtension(name.substring(0, name.indexOf('.')))) {
                files.add(other.file().below(Path.of(other.folder())));
            }
        }
        Origin origin = new Origin(
                Origin.Kind.DISTRIBUTION, "python", distribution.version().toString());
        Classifier.Result result = classifier.classify(files, origin);
        return new Classifier.Result(
                result.resources().stream()
                        .map(resource -> withTestFlag(distribution, resource))
                        .toList(),
                result.notes());
    }

    private static boolean isTest(Distribution distribution, String path) {
        return StandardTests.isTest(path)
                || distribution.testPackages().stream().anyMatch(name -> path.startsWith(name.path() + "/"));
    }

    private static Resource withTestFlag(Distribution distribution, Resource resource) {
        return resource instanceof ModuleSource module && isTest(distribution, module.path())
                ? new ModuleSource(
                        module.path(), module.origin(), module.content(), module.name(), module.isPackage(), true)
                : resource;
    }

    private Index index(Distribution distribution) {
        Sha256 key = Sha256.of(String.join(
                "\n",
                LAYOUT,
                distribution.digest().hex(),
                distribution.standardLibrary().toString(),
                Json.text(distribution.extensions())));
        try {
            return indexes.get(key, folder -> {
                        log.step("reading the standard library of " + distribution.source());
                        Set<Path> elsewhere = elsewhere(distribution);
                        return new Index(files(distribution.standardLibrary(), elsewhere), indexed(elsewhere));
                    })
                    .value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<IndexedFile> files(Path folder, Set<Path> without) throws IOException {
        List<Path> paths = new ArrayList<>();
        walk(folder, paths);
        List<IndexedFile> files = new ArrayList<>();
        for (Path path : paths) {
            if (!without.contains(path)) {
                files.add(IndexedFile.of(folder.relativize(path).toString().replace('\\', '/'), path));
            }
        }
        return files;
    }

    private static void walk(Path folder, List<Path> files) throws IOException {
        List<Path> children;
        try (Stream<Path> list = Files.list(folder)) {
            children = list.sorted().toList();
        }
        for (Path child : children) {
            String name = child.getFileName().toString();
            if (Files.isDirectory(child)) {
                // config-3.x-<platform> is for building extension modules
                if (!LEFT_OUT.contains(name) && !name.startsWith("config-") && !name.endsWith(".dist-info")) {
                    walk(child, files);
                }
            } else if (!name.endsWith(".a")
                    && !name.endsWith(".o")
                    && !name.endsWith(".lib")
                    && !name.endsWith(".pyc")) {
                files.add(child);
            }
        }
    }

    private Set<Path> elsewhere(Distribution distribution) {
        Set<Path> files = new TreeSet<>();
        distribution.extensions().stream()
                .map(StandardExtension::file)
                .flatMap(Optional::stream)
                .forEach(files::add);
        if (distribution.libpython() instanceof Libpython.WindowsDll libpython) {
            files.add(libpython.dll());
            files.add(stableAbi.of(libpython.dll()));
        }
        return files;
    }

    private static List<Elsewhere> indexed(Set<Path> files) throws IOException {
        List<Elsewhere> indexed = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            indexed.add(new Elsewhere(file.resolveSibling(".").normalize().toString(), IndexedFile.of(name, file)));
        }
        return indexed;
    }
}
