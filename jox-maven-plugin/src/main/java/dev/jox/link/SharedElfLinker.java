package dev.jox.link;

import dev.jox.model.binary.ElfExecutable;
import dev.jox.model.distribution.Libpython.SharedElf;
import dev.jox.model.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The shared libpython of Linux: its own file becomes the executable, runtime and pack are appended. */
final class SharedElfLinker implements ImageLinker {
    private final SharedElf libpython;
    private final RuntimeCompiler compiler;

    SharedElfLinker(SharedElf libpython, RuntimeCompiler compiler) {
        this.libpython = libpython;
        this.compiler = compiler;
    }

    @Override
    public List<String> link(LinkRequest request, Path pack, Path image) throws IOException {
        Path runtime = compiler.library(request.toolchain(), request.distribution());
        ElfExecutable.Composed composed = ElfExecutable.compose(
                new ElfExecutable.Parts(libpython.file(), runtime, pack, bound(request.plan())), image);
        return composed.foreignLibraries().stream()
                .map(name -> "the executable needs " + name + " where it runs: libpython of "
                        + request.distribution().source() + " is linked with it")
                .toList();
    }

    private static List<ElfExecutable.Bound> bound(Plan plan) {
        List<Plan.BoundObject> objects = plan.boundObjects();
        List<String> paths = objects.stream().map(Plan.BoundObject::path).toList();
        return objects.stream()
                .map(object -> new ElfExecutable.Bound(
                        object.content().path(),
                        object.libraries().stream().map(paths::indexOf).toList()))
                .toList();
    }
}
