package dev.jox.link;

import dev.jox.fetch.Cache;
import dev.jox.model.Flavor;
import dev.jox.model.binary.GlibcVersion;
import dev.jox.model.binary.LinkedExecutable;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.binary.NativeImageReader;
import dev.jox.model.binary.PeExecutable;
import dev.jox.model.builtin.PreparedExtension;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.LinkableCore;
import dev.jox.model.object.LinkFiles;
import dev.jox.model.object.ObjectFile;
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import dev.jox.model.resource.PlatformLibraries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A static libpython, or the objects that one is made of: one link of everything, to which packs are appended. */
final class StaticLinker implements ImageLinker {
    /**
     * What threads get that C code starts, in bytes; those that Python starts have their own size. musl's default is 128 KiB, and
     * CPython's limits for recursion in C count on glibc's.
     */
    private static final String STACK_SIZE = "0x800000";

    /** What linkers put before the name of a function that takes another's place. */
    private static final String WRAPPER = "__wrap_";

    /** How a program is linked, and what becomes of it. */
    private enum Form {
        STATIC(RuntimeCompiler.Way.LINKED_STATICALLY, "-static", "-Wl,-z,stack-size=" + STACK_SIZE),

        /** An archive's objects need not be position-independent. */
        DYNAMIC(RuntimeCompiler.Way.LINKED, "-no-pie", "-Wl,-z,relro,-z,now"),

        /** Windows' own DLLs are all that is left to load. {@code wmain} is called, with the arguments as Windows has them. */
        WINDOWS(RuntimeCompiler.Way.LINKED, "-static", "-municode", "-s", "-Wl,--stack," + STACK_SIZE);

        private final RuntimeCompiler.Way way;
        private final List<String> options;

        Form(RuntimeCompiler.Way way, String... options) {
            this.way = way;
            this.options = List.of(options);
        }

        static Form of(Distribution distribution) {
            if (distribution.target().isWindows()) {
                return WINDOWS;
            }
            return distribution.flavor() == Flavor.STANDALONE_STATIC ? STATIC : DYNAMIC;
        }
    }

    /**
     * What extension modules in shared libraries are linked against. Nothing else may be exported: what libpython brings of other
     * libraries would take the place of their own.
     */
    private static final String INTERPRETER = "{ Py*; _Py*; };\n";

    private final RuntimeCompiler compiler;
    private final ProgramLinker linker;
    private final Cache cache;
    private final Consumer<String> detail;

    StaticLinker(RuntimeCompiler compiler, ProgramLinker linker, Cache cache, Consumer<String> detail) {
        this.compiler = compiler;
        this.linker = linker;
        this.cache = cache;
        this.detail = detail;
    }

    @Override
    public List<String> link(LinkRequest request, Path pack, Path image) throws IOException {
        Distribution distribution = request.distribution();
        LinkableCore core = distribution
                .core()
                .orElseThrow(() -> new IllegalStateException("no objects of libpython in " + distribution.source()));
        Form form = Form.of(distribution);
        Path program = linker.link(program(request, core, form));
        if (form == Form.WINDOWS) {
            PeExecutable.compose(program, pack, request.windows().orElseThrow(), image);
            return List.of();
        }
        LinkedExecutable.compose(program, pack, image);
        return warnings(program, request);
    }

    /** What the plan cannot know, because it comes from this machine's libraries. */
    private static List<String> warnings(Path program, LinkRequest request) throws IOException {
        List<String> warnings = new ArrayList<>();
        for (NativeImage linked : NativeImageReader.read(program).stream().toList()) {
            linked.needed().stream()
                    .filter(library -> !PlatformLibraries.has(library))
                    .map(library -> "the executable needs " + library + " where it runs: libpython of "
                            + request.distribution().source() + " is linked with it")
                    .forEach(warnings::add);
            linked.glibcFloor()
                    .filter(floor -> request.plan().glibcFloor().stream()
                            .noneMatch(planned ->
                                    GlibcVersion.parse(planned.version()).compareTo(GlibcVersion.parse(floor)) >= 0))
                    .map(floor -> "the executable needs glibc " + floor + " or newer, because it was linked by "
                            + request.toolchain().name())
                    .ifPresent(warnings::add);
        }
        return warnings;
    }

    private ProgramLinker.Request program(LinkRequest request, LinkableCore core, Form form) throws IOException {
        Distribution distribution = request.distribution();
        List<String> inputs = new ArrayList<>(form.options);
        distribution.interpreterSoname().ifPresent(soname -> inputs.add("-Wl,-soname," + soname));
        List<Path> runtime = compiler.objects(request.toolchain(), distribution, form.way);
        wrapped(runtime).forEach(function -> inputs.add("-Wl,--wrap=" + function));
        runtime.forEach(object -> inputs.add(object.toString()));
        ProgramParts parts = ProgramParts.of(request.plan(), distribution, core);
        parts.objects().forEach(object -> addWhole(object, inputs));
        SortedMap<String, String> packageModules = new TreeMap<>();
        Set<Path> archives = new LinkedHashSet<>(parts.archives());
        Set<String> libraries = new LinkedHashSet<>();
        List<PreparedExtension> packages = packages(request);
        for (PreparedExtension extension : packages) {
            String name = extension.name().dotted();
            // as the runtime has it: CPython's table of built-in modules takes no other names
            boolean ascii = name.chars().allMatch(c -> c < 0x80);
            packageModules.put(ascii ? name : extension.initFunction(), extension.initFunction());
            extension.objects().forEach(object -> inputs.add(object.toString()));
            archives.addAll(extension.archives());
            libraries.addAll(extension.libraries());
        }
        libraries.addAll(parts.libraries());
        inputs.add("-Wl,--start-group");
        archives.forEach(archive -> inputs.add(archive.toString()));
        inputs.add("-Wl,--end-group");
        libraries.forEach(library -> inputs.add("-l" + library));
        return new ProgramLinker.Request(
                request.toolchain(),
                distribution,
                ModulesSource.of(parts.modules(), packageModules),
                form == Form.DYNAMIC ? Optional.of(INTERPRETER) : Optional.empty(),
                inputs,
                packages.stream().anyMatch(PreparedExtension::cplusplus));
    }

    /** Functions of libc for which the runtime has others: whatever is linked gets those. Linkers know them by their names. */
    private static SortedSet<String> wrapped(List<Path> runtime) throws IOException {
        SortedSet<String> functions = new TreeSet<>();
        for (Path object : runtime) {
            if (LinkFiles.read(object) instanceof ObjectFile read) {
                read.symbols().stream()
                        .filter(symbol -> symbol.supplies() && symbol.name().startsWith(WRAPPER))
                        .forEach(symbol -> functions.add(symbol.name().substring(WRAPPER.length())));
            }
        }
        return functions;
    }

    private List<PreparedExtension> packages(LinkRequest request) throws IOException {
        List<PlannedBuiltIn> modules = ExtensionPreparer.linkedModules(request.plan());
        return modules.isEmpty() ? List.of() : new ExtensionPreparer(cache, request, detail).prepare(modules);
    }

    private static void addWhole(Path object, List<String> inputs) {
        boolean isArchive = object.toString().endsWith(".a");
        if (isArchive) {
            inputs.add("-Wl,--whole-archive");
        }
        inputs.add(object.toString());
        if (isArchive) {
            inputs.add("-Wl,--no-whole-archive");
        }
    }
}
