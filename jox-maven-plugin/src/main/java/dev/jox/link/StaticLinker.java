package dev.jox.link;

import dev.jox.fetch.Cache;
import dev.jox.model.Flavor;
import dev.jox.model.JoxException;
import dev.jox.model.binary.GlibcVersion;
import dev.jox.model.binary.LinkedExecutable;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.binary.NativeImageReader;
import dev.jox.model.builtin.PreparedExtension;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.LinkableCore;
import dev.jox.model.resource.PlatformLibraries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A static libpython, or the objects that one is made of: one link of everything, to which packs are appended. */
final class StaticLinker implements ImageLinker {
    /**
     * What threads get that C code starts, in bytes; those that Python starts have their own size. musl's default is 128 KiB, and
     * CPython's limits for recursion in C count on glibc's.
     */
    private static final String STACK_SIZE = "0x800000";

    private static final List<String> STATIC = List.of("-static", "-Wl,-z,stack-size=" + STACK_SIZE);

    /** An archive's objects need not be position-independent. */
    private static final List<String> DYNAMIC = List.of("-no-pie", "-Wl,-z,relro,-z,now");

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
                .filter(present -> !distribution.target().isWindows())
                .orElseThrow(() -> JoxException.user(
                        "executables for " + distribution.target().triple() + " of " + distribution.source()
                                + " cannot be linked yet",
                        "choose a distribution for Linux in <distribution>"));
        Path program = linker.link(program(request, core));
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

    private ProgramLinker.Request program(LinkRequest request, LinkableCore core) throws IOException {
        Distribution distribution = request.distribution();
        boolean isStatic = distribution.flavor() == Flavor.STANDALONE_STATIC;
        List<String> inputs = new ArrayList<>(isStatic ? STATIC : DYNAMIC);
        distribution.interpreterSoname().ifPresent(soname -> inputs.add("-Wl,-soname," + soname));
        RuntimeCompiler.Way way = isStatic ? RuntimeCompiler.Way.LINKED_STATICALLY : RuntimeCompiler.Way.LINKED;
        compiler.objects(request.toolchain(), distribution, way).forEach(object -> inputs.add(object.toString()));
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
                isStatic ? Optional.empty() : Optional.of(INTERPRETER),
                inputs,
                packages.stream().anyMatch(PreparedExtension::cplusplus));
    }

    private List<PreparedExtension> packages(LinkRequest request) throws IOException {
        return ExtensionPreparer.linkedModules(request.plan()).isEmpty()
                ? List.of()
                : new ExtensionPreparer(cache, request, detail).prepare(request.plan());
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
