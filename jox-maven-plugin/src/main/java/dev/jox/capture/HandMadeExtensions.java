package dev.jox.capture;

import dev.jox.fetch.Cache;
import dev.jox.fetch.FileDigests;
import dev.jox.model.Content;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.binary.NativeImageReader;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.json.Json;
import dev.jox.model.object.Namespace;
import dev.jox.model.resource.LinkItem;
import dev.jox.model.resource.LinkableExtension;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.Resource.ExtensionModule;
import dev.jox.model.spec.ExtensionModuleObjects;
import dev.jox.process.Outcome;
import dev.jox.process.Processes;
import dev.jox.toolchain.Toolchain;
import dev.jox.toolchain.Toolchains;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Extension modules whose objects a pom names. Where executables load shared libraries, one is linked of each by itself too: it says
 * which libraries the module needs, as those that packages build do.
 */
public final class HandMadeExtensions {
    private static final String LAYOUT = "hand-made 1";

    private final Cache cache;
    private final Toolchains toolchains;
    private final Consumer<String> detail;

    /**
     * A module as it goes into the collection.
     *
     * @param library the module as a shared library; empty where none can be loaded
     */
    public record HandMade(LinkableExtension linkable, Optional<ExtensionModule> library) {}

    /** @param detail gets the commands that are run and what they print */
    public HandMadeExtensions(Cache cache, Toolchains toolchains, Consumer<String> detail) {
        this.cache = cache;
        this.toolchains = toolchains;
        this.detail = detail;
    }

    /**
     * Makes them, in the order given.
     *
     * @param origin the application
     * @param libraryFolders where libraries are looked for first
     * @throws JoxException when files do not make a shared library
     */
    public List<HandMade> make(
            List<ExtensionModuleObjects> modules, Distribution distribution, Origin origin, List<Path> libraryFolders)
            throws IOException {
        List<HandMade> made = new ArrayList<>();
        for (ExtensionModuleObjects module : modules) {
            made.add(make(module, distribution, origin, libraryFolders));
        }
        return List.copyOf(made);
    }

    private HandMade make(
            ExtensionModuleObjects module, Distribution distribution, Origin origin, List<Path> libraryFolders)
            throws IOException {
        Sha256 digest = digest(module);
        List<LinkItem> items = new ArrayList<>();
        module.objects().forEach(file -> items.add(new LinkItem.File(file, file, false)));
        module.archives().forEach(file -> items.add(new LinkItem.File(file, file, false)));
        module.libraries().forEach(name -> items.add(new LinkItem.Library(name, List.of(), false, false)));
        Optional<ExtensionModule> library = distribution.libpython().shared()
                ? Optional.of(link(module, distribution, origin, libraryFolders, digest))
                : Optional.empty();
        LinkableExtension linkable = new LinkableExtension(
                library.map(ExtensionModule::path).orElse(module.name().path()),
                origin,
                module.name(),
                false,
                module.initFunction(),
                items,
                "of the files in <extensionModules>",
                module.licenses(),
                digest);
        return new HandMade(linkable, library);
    }

    private Sha256 digest(ExtensionModuleObjects module) throws IOException {
        FileDigests digests = new FileDigests(cache);
        List<Object> parts = new ArrayList<>(List.of(LAYOUT, module));
        for (Path file : module.objects()) {
            parts.add(digests.of(file));
        }
        for (Path file : module.archives()) {
            parts.add(digests.of(file));
        }
        return Json.digest(parts);
    }

    private ExtensionModule link(
            ExtensionModuleObjects module,
            Distribution distribution,
            Origin origin,
            List<Path> libraryFolders,
            Sha256 digest)
            throws IOException {
        Toolchain toolchain = toolchains.find(distribution.target());
        String fileName =
                module.name().leaf() + distribution.extensionSuffixes().get(0);
        List<String> arguments = new ArrayList<>(arguments(module, toolchain, libraryFolders));
        new LinkedInterpreter(cache, detail)
                .of(distribution, toolchain)
                .ifPresent(interpreter -> arguments.add(interpreter.toString()));
        Sha256 key = Json.digest(List.of(digest, toolchain.digest(), fileName, arguments));
        Path folder = cache.entry("hand-made", key, target -> {
            List<String> line = new ArrayList<>(arguments);
            line.addAll(List.of("-o", target.resolve(fileName).toString()));
            Outcome outcome = Processes.run(toolchain.compileCplusplus(line), detail);
            if (!outcome.succeeded()) {
                throw JoxException.user(
                        "<extensionModules>: the files of " + module.name() + " do not make an extension module with "
                                + toolchain.name() + ":" + System.lineSeparator() + outcome.excerpt(),
                        "compile the objects for " + distribution.target().triple()
                                + (toolchain.target().isWindows() ? "" : " with -fPIC")
                                + "; name the folder of a library that was not found in <nativeLibraries>");
            }
        });
        Content content = Content.of(folder.resolve(fileName));
        NativeImage image = NativeImageReader.read(content.path())
                .orElseThrow(() -> new IllegalStateException(toolchain.name() + " made no shared library"));
        String parent = module.name().parent().map(name -> name.path() + "/").orElse("");
        return new ExtensionModule(parent + fileName, origin, content, module.name(), false, image);
    }

    private static List<String> arguments(
            ExtensionModuleObjects module, Toolchain toolchain, List<Path> libraryFolders) {
        boolean windows = toolchain.target().isWindows();
        List<String> arguments = new ArrayList<>(
                windows ? List.of("-shared", "-O2", "-s") : List.of("-shared", "-fPIC", "-Wl,--as-needed"));
        module.objects().forEach(file -> arguments.add(file.toString()));
        if (!module.archives().isEmpty()) {
            boolean zig = toolchain.kind() == Toolchain.Kind.ZIG;
            // zig knows no -u: all members are taken instead of those that the init function needs
            Namespace.originalInitFunctions(module.name(), module.initFunction()).stream()
                    .filter(function -> !zig)
                    .forEach(function -> arguments.add("-Wl,-u," + function));
            arguments.add(zig ? "-Wl,--whole-archive" : "-Wl,--start-group");
            module.archives().forEach(file -> arguments.add(file.toString()));
            arguments.add(zig ? "-Wl,--no-whole-archive" : "-Wl,--end-group");
        }
        for (Path folder : libraryFolders) {
            arguments.add("-L" + folder);
            if (!windows) {
                arguments.add("-Wl,-rpath," + folder);
            }
        }
        module.libraries().forEach(name -> arguments.add("-l" + name));
        return arguments;
    }
}
