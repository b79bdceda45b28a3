package dev.jox.link;

import dev.jox.model.JoxException;
import dev.jox.model.builtin.LinkInputs;
import dev.jox.model.builtin.Preparation;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.object.LinkFile;
import dev.jox.model.object.LinkFiles;
import dev.jox.model.object.Provider;
import dev.jox.model.resource.LinkItem;
import dev.jox.model.resource.LinkableExtension;
import dev.jox.process.Processes;
import dev.jox.toolchain.Toolchain;
import dev.jox.toolchain.ToolchainLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the libraries that an extension was linked with: those that become part of it, and those that it shares with others.
 *
 * <p>An archive that the extension's build found, or one in a folder of {@code <nativeLibraries>}, becomes the extension's own and is
 * renamed with it. The distribution's archives are shared with the interpreter. Shared libraries only serve dynamic executables.
 */
final class LinkedLibraries {
    private static final Pattern SHARED = Pattern.compile("(?:lib)?(.+?)\\.(?:so(?:\\..*)?|dll(?:\\.a)?|lib|a)");
    private static final Pattern LIBPYTHON = Pattern.compile("python3(?:\\.?\\d+)?t?(?:_?d)?");
    /** What compilers and libc know under names that are no files everywhere. */
    private static final Set<String> RUNTIME = Set.of(
            "c",
            "m",
            "pthread",
            "dl",
            "rt",
            "util",
            "gcc",
            "gcc_s",
            "gcc_eh",
            "stdc++",
            "supc++",
            "c++",
            "c++abi",
            "unwind",
            "compiler_rt");

    private final LinkableExtension extension;
    private final LinkRequest request;
    private final SymbolLists symbols;
    private final ToolchainLibraries toolchain;
    private final List<Provider> runtime;
    private final boolean dynamic;
    private final List<LinkFile> own = new ArrayList<>();
    private final Set<Path> ownFiles = new LinkedHashSet<>();
    private final List<Path> shared = new ArrayList<>();
    private final List<String> named = new ArrayList<>();
    private final List<Provider> providers = new ArrayList<>();

    /**
     * @param toolchain what the toolchain has when told
     * @param runtime what it has by itself
     * @param dynamic whether the executable can load shared libraries
     */
    LinkedLibraries(
            LinkableExtension extension,
            LinkRequest request,
            SymbolLists symbols,
            ToolchainLibraries toolchain,
            List<Provider> runtime,
            boolean dynamic) {
        this.extension = extension;
        this.request = request;
        this.symbols = symbols;
        this.toolchain = toolchain;
        this.runtime = List.copyOf(runtime);
        this.dynamic = dynamic;
    }

    /**
     * Looks for everything.
     *
     * @throws JoxException naming a library that is nowhere, and what to add
     */
    LinkedLibraries find(LinkInputs inputs) throws IOException {
        for (LinkItem.File file : inputs.shared()) {
            Matcher name = SHARED.matcher(String.valueOf(file.path().getFileName()));
            boolean libpython =
                    name.matches() && LIBPYTHON.matcher(name.group(1)).matches();
            if (dynamic && !libpython) {
                share(file.copy());
            } else if (!libpython) {
                find(name.matches() ? name.group(1) : String.valueOf(file.path().getFileName()));
            }
        }
        for (LinkItem.Library library : inputs.libraries()) {
            find(library.name());
        }
        if (inputs.options().stream().anyMatch(option -> option.arguments().contains("-fopenmp"))) {
            find(request.toolchain().kind() == Toolchain.Kind.ZIG ? "omp" : "gomp");
        }
        return this;
    }

    private void find(String name) throws IOException {
        if (LIBPYTHON.matcher(name).matches() || name.isEmpty()) {
            return;
        }
        for (Path folder : request.nativeLibraries()) {
            for (String file : fileNames(name)) {
                if (Files.isRegularFile(folder.resolve(file)) && use(folder.resolve(file))) {
                    return;
                }
            }
        }
        Distribution distribution = request.distribution();
        boolean ofDistribution = distribution.staticLibraryDirectories().stream()
                .anyMatch(folder -> Files.isRegularFile(folder.resolve("lib" + name + ".a")));
        boolean ofToolchain = RUNTIME.contains(name)
                || runtime.stream().anyMatch(provider -> provider.name().matches("(lib)?\\Q" + name + "\\E\\..*"));
        if (ofToolchain || (!dynamic && ofDistribution) || (dynamic && findInSystem(name)) || findOfWindows(name)) {
            return;
        }
        boolean ofThisMachine = dynamic && !distribution.target().isWindows();
        throw JoxException.user(
                Preparation.describe(extension) + " is linked with the library " + name + ", and there is no "
                        + String.join(" or ", fileNames(name))
                        + (ofThisMachine ? "" : " for " + distribution.target().triple()) + " in "
                        + places(distribution),
                "build the library for " + distribution.target().triple() + " and name its folder in <nativeLibraries>"
                        + (ofThisMachine ? ", or install its development package" : "")
                        + "; or leave the module out with"
                        + " <rule><match>" + extension.name() + "</match><include>false</include></rule>");
    }

    /** What files of a library are called, that of a shared one first where one serves. */
    private List<String> fileNames(String name) {
        String archive = "lib" + name + ".a";
        if (request.distribution().target().isWindows()) {
            return dynamic ? List.of(name + ".dll", name + ".lib", archive) : List.of(name + ".lib", archive);
        }
        return dynamic ? List.of("lib" + name + ".so", archive) : List.of(archive);
    }

    /** Whether the library is of the kind that serves: then it is shared, or becomes the extension's own. */
    private boolean use(Path file) throws IOException {
        boolean isShared = file.toString().matches(".*\\.(so|dll)")
                || LinkFiles.read(file) instanceof LinkFile.Archive archive && archive.isImportLibrary();
        if (isShared && dynamic) {
            share(file);
        } else if (!isShared) {
            take(file);
        }
        return dynamic || !isShared;
    }

    private String places(Distribution distribution) {
        return "<nativeLibraries> ("
                + (request.nativeLibraries().isEmpty()
                        ? "none given"
                        : String.join(
                                ", ",
                                request.nativeLibraries().stream()
                                        .map(Path::toString)
                                        .toList()))
                + "), in " + distribution.source() + " or with "
                + request.toolchain().name();
    }

    /** Whether the machine's compiler finds it; a shared one comes before a static one. */
    private boolean findInSystem(String name) throws IOException {
        if (request.toolchain().kind() != Toolchain.Kind.SYSTEM) {
            return false;
        }
        for (String file : List.of("lib" + name + ".so", "lib" + name + ".a")) {
            String answer = Processes.capture(
                            request.toolchain().compile(List.of("-print-file-name=" + file)), line -> {})
                    .output()
                    .strip();
            Path path = Path.of(answer);
            if (path.isAbsolute() && Files.isRegularFile(path)) {
                if (file.endsWith(".a")) {
                    take(path);
                } else {
                    providers.add(symbols.provider(file, path));
                    named.add(name);
                }
                return true;
            }
        }
        return false;
    }

    /** Whether it is the library of one of Windows' own DLLs, which the toolchain has all of. */
    private boolean findOfWindows(String name) {
        if (!request.toolchain().target().isWindows()) {
            return false;
        }
        Optional<Provider> library = toolchain.library(request.toolchain(), name.toLowerCase(Locale.ROOT));
        library.ifPresent(provider -> {
            providers.add(provider);
            named.add(name.toLowerCase(Locale.ROOT));
        });
        return library.isPresent();
    }

    private void take(Path archive) throws IOException {
        if (ownFiles.add(archive)) {
            own.add(LinkFiles.read(archive));
        }
    }

    private void share(Path library) throws IOException {
        shared.add(library);
        providers.add(symbols.provider(String.valueOf(library.getFileName()), library));
    }

    /** Archives that become part of the extension. */
    List<LinkFile> own() {
        return own;
    }

    /** Where {@link #own} were found. */
    List<Path> ownFiles() {
        return List.copyOf(ownFiles);
    }

    /** Shared libraries that the extension needs, by their paths. */
    List<Path> shared() {
        return shared;
    }

    /** Libraries that the toolchain finds, by the names after {@code -l}. */
    List<String> named() {
        return named;
    }

    /** {@link #shared} and {@link #named} as suppliers. */
    Stream<Provider> providers() {
        return providers.stream();
    }
}
