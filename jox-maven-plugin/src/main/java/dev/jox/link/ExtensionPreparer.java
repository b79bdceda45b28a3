package dev.jox.link;

import dev.jox.fetch.Cache;
import dev.jox.fetch.CachedValues;
import dev.jox.fetch.FileDigests;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.builtin.LinkInputs;
import dev.jox.model.builtin.Preparation;
import dev.jox.model.builtin.PreparedExtension;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.Libpython;
import dev.jox.model.distribution.LinkableCore;
import dev.jox.model.json.Json;
import dev.jox.model.object.LinkFile;
import dev.jox.model.object.Provider;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import dev.jox.model.resource.LinkableExtension;
import dev.jox.toolchain.ToolchainLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Prepares extension modules of packages for a link: closed, under names of their own, each with what it needs from elsewhere. What comes
 * out is kept in the cache under the digest of everything that it came from.
 */
final class ExtensionPreparer {
    /** Part of the cache key: raised when objects are prepared in another way. */
    private static final String LAYOUT = "prepared 1";

    private static final Pattern CPLUSPLUS_RUNTIME =
            Pattern.compile("(lib)?(stdc\\+\\+|supc\\+\\+|c\\+\\+|c\\+\\+abi)\\..*");

    private final CachedValues<Entry> preparations;
    private final LinkRequest request;
    private final SymbolLists symbols;
    private final FileDigests digests;
    private final boolean dynamic;
    private final ToolchainLibraries libraries;
    private final List<Provider> runtime;
    private final List<Provider> interpreter;
    private final Map<String, Path> archives = new TreeMap<>();

    ExtensionPreparer(Cache cache, LinkRequest request, Consumer<String> detail) throws IOException {
        this.preparations = new CachedValues<>(cache, "prepared-extensions", Entry.class);
        this.request = request;
        this.symbols = new SymbolLists(cache);
        this.digests = new FileDigests(cache);
        Distribution distribution = request.distribution();
        this.dynamic = distribution.libpython().shared();
        this.libraries = new ToolchainLibraries(cache, detail);
        this.runtime = libraries.providers(request.toolchain(), !dynamic);
        this.interpreter = interpreter(distribution);
    }

    /** The modules of a plan that are linked from objects of packages. */
    static List<PlannedBuiltIn> linkedModules(Plan plan) {
        return plan.entries().stream()
                .filter(PlannedBuiltIn.class::isInstance)
                .map(PlannedBuiltIn.class::cast)
                .filter(module -> module.linked().isPresent())
                .toList();
    }

    /**
     * Prepares {@link #linkedModules}, in their order.
     *
     * @throws JoxException naming what is missing, who needs it, and what to add
     */
    List<PreparedExtension> prepare(Collection<PlannedBuiltIn> modules) throws IOException {
        List<PreparedExtension> prepared = new ArrayList<>();
        for (PlannedBuiltIn module : modules) {
            prepared.add(prepare(module.linked().orElseThrow()));
        }
        return prepared;
    }

    /**
     * @param outside symbols with the name of who supplies each
     */
    private record Entry(String initFunction, List<String> objects, Map<String, String> outside) {}

    private PreparedExtension prepare(LinkableExtension extension) throws IOException {
        LinkInputs inputs = LinkInputs.read(extension.items(), dynamic);
        LinkedLibraries linked =
                new LinkedLibraries(extension, request, symbols, libraries, runtime, dynamic).find(inputs);
        List<Sha256> own = new ArrayList<>();
        for (Path file : linked.ownFiles()) {
            own.add(digests.of(file));
        }
        Sha256 key = Json.digest(List.of(
                LAYOUT,
                extension.name(),
                extension.initFunction(),
                extension.digest(),
                request.toolchain().digest(),
                request.distribution().digest(),
                own));
        CachedValues.Entry<Entry> kept = preparations.get(key, target -> write(extension, inputs, linked, target));
        Entry entry = kept.value();
        List<Path> needed = new ArrayList<>(linked.shared());
        if (entry.outside().values().stream().anyMatch(archives::containsKey)) {
            // they may need each other
            needed.addAll(archives.values());
        }
        return new PreparedExtension(
                extension.name(),
                entry.initFunction(),
                entry.objects().stream().map(kept.folder()::resolve).toList(),
                needed,
                linked.named(),
                entry.outside().values().stream()
                        .anyMatch(name -> CPLUSPLUS_RUNTIME.matcher(name).matches()));
    }

    private Entry write(LinkableExtension extension, LinkInputs inputs, LinkedLibraries linked, Path target)
            throws IOException {
        List<LinkFile> files = new ArrayList<>(inputs.files());
        files.addAll(linked.own());
        List<Provider> providers = Stream.of(interpreter.stream(), linked.providers(), runtime.stream())
                .flatMap(provider -> provider)
                .toList();
        Preparation preparation = Preparation.of(extension, files, providers);
        List<String> names = new ArrayList<>();
        for (Preparation.Part part : preparation.objects()) {
            String name = names.size() + "-"
                    + part.name().replaceAll("[^A-Za-z0-9.]+", "_").replaceAll("^.*_(?=.)", "");
            name = name.endsWith(".o") ? name : name + ".o";
            Files.write(target.resolve(name), part.bytes());
            names.add(name);
        }
        return new Entry(preparation.initFunction(), names, preparation.outside());
    }

    /** libpython, and the libraries that it is linked with. */
    private List<Provider> interpreter(Distribution distribution) throws IOException {
        List<Provider> providers = new ArrayList<>();
        if (distribution.libpython() instanceof Libpython.SharedElf shared) {
            providers.add(symbols.provider(shared.soname(), shared.file()));
        } else if (distribution.libpython() instanceof Libpython.WindowsDll dll) {
            String name = String.valueOf(dll.dll().getFileName());
            providers.add(symbols.provider(name, dll.importLibrary()));
            archives.put(name, dll.importLibrary());
        } else if (distribution.libpython() instanceof Libpython.StaticArchive archive) {
            List<Path> core = new ArrayList<>(
                    distribution.core().map(LinkableCore::objects).orElse(List.of(archive.archive())));
            // a part of the C API is in modules that no interpreter is without: PyErr_CheckSignals in _signal
            distribution.extensions().stream()
                    .filter(extension ->
                            extension.required() && extension.defect().isEmpty())
                    .flatMap(extension -> extension.objects().stream())
                    .filter(object -> !core.contains(object))
                    .forEach(core::add);
            if (distribution.target().isWindows()) {
                // libraries of Windows' DLLs are linked with libpython in any case; packages tell their compiler in
                // pragmas, if at all
                distribution.core().map(LinkableCore::links).orElse(List.of()).stream()
                        .map(name -> libraries.library(request.toolchain(), name))
                        .flatMap(Optional::stream)
                        .forEach(providers::add);
            }
            providers.add(symbols.provider("libpython", Json.digest(List.of(distribution.digest(), core)), core));
            for (Path folder : distribution.staticLibraryDirectories()) {
                for (Path file : staticLibraries(folder)) {
                    providers.add(symbols.provider(file.toString(), file));
                    archives.put(file.toString(), file);
                }
            }
        }
        return List.copyOf(providers);
    }

    private static List<Path> staticLibraries(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".a")
                            && !String.valueOf(file.getFileName()).startsWith("libpython"))
                    .sorted()
                    .toList();
        }
    }
}
