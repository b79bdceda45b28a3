package dev.jox.link;

import dev.jox.model.binary.PeExecutable;
import dev.jox.model.binary.PeExports;
import dev.jox.model.distribution.Libpython.WindowsDll;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The DLL of Windows, which the launcher loads: the plan says from where. The launcher is linked once for a distribution; packs are
 * appended to it.
 */
final class WindowsDllLinker implements ImageLinker {
    /** {@code wmain} is called, with the arguments as Windows has them; no names of symbols are kept. */
    private static final List<String> OPTIONS = List.of("-municode", "-s");

    private final WindowsDll libpython;
    private final RuntimeCompiler compiler;
    private final ProgramLinker linker;

    WindowsDllLinker(WindowsDll libpython, RuntimeCompiler compiler, ProgramLinker linker) {
        this.libpython = libpython;
        this.compiler = compiler;
        this.linker = linker;
    }

    @Override
    public List<String> link(LinkRequest request, Path pack, Path image) throws IOException {
        List<Path> objects =
                compiler.objects(request.toolchain(), request.distribution(), RuntimeCompiler.Way.WITH_DLL);
        String imports =
                WindowsImports.source(objects, libpython.dll().getFileName().toString(), PeExports.of(libpython.dll()));
        List<String> inputs = new ArrayList<>(OPTIONS);
        objects.forEach(object -> inputs.add(object.toString()));
        Path launcher = linker.link(new ProgramLinker.Request(
                request.toolchain(), request.distribution(), imports, Optional.empty(), inputs, false));
        PeExecutable.compose(launcher, pack, request.windows().orElseThrow(), image);
        return List.of();
    }
}
