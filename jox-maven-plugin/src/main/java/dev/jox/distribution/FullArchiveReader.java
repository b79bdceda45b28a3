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
import dev.jox.model.distribution.PythonJson;
import dev.jox.model.distribution.PythonJsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Describes an unpacked {@code full} archive of python-build-standalone, or of the same shape, by its PYTHON.json. */
final class FullArchiveReader {
    private final String source;
    private final Purpose purpose;
    private final FullArchiveFiles files;
    private final PythonJson json;
    private final boolean bitcode;

    private FullArchiveReader(String source, Purpose purpose, FullArchiveFiles files, PythonJson json)
            throws IOException {
        this.source = source;
        this.purpose = purpose;
        this.files = files;
        this.json = json;
        this.bitcode = json.isBitcode() || Bitcode.any(files.all(json.core().objects()));
    }

    /**
     * Describes it.
     *
     * @param root the folder of PYTHON.json
     */
    static Distribution read(String source, Sha256 digest, Path root, Purpose purpose) throws IOException {
        PythonJson json = PythonJsonReader.read(root.resolve("PYTHON.json"));
        return new FullArchiveReader(source, purpose, new FullArchiveFiles(source, root), json).describe(digest, root);
    }

    private Distribution describe(Sha256 digest, Path root) throws IOException {
        Fitness.checkKind(source, json.implementation(), json.abiTag().endsWith("t"), purpose);
        PythonVersion version = Fitness.version(source, json.pythonVersion(), purpose);
        Target target = Fitness.target(source, json.targetTriple(), purpose);
        Flavor flavor = json.loadsSharedLibraries() ? Flavor.STANDALONE_DYNAMIC : Flavor.STANDALONE_STATIC;
        if (bitcode && flavor == Flavor.STANDALONE_STATIC) {
            throw bitcodeRefused(version);
        }
        Optional<LinkableCore> core = bitcode ? Optional.empty() : core();
        Optional<SymbolCheck> symbols = core.isPresent() ? Optional.of(new SymbolCheck(json, files)) : Optional.empty();
        symbols.flatMap(SymbolCheck::ofCore).ifPresent(missing -> {
            throw JoxException.user(
                    "PYTHON.json of " + source + " does not list all of CPython's core: " + missing,
                    "take a distribution of another date, in " + purpose.parameter());
        });
        Path standardLibrary = files.get(path("stdlib"));
        return new Distribution(
                source,
                digest,
                version,
                target,
                flavor,
                root,
                target.isWindows() ? Optional.empty() : Optional.of(files.get(json.executable())),
                libpython(target, version),
                files.get(path("include")),
                standardLibrary,
                Stream.of("install/lib", "install/DLLs", "install")
                        .map(root::resolve)
                        .filter(Files::isDirectory)
                        .toList(),
                core.isEmpty() ? List.of() : staticLibraryDirectories(),
                new FullArchiveExtensions(json, files, symbols).all(),
                json.cacheTag(),
                json.extensionSuffixes(),
                json.testPackages().stream().sorted().map(ModuleName::new).toList(),
                json.licenses(),
                json.licensePath().map(root::resolve).filter(Files::isRegularFile),
                core);
    }

    private String path(String name) {
        return Optional.ofNullable(json.paths().get(name))
                .orElseThrow(() -> JoxException.user(
                        "PYTHON.json of " + source + " has no python_paths." + name,
                        "the distribution is incomplete; take another one"));
    }

    private Libpython libpython(Target target, PythonVersion version) throws IOException {
        PythonJson.Core core = json.core();
        if (core.sharedLibrary().isPresent()) {
            Path shared = files.get(core.sharedLibrary().get());
            if (target.isWindows()) {
                return new Libpython.WindowsDll(shared, importLibrary(version));
            }
            NativeImage image = NativeImageReader.read(shared)
                    .orElseThrow(() -> JoxException.user(
                            shared + " of " + source + " is no shared library", "take another distribution"));
            return new Libpython.SharedElf(
                    shared, image.soname().orElseGet(() -> String.valueOf(shared.getFileName())));
        }
        return new Libpython.StaticArchive(files.get(core.staticLibrary()
                .orElseThrow(() -> JoxException.user(
                        source + " has neither a shared nor a static libpython",
                        "give another one in " + purpose.parameter()))));
    }

    private Path importLibrary(PythonVersion version) {
        String name = "python" + version.majorMinor().replace(".", "") + ".lib";
        return Stream.of("build/core/" + name, "install/libs/" + name)
                .map(files.root()::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> JoxException.user(
                        source + " has no import library " + name, "give another one in " + purpose.parameter()));
    }

    private List<Path> staticLibraryDirectories() {
        return Stream.concat(
                        json.core().links().stream(),
                        json.extensions().values().stream()
                                .flatMap(List::stream)
                                .flatMap(e -> e.links().stream()))
                .map(PythonJson.Link::pathStatic)
                .flatMap(Optional::stream)
                .map(library -> Objects.requireNonNull(files.get(library).getParent()))
                .distinct()
                .sorted()
                .toList();
    }

    /** Present where there are objects to link. */
    private Optional<LinkableCore> core() {
        PythonJson.Core core = json.core();
        List<String> objects = core.objects().stream()
                .filter(object -> !core.inittabObject().filter(object::equals).isPresent())
                .toList();
        if (objects.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LinkableCore(
                files.all(objects),
                core.links().stream().map(PythonJson.Link::name).toList(),
                core.inittabObject().map(files::get),
                core.inittabSource().map(files::get),
                core.inittabFlags()));
    }

    private JoxException bitcodeRefused(PythonVersion version) {
        return JoxException.user(
                source + " has objects of LLVM bitcode (" + json.objectFileFormat() + ", built with '"
                        + json.buildOptions() + "'), which jox cannot link",
                "take the archive without lto: cpython-" + version + "+<date>-" + json.targetTriple()
                        + "-noopt+static-full.tar.zst, in " + purpose.parameter());
    }
}
