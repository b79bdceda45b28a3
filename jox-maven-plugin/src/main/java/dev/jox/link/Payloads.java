package dev.jox.link;

import dev.jox.fetch.Cache;
import dev.jox.model.Content;
import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.binary.NativeImageReader;
import dev.jox.model.builtin.PreparedExtension;
import dev.jox.model.pack.Payload;
import dev.jox.model.plan.Location;
import dev.jox.model.plan.Location.FilesystemRelative;
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The libraries with the code of a plan's built-in modules, where libpython is one that modules cannot be linked into: one for each
 * place that the plan has such modules in.
 */
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
        if (!request.distribution().libpython().shared()) {
            return List.of();
        }
        Map<String, List<PlannedBuiltIn>> byPlace = new TreeMap<>();
        for (PlannedBuiltIn module : ExtensionPreparer.linkedModules(request.plan())) {
            byPlace.computeIfAbsent(module.location().text(), place -> new ArrayList<>())
                    .add(module);
        }
        List<Payload> payloads = new ArrayList<>();
        for (List<PlannedBuiltIn> modules : byPlace.values()) {
            payloads.add(payload(request, modules));
        }
        return List.copyOf(payloads);
    }

    private Payload payload(LinkRequest request, List<PlannedBuiltIn> modules) throws IOException {
        List<PreparedExtension> prepared = new ExtensionPreparer(cache, request, detail).prepare(modules);
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
        String name = PayloadForm.of(request.toolchain().target()).fileName(name(request) + "-builtins");
        Optional<String> place = place(modules.get(0).location(), name);
        if (place.isEmpty()) {
            image.memoryObstacle().ifPresent(why -> refuse(names, why));
        }
        return new Payload(
                place.orElse(name), place, Content.of(library), image.staticTls(), List.copyOf(libraries), names);
    }

    private static Optional<String> place(Location location, String name) {
        return location instanceof FilesystemRelative folder ? Optional.of(folder.place(name)) : Optional.empty();
    }

    /** The executable's without a suffix: several executables may have their libraries in one folder. */
    private static String name(LinkRequest request) {
        String name = String.valueOf(request.executable().getFileName());
        String suffix = request.distribution().target().executableSuffix();
        return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }

    /** The plan goes by the modules' own shared libraries: what is together in one may differ. */
    private static void refuse(List<ModuleName> names, String why) {
        throw JoxException.user(
                "the library with the built-in modules "
                        + String.join(
                                ", ", names.stream().map(ModuleName::dotted).toList())
                        + " cannot be loaded from memory because " + why,
                "put it into a file with <rule><match>…</match><location>filesystem-relative:lib</location></rule> for"
                        + " these modules");
    }
}
