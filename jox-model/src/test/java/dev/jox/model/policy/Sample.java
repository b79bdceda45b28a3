package dev.jox.model.policy;

import dev.jox.model.Content;
import dev.jox.model.Flavor;
import dev.jox.model.ModuleName;
import dev.jox.model.PythonVersion;
import dev.jox.model.Sha256;
import dev.jox.model.Target;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.Libpython;
import dev.jox.model.distribution.LinkableCore;
import dev.jox.model.distribution.StandardExtension;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import dev.jox.model.resource.Bytecode;
import dev.jox.model.resource.LibraryNeed;
import dev.jox.model.resource.LinkItem;
import dev.jox.model.resource.LinkableExtension;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.Resource;
import dev.jox.model.resource.ResourceCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Builds distributions and collections for tests; the order of calls does not matter. */
final class Sample {
    static final Origin PYTHON = new Origin(Origin.Kind.DISTRIBUTION, "python", "3.14.3");
    static final Origin NUMPY = new Origin(Origin.Kind.PACKAGE, "numpy", "2.4.0");
    static final Origin APPLICATION = new Origin(Origin.Kind.APPLICATION, "hello", "");
    static final Origin SYSTEM = new Origin(Origin.Kind.SYSTEM, "/usr/lib/x86_64-linux-gnu", "");
    private static final String EXTENSION_SUFFIX = ".cpython-314-x86_64-linux-gnu.so";

    private final List<Resource> resources = new ArrayList<>();
    private final List<Bytecode> bytecode = new ArrayList<>();
    private final SortedMap<String, String> uncompiled = new TreeMap<>();
    private final List<LibraryNeed> needs = new ArrayList<>();
    private final SortedMap<String, List<String>> runpaths = new TreeMap<>();
    private final List<LibraryNeed> byHand = new ArrayList<>();
    private final SortedMap<String, List<ModuleName>> importChains = new TreeMap<>();
    private final List<LinkableExtension> linkable = new ArrayList<>();
    private final List<StandardExtension> extensions = new ArrayList<>();
    private Target target = Target.LINUX_GNU;
    private Flavor flavor = Flavor.STANDALONE_DYNAMIC;
    private Policy policy = Policy.defaults();

    /** What an image says about itself beyond its needs. */
    record Image(
            Optional<String> soname,
            Optional<String> glibcFloor,
            boolean staticTls,
            List<String> needed,
            List<String> initFunctions,
            Optional<String> bindingObstacle,
            Optional<String> memoryObstacle) {
        static Image named(String soname) {
            return new Image(
                    Optional.of(soname),
                    Optional.empty(),
                    false,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());
        }

        static Image plain() {
            return new Image(
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** An extension module with the function that creates it. */
        static Image module(String name, String... needed) {
            return new Image(
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    List.of(needed),
                    List.of("PyInit_" + name),
                    Optional.empty(),
                    Optional.empty());
        }

        Image needing(String... names) {
            return new Image(
                    soname, glibcFloor, staticTls, List.of(names), initFunctions, bindingObstacle, memoryObstacle);
        }

        Image bindingObstacle(String why) {
            return new Image(soname, glibcFloor, staticTls, needed, initFunctions, Optional.of(why), memoryObstacle);
        }

        Image floor(String version) {
            return new Image(
                    soname, Optional.of(version), staticTls, needed, initFunctions, bindingObstacle, memoryObstacle);
        }

        Image withStaticTls() {
            return new Image(soname, glibcFloor, true, needed, initFunctions, bindingObstacle, memoryObstacle);
        }

        Image notInMemory(String why) {
            return new Image(soname, glibcFloor, staticTls, needed, initFunctions, bindingObstacle, Optional.of(why));
        }

        private NativeImage image(Target target) {
            return new NativeImage(
                    target.objectFormat(),
                    "EM_X86_64",
                    soname,
                    needed,
                    List.of(),
                    glibcFloor,
                    staticTls,
                    initFunctions,
                    bindingObstacle,
                    memoryObstacle);
        }
    }

    Sample target(Target value, Flavor itsFlavor) {
        target = value;
        flavor = itsFlavor;
        return this;
    }

    Sample policy(PolicyBuilder value) {
        policy = value.build();
        return this;
    }

    Sample rules(RuleBuilder... rules) {
        List<Rule> built = new ArrayList<>();
        for (RuleBuilder rule : rules) {
            built.add(rule.build());
        }
        return policy(Policy.builder().rules(built));
    }

    /** A module with bytecode of level 0. */
    Sample module(Origin origin, String path) {
        return module(origin, path, false, 0);
    }

    Sample testModule(String path) {
        return module(PYTHON, path, true, 0);
    }

    Sample module(Origin origin, String path, boolean test, int... levels) {
        boolean isPackage = path.endsWith("/__init__.py");
        String dotted = path.substring(0, path.length() - (isPackage ? 12 : 3)).replace('/', '.');
        resources.add(
                new Resource.ModuleSource(path, origin, content(path, 400), new ModuleName(dotted), isPackage, test));
        for (int level : levels) {
            bytecode.add(new Bytecode(path, level, content(path + "#" + level, 300)));
        }
        return this;
    }

    Sample uncompiled(Origin origin, String path, String message) {
        uncompiled.put(path, message);
        return module(origin, path, false);
    }

    /** A module without source; {@code usable} when its bytecode is of this Python. */
    Sample sourceless(Origin origin, String path, boolean usable) {
        String dotted = path.substring(0, path.length() - 4).replace('/', '.');
        resources.add(new Resource.ModuleBytecode(path, origin, content(path, 316), new ModuleName(dotted), false));
        if (usable) {
            bytecode.add(new Bytecode(path, 0, content(path + "#0", 300)));
        }
        return this;
    }

    /** What an extension module can be linked from. */
    Sample linkable(Origin origin, String name) {
        linkable.add(new LinkableExtension(
                extensionPath(name),
                origin,
                new ModuleName(name),
                false,
                Optional.empty(),
                List.of(new LinkItem.File(Path.of("/b/a.o"), Path.of("/cache/a.o"), false)),
                "from its sdist",
                List.of(),
                Sha256.of(name)));
        return this;
    }

    /** An extension module by its dotted name. */
    Sample extension(Origin origin, String name, Image image) {
        resources.add(new Resource.ExtensionModule(
                extensionPath(name),
                origin,
                content(extensionPath(name), 20_000),
                new ModuleName(name),
                false,
                image.image(target)));
        return this;
    }

    Sample extension(Origin origin, String name) {
        return extension(origin, name, Image.plain());
    }

    static String extensionPath(String name) {
        return name.replace('.', '/') + EXTENSION_SUFFIX;
    }

    Sample library(Origin origin, String path, Image image) {
        resources.add(new Resource.SharedLibrary(path, origin, content(path, 100_000), image.image(target)));
        return this;
    }

    /** A library whose SONAME is its file name. */
    Sample library(Origin origin, String path) {
        return library(origin, path, Image.named(path.substring(path.lastIndexOf('/') + 1)));
    }

    Sample packageFile(Origin origin, String path) {
        String folder = path.substring(0, path.lastIndexOf('/'));
        resources.add(new Resource.PackageResource(
                path, origin, content(path, 50), new ModuleName(folder.replace('/', '.'))));
        return this;
    }

    Sample metadata(Origin origin, String path) {
        resources.add(new Resource.DistributionResource(path, origin, content(path, 70)));
        return this;
    }

    Sample file(Origin origin, String path, boolean executable) {
        resources.add(new Resource.FileResource(path, origin, content(path, 90), executable));
        return this;
    }

    /** {@code path} needs the library at {@code library} by its file name. */
    Sample needs(String path, String library) {
        return needs(path, library, library.substring(library.lastIndexOf('/') + 1));
    }

    Sample needs(String path, String library, String name) {
        needs.add(new LibraryNeed(path, name, new LibraryNeed.Carried(library)));
        return this;
    }

    /** {@code path} has a search path of its own. */
    Sample runpath(String path, String... folders) {
        runpaths.put(path, List.of(folders));
        return this;
    }

    /** {@code path} needs a library of the machine that runs the executable. */
    Sample platform(String path, String name) {
        needs.add(new LibraryNeed(path, name, new LibraryNeed.Platform()));
        return this;
    }

    /** {@code path} does not list the library at {@code library}, but the user says that it needs it. */
    Sample needsByHand(String path, String library) {
        needs(path, library);
        byHand.add(needs.get(needs.size() - 1));
        return this;
    }

    Sample misses(String path, String library, String hint) {
        needs.add(
                new LibraryNeed(path, library, new LibraryNeed.Missing(List.of("/opt/python/lib", "/usr/lib"), hint)));
        return this;
    }

    /** The application cannot be imported without this extension module, by these modules. */
    Sample imports(String path, String... chain) {
        importChains.put(path, Stream.of(chain).map(ModuleName::new).toList());
        return this;
    }

    /** What the distribution says about an extension module that is a file. */
    Sample describe(String name, String variant, List<String> links, boolean copyleft, boolean required) {
        extensions.add(new StandardExtension(
                new ModuleName(name),
                variant,
                Optional.of(content(extensionPath(name), 0).path()),
                "PyInit_" + name,
                List.of(),
                links,
                List.of(),
                List.of(),
                copyleft,
                required,
                Optional.empty()));
        return this;
    }

    /** What the distribution says about an extension module that is part of libpython. */
    Sample builtIn(String name, String variant, List<String> objects, List<String> links, boolean required) {
        extensions.add(new StandardExtension(
                new ModuleName(name),
                variant,
                Optional.empty(),
                "PyInit_" + name,
                objects.stream().map(Path::of).toList(),
                links,
                List.of(),
                List.of(),
                false,
                required,
                Optional.empty()));
        return this;
    }

    Distribution distribution() {
        return new Distribution(
                "org.bytedeco:cpython:jar:linux-x86_64:3.14.3-1.5.13",
                Sha256.of("distribution"),
                PythonVersion.parse("3.14.3"),
                target,
                flavor,
                Path.of("/opt/python"),
                Optional.of(Path.of("/opt/python/bin/python3")),
                flavor == Flavor.STANDALONE_STATIC
                        ? new Libpython.StaticArchive(Path.of("/opt/python/lib/libpython3.14.a"))
                        : new Libpython.SharedElf(
                                Path.of("/opt/python/lib/libpython3.14.so.1.0"), "libpython3.14.so.1.0"),
                Path.of("/opt/python/include"),
                Path.of("/opt/python/lib/python3.14"),
                List.of(Path.of("/opt/python/lib")),
                List.of(),
                extensions,
                "cpython-314",
                List.of(EXTENSION_SUFFIX, ".abi3.so", ".so"),
                List.of(new ModuleName("test")),
                List.of("Python-2.0"),
                Optional.empty(),
                flavor == Flavor.STANDALONE_STATIC
                        ? Optional.of(
                                new LinkableCore(List.of(), List.of(), Optional.empty(), Optional.empty(), List.of()))
                        : Optional.empty());
    }

    ResourceCollection collection() {
        List<Resource> sorted = new ArrayList<>();
        resources.forEach(resource -> sorted.add(withNeeds(resource)));
        sorted.sort(Comparator.comparing(Resource::path));
        return new ResourceCollection(
                Sha256.of("collection"),
                sorted,
                bytecode,
                uncompiled,
                needs,
                importChains,
                linkable,
                List.of(),
                List.of());
    }

    /** A binary whose image lists its needs. */
    private Resource withNeeds(Resource resource) {
        if (resource instanceof Resource.ExtensionModule module) {
            return new Resource.ExtensionModule(
                    module.path(),
                    module.origin(),
                    module.content(),
                    module.name(),
                    module.isPackage(),
                    withNeeds(module.path(), module.image()));
        }
        return resource instanceof Resource.SharedLibrary library
                ? new Resource.SharedLibrary(
                        library.path(), library.origin(), library.content(), withNeeds(library.path(), library.image()))
                : resource;
    }

    private NativeImage withNeeds(String path, NativeImage image) {
        return new NativeImage(
                image.format(),
                image.machine(),
                image.soname(),
                Stream.concat(
                                image.needed().stream(),
                                needs.stream()
                                        .filter(need -> need.path().equals(path) && !byHand.contains(need))
                                        .map(LibraryNeed::library))
                        .distinct()
                        .toList(),
                runpaths.getOrDefault(path, image.runpath()),
                image.glibcFloor(),
                image.staticTls(),
                image.initFunctions(),
                image.bindingObstacle(),
                image.memoryObstacle());
    }

    Plan plan() {
        return plan(Optional.of(Image.named("libpython3.14.so.1.0")
                .needing("libm.so.6", "libc.so.6")
                .floor("2.35")
                .image(target)));
    }

    Plan plan(Optional<NativeImage> libpython) {
        return new Planner(policy, distribution(), libpython).plan(collection());
    }

    /** The entry for a path, which must be there and of this type. */
    static <T extends Planned> T entry(Plan plan, String path, Class<T> type) {
        return plan.entries().stream()
                .filter(entry -> entry.path().equals(path))
                .findFirst()
                .map(type::cast)
                .orElseThrow(() -> new AssertionError("not planned: " + path + "; left out: " + plan.omissions()));
    }

    /** The words for leaving out a path, which must be left out. */
    static String omission(Plan plan, String path) {
        return plan.omissions().stream()
                .filter(omission -> omission.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not left out: " + path))
                .reason();
    }

    private static Content content(String path, long size) {
        return new Content(Path.of("/cache", path), size, Sha256.of(path));
    }
}
