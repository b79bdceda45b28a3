package dev.jox.link;

import dev.jox.fetch.Cache;
import dev.jox.model.Flavor;
import dev.jox.model.JoxException;
import dev.jox.model.binary.LinkedExecutable;
import dev.jox.model.builtin.PreparedExtension;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.LinkableCore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
        if (distribution.flavor() != Flavor.STANDALONE_STATIC
                || distribution.target().isWindows()
                || distribution.core().isEmpty()) {
            throw JoxException.user(
                    "executables for " + distribution.target().triple() + " of " + distribution.source()
                            + " cannot be linked yet",
                    "choose a distribution with a shared libpython for x86_64-unknown-linux-gnu in <distribution>");
        }
        LinkedExecutable.compose(program(request, distribution.core().get()), pack, image);
        return List.of();
    }

    private Path program(LinkRequest request, LinkableCore core) throws IOException {
        Distribution distribution = request.distribution();
        List<PreparedExtension> packages =
                ExtensionPreparer.linkedModules(request.plan()).isEmpty()
                        ? List.of()
                        : new ExtensionPreparer(cache, request, detail).prepare(request.plan());
        ProgramParts parts = ProgramParts.of(request.plan(), distribution, core);
        List<String> inputs = new ArrayList<>(List.of("-static", "-Wl,-z,stack-size=" + STACK_SIZE));
        compiler.objects(request.toolchain(), distribution, RuntimeCompiler.Way.LINKED_STATICALLY)
                .forEach(object -> inputs.add(object.toString()));
        parts.objects().forEach(object -> inputs.add(object.toString()));
        SortedMap<String, String> packageModules = new TreeMap<>();
        Set<Path> archives = new LinkedHashSet<>(parts.archives());
        Set<String> libraries = new LinkedHashSet<>();
        for (PreparedExtension extension : packages) {
            packageModules.put(extension.name().dotted(), extension.initFunction());
            extension.objects().forEach(object -> inputs.add(object.toString()));
            archives.addAll(extension.archives());
            libraries.addAll(extension.libraries());
        }
        libraries.addAll(parts.libraries());
        inputs.add("-Wl,--start-group");
        archives.forEach(archive -> inputs.add(archive.toString()));
        inputs.add("-Wl,--end-group");
        libraries.forEach(library -> inputs.add("-l" + library));
        return linker.link(
                request.toolchain(),
                distribution,
                ModulesSource.of(parts.modules(), packageModules),
                inputs,
                packages.stream().anyMatch(PreparedExtension::cplusplus));
    }
}
