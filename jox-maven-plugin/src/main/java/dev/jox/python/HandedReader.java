package dev.jox.python;

import dev.jox.model.Content;
import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.Sha256;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.binary.NativeImageReader;
import dev.jox.model.json.Json;
import dev.jox.model.policy.Glob;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.Resource;
import dev.jox.model.resource.Resource.ExtensionModule;
import dev.jox.model.resource.Resource.FileResource;
import dev.jox.model.resource.Resource.SharedLibrary;
import dev.jox.model.spec.HandedFiles;
import dev.jox.model.spec.HandedFiles.Library;
import dev.jox.model.spec.HandedFiles.PlainFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes resources of the files that the pom adds by hand. */
final class HandedReader {
    private final HandedFiles handed;
    private final Origin origin;
    private final String machine;

    /**
     * @param origin whose resources they become
     * @param machine the target's processor, as {@link NativeImage#machine()} names it
     */
    HandedReader(HandedFiles handed, Origin origin, String machine) {
        this.handed = handed;
        this.origin = origin;
        this.machine = machine;
    }

    /**
     * The resources.
     *
     * @param others the paths that other resources have
     * @throws JoxException when a file is not there, is no library, or has the path of another one
     */
    List<Resource> read(List<Resource> others) {
        List<Resource> resources = new ArrayList<>();
        try {
            for (Library library : handed.libraries()) {
                resources.add(library(library));
            }
            for (PlainFile file : handed.files()) {
                resources.add(file(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Resource> byPath = new HashMap<>();
        others.forEach(other -> byPath.put(other.path(), other));
        for (Resource resource : resources) {
            Resource other = byPath.put(resource.path(), resource);
            if (other != null) {
                throw JoxException.user(
                        element(resource) + " adds " + resource.content().path() + " as " + resource.path()
                                + ", which is the path of " + other.content().path() + " (" + other.origin() + ")",
                        resource instanceof FileResource
                                ? "give it another <place>"
                                : "rename the file, or leave one of them out");
            }
        }
        return resources;
    }

    /**
     * What needs the libraries beyond what the files say.
     *
     * @return paths of libraries by the path of what needs them
     * @throws JoxException when nothing does that is said to
     */
    Map<String, List<String>> needs(List<Resource> resources) {
        Map<String, List<String>> needs = new TreeMap<>();
        for (Library library : handed.libraries()) {
            if (library.neededBy().isEmpty()) {
                continue;
            }
            Glob glob = library.neededBy().get();
            List<String> needing = resources.stream()
                    .filter(resource ->
                            matches(glob, resource) && !resource.path().equals(library.path()))
                    .map(Resource::path)
                    .toList();
            if (needing.isEmpty()) {
                throw JoxException.user(
                        "<sharedLibraries> says that " + library.file() + " is needed by " + glob.text()
                                + ", which is no extension module or shared library here",
                        "correct <neededBy>: a pattern on dotted module names, such as pkg._fast, or on paths below"
                                + " site-packages; jox:find-resources lists them");
            }
            needing.forEach(
                    path -> needs.computeIfAbsent(path, p -> new ArrayList<>()).add(library.path()));
        }
        return needs;
    }

    /** A digest of the files as they are now. */
    Sha256 digest() {
        List<String> digests = new ArrayList<>();
        try {
            for (Library library : handed.libraries()) {
                digests.add(Sha256.ofFile(existing(library.file(), "sharedLibraries", "file"))
                        .hex());
            }
            for (PlainFile file : handed.files()) {
                Path source = existing(file.source(), "files", "source");
                digests.add(Files.isExecutable(source) + " " + Sha256.ofFile(source));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Json.digest(List.of(handed, digests));
    }

    private Resource library(Library library) throws IOException {
        Path file = existing(library.file(), "sharedLibraries", "file");
        NativeImage image = NativeImageReader.read(file)
                .filter(read -> read.machine().equals(machine))
                .orElseThrow(
                        () -> JoxException.user(
                                "<sharedLibraries> names " + file
                                        + ", which is no shared library for the target's processor (" + machine + ")",
                                "name a shared library's file, not a linker script or static archive; other files belong into <files>"));
        return new SharedLibrary(library.path(), origin, Content.of(file.toRealPath()), image);
    }

    private Resource file(PlainFile file) throws IOException {
        Path source = existing(file.source(), "files", "source");
        boolean executable = file.executable().orElseGet(() -> Files.isExecutable(source));
        return new FileResource(file.place(), origin, Content.of(source), executable);
    }

    private static Path existing(Path file, String list, String element) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw JoxException.user(
                    "there is no readable " + file + ", which <" + list + "> names in <" + element + ">",
                    "correct the path, or make the file in a phase before compile; relative paths start at the project's folder");
        }
        return file;
    }

    private static boolean matches(Glob glob, Resource resource) {
        Optional<ModuleName> module =
                resource instanceof ExtensionModule extension ? Optional.of(extension.name()) : Optional.empty();
        return (module.isPresent() || resource instanceof SharedLibrary) && glob.matches(resource.path(), module);
    }

    private static String element(Resource resource) {
        return resource instanceof FileResource ? "<files>" : "<sharedLibraries>";
    }
}
