package dev.jox.python;

import dev.jox.capture.HandMadeExtensions.HandMade;
import dev.jox.fetch.Cache;
import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.Sha256;
import dev.jox.model.Target.ObjectFormat;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.binary.NativeImageReader;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.Libpython;
import dev.jox.model.json.Json;
import dev.jox.model.resource.Bytecode;
import dev.jox.model.resource.Classifier;
import dev.jox.model.resource.ClosureResolver;
import dev.jox.model.resource.ForeignModules;
import dev.jox.model.resource.FoundFile;
import dev.jox.model.resource.Layers;
import dev.jox.model.resource.LibraryFiles;
import dev.jox.model.resource.LinkableExtension;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.PlatformLibraries;
import dev.jox.model.resource.Resource;
import dev.jox.model.resource.Resource.ModuleBytecode;
import dev.jox.model.resource.Resource.ModuleSource;
import dev.jox.model.resource.ResourceCollection;
import dev.jox.model.resource.SourceBuild;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Collects everything that an application may need: the standard library, packages, its own modules, and their libraries. */
public final class Collector {
    private final Compilation compilation;
    private final Packages packages;
    private final StandardLibraryReader standardLibrary;
    private final BytecodeCompiler compiler;
    private final ImportScan imports;
    private final RuntimeModules runtime;

    /** @param compilation what packages are compiled with that are built from source */
    public Collector(Cache cache, Compilation compilation, PythonLog log) {
        this.compilation = compilation;
        this.packages = new Packages(cache, compilation, log);
        this.standardLibrary = new StandardLibraryReader(cache, log);
        this.compiler = new BytecodeCompiler(cache, log);
        this.imports = new ImportScan(cache, log);
        this.runtime = new RuntimeModules(cache);
    }

    /**
     * Collects.
     *
     * @throws JoxException when a package cannot be had or is damaged, or when two bring the same file
     */
    public ResourceCollection collect(CollectRequest request) {
        Distribution distribution = request.pythons().target();
        Classifier classifier = new Classifier(
                distribution.extensionSuffixes(), distribution.target().objectFormat());
        List<String> notes = new ArrayList<>();

        Classifier.Result standard = standardLibrary.read(distribution, classifier, request.includeTest());
        List<List<Resource>> own = new ArrayList<>();
        own.add(noted(runtime.read(classifier), notes));
        for (SourceFolder source : request.sources()) {
            own.add(noted(application(source, distribution, classifier), notes));
        }
        List<List<Resource>> others = new ArrayList<>();
        List<LinkableExtension> linkable = new ArrayList<>();
        List<SourceBuild> builds = new ArrayList<>();
        for (HandMade made : request.handMade()) {
            linkable.add(made.linkable());
            made.library().ifPresent(library -> own.add(List.of(library)));
        }
        List<ResolvedPackage> resolved = packages.resolve(
                request.pythons(),
                request.packages(),
                PackageRoot.of(request.installed(), distribution),
                request.freshness(),
                new SourceNeeds(request.pythons(), request.builtIn(), classifier));
        for (ResolvedPackage found : resolved) {
            notes.addAll(found.contents().notes());
            others.add(noted(
                    classifier.classify(
                            found.contents().files(), found.contents().origin()),
                    notes));
            linkable.addAll(found.linkable());
            found.build().ifPresent(builds::add);
        }
        List<Resource> merged = noted(Layers.merge(own, standard.resources(), others), notes);
        List<Resource> found = new ArrayList<>(merged);
        HandedReader handed = handed(request);
        found.addAll(handed.read(merged));
        ClosureResolver.Result closure =
                closure(distribution, compilation.nativeLibraries()).resolve(found, handed.needs(found));
        List<Resource> resources = new ArrayList<>(found);
        resources.addAll(closure.added());
        resources.sort(Comparator.comparing(Resource::path));

        List<Bytecode> bytecode = new ArrayList<>();
        Map<String, String> uncompiled = new TreeMap<>();
        compile(request, merged, bytecode, uncompiled);
        new TkCheck(imports).check(distribution, request.pythons().build(), resources);
        Map<String, List<ModuleName>> chains = imports.chains(request.pythons().build(), resources, closure.needs());
        libpythonNote(distribution).ifPresent(notes::add);
        linkable.sort(Comparator.comparing(LinkableExtension::path));
        Sha256 digest = Json.digest(List.of(
                distribution.digest(),
                resources,
                bytecode,
                uncompiled,
                closure.needs(),
                chains,
                linkable,
                builds,
                notes));
        return new ResourceCollection(
                digest, resources, bytecode, uncompiled, closure.needs(), chains, linkable, builds, notes);
    }

    /** What the collection of a request depends on; packages that pip is asked for anew are not seen by it. */
    public CollectionInputs inputs(CollectRequest request) {
        Map<String, Sha256> sources = new TreeMap<>();
        for (SourceFolder source : request.sources()) {
            ApplicationReader.files(source.folder().toAbsolutePath())
                    .forEach(file -> sources.put(
                            file.content().path().toString(), file.content().sha256()));
        }
        return new CollectionInputs(
                request.pythons().target().digest(),
                request.pythons().build().digest(),
                request.packages(),
                packages.digest(request.pythons(), request.packages()),
                installed(request),
                nativeLibraries(),
                sources,
                handed(request).digest(),
                request.handMade().stream()
                        .map(made -> made.linkable().digest())
                        .toList(),
                request.levels(),
                request.includeTest(),
                SystemLibraries.digest(),
                BytecodeCompiler.digest());
    }

    /** Modules of the user's own. */
    private static Classifier.Result application(
            SourceFolder source, Distribution distribution, Classifier classifier) {
        List<FoundFile> files = ApplicationReader.files(source.folder().toAbsolutePath());
        ForeignModules.first(files, distribution.target()).ifPresent(module -> {
            throw JoxException.user(
                    source.folder() + " of " + source.name() + " has " + module + ", which an executable for "
                            + distribution.target().triple() + " cannot load",
                    "put one for the target beside it, name its objects in <extensionModules>, or name the package that brings it"
                            + " in <requirements>");
        });
        return classifier.classify(files, new Origin(Origin.Kind.APPLICATION, source.name(), source.version()));
    }

    private static Sha256 installed(CollectRequest request) {
        try {
            List<Sha256> states = new ArrayList<>();
            for (PackageRoot root :
                    PackageRoot.of(request.installed(), request.pythons().target())) {
                states.add(root.state());
            }
            return Json.digest(states);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Sha256 nativeLibraries() {
        try {
            return compilation.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether everything that a collection names is still there; the cache may have been cleaned since. */
    public static boolean isWhole(ResourceCollection collection) {
        return Stream.concat(
                        collection.resources().stream().map(Resource::content),
                        collection.bytecode().stream().map(Bytecode::content))
                .allMatch(content -> Files.exists(content.path()));
    }

    private static HandedReader handed(CollectRequest request) {
        return new HandedReader(
                request.handed(),
                request.application(),
                NativeImage.machineOf(request.pythons().target().target().objectFormat()));
    }

    private static List<Resource> noted(Classifier.Result result, List<String> notes) {
        notes.addAll(result.notes());
        return result.resources();
    }

    /** libpython's own file becomes the executable: the loader wants what it needs before anything carried can be reached. */
    private static Optional<String> libpythonNote(Distribution distribution) {
        if (!(distribution.libpython() instanceof Libpython.SharedElf elf)) {
            return Optional.empty();
        }
        try {
            List<String> foreign = NativeImageReader.read(elf.file()).stream()
                    .flatMap(image -> image.needed().stream())
                    .filter(library -> !PlatformLibraries.has(library))
                    .toList();
            return foreign.isEmpty()
                    ? Optional.empty()
                    : Optional.of("the executable needs " + String.join(", ", foreign)
                            + " on the machine that it runs on, because " + elf.soname() + " of "
                            + distribution.source() + " does");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClosureResolver closure(Distribution distribution, List<Path> nativeLibraries) {
        Set<String> interpreter = distribution.interpreterSoname().map(Set::of).orElse(Set.of());
        Origin origin = new Origin(
                Origin.Kind.DISTRIBUTION, "python", distribution.version().toString());
        LibraryFiles files = distribution.target().isWindows()
                ? new WindowsLibraries(nativeLibraries)
                : new SystemLibraries(NativeImage.machineOf(ObjectFormat.ELF)).after(nativeLibraries);
        return new ClosureResolver(origin, distribution.libraryDirectories(), interpreter, files);
    }

    private void compile(
            CollectRequest request, List<Resource> resources, List<Bytecode> bytecode, Map<String, String> uncompiled) {
        List<List<Resource>> groups = groups(resources, request.includeTest());
        VirtualRoot root = VirtualRoot.of(request.pythons().target().target());
        for (int level : request.levels()) {
            for (CompiledModule module : compiler.compile(request.pythons().build(), root, groups, level)) {
                module.code()
                        .ifPresentOrElse(
                                code -> bytecode.add(new Bytecode(module.path(), level, code)),
                                () -> uncompiled.put(module.path(), module.error()));
            }
        }
        bytecode.sort(Comparator.comparing(Bytecode::path).thenComparing(Bytecode::optimizeLevel));
    }

    /** What is compiled and kept together: each package, the standard library; each of the application's modules alone. */
    private static List<List<Resource>> groups(List<Resource> resources, boolean includeTest) {
        Map<String, List<Resource>> groups = new LinkedHashMap<>();
        for (Resource resource : resources) {
            boolean compiled = resource instanceof ModuleBytecode
                    || resource instanceof ModuleSource source && (includeTest || !source.test());
            if (compiled) {
                String group = resource.origin().kind() == Origin.Kind.APPLICATION
                        ? "application " + resource.path()
                        : resource.origin().toString();
                groups.computeIfAbsent(group, g -> new ArrayList<>()).add(resource);
            }
        }
        return List.copyOf(groups.values());
    }
}
