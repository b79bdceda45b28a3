package dev.jox.link;

import dev.jox.fetch.Cache;
import dev.jox.model.Content;
import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.binary.NativeImageReader;
import dev.jox.model.builtin.PreparedExtension;
import dev.jox.model.distribution.Libpython.SharedElf;
import dev.jox.model.distribution.Libpython.WindowsDll;
import dev.jox.model.pack.Payload;
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The libraries with the code of a plan's built-in modules, where libpython is one that modules cannot be linked into. */
final class Payloads {
    private final Cache cache;
    private final Consumer<String> detail;

    Payloads(Cache cache, Consumer<String> detail) {
        this.cache = cache;
        this.detail = detail;
    }

    /**
     * Links them.
     *
     * @return none where there are no such modules
     * @throws JoxException when a module cannot be linked
     */
    List<Payload> of(LinkRequest request) throws IOException {
        List<PlannedBuiltIn> modules = ExtensionPreparer.linkedModules(request.plan());
        if (modules.isEmpty()) {
            return List.of();
        }
        if (request.distribution().libpython() instanceof WindowsDll) {
            throw JoxException.user(
                    modules.get(0).name() + " (" + modules.get(0).origin()
                            + ") is to be a built-in module, which executables for "
                            + request.distribution().target().triple() + " cannot have",
                    "let it be standalone, or take the target x86_64-pc-windows-gnu, whose executables are linked as a whole");
        }
        if (!(request.distribution().libpython() instanceof SharedElf)) {
            return List.of();
        }
        List<PreparedExtension> prepared = new ExtensionPreparer(cache, request, detail).prepare(request.plan());
        Path library = new PayloadLinker(cache, detail).link(request.toolchain(), prepared);
        NativeImage image = NativeImageReader.read(library)
                .orElseThrow(() -> new IllegalStateException("not a shared library: " + library));
        // each module's list is complete and in order, so the first places in all of them are in order too
        Set<String> libraries = new LinkedHashSet<>();
        List<ModuleName> names = new ArrayList<>();
        for (PlannedBuiltIn module : modules) {
            libraries.addAll(module.libraries());
            names.add(module.name());
        }
        return List.of(new Payload(
                PayloadLinker.SONAME, Content.of(library), image.staticTls(), List.copyOf(libraries), names));
    }
}
