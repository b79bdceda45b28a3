package dev.jox.model.resource;

import dev.jox.model.Target.ObjectFormat;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.resource.LibraryNeed.Carried;
import dev.jox.model.resource.LibraryNeed.Found;
import dev.jox.model.resource.LibraryNeed.Interpreter;
import dev.jox.model.resource.LibraryNeed.Missing;
import dev.jox.model.resource.LibraryNeed.Platform;
import dev.jox.model.resource.Resource.ExtensionModule;
import dev.jox.model.resource.Resource.SharedLibrary;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what every binary needs: among the resources as the loader would by {@code $ORIGIN}, then anywhere in the same package, in other
 * packages, in the distribution, and at last on the build machine, in the order of its loader, but for what belongs to its drivers.
 * What is found outside the resources becomes a resource below {@code jox.libs}, and what it needs is found in turn.
 */
public final class ClosureResolver {
    private final Origin standardLibrary;
    private final List<Path> distributionFolders;
    private final Set<String> interpreter;
    private final LibraryFiles files;
    private final Map<String, Resource> byPath = new HashMap<>();
    private final Map<String, List<SharedLibrary>> byName = new HashMap<>();
    private final Map<String, SharedLibrary> added = new TreeMap<>();
    private final Deque<SharedLibrary> fresh = new ArrayDeque<>();

    /**
     * What is needed.
     *
     * @param added libraries from outside the resources, in the order of their paths
     * @param needs in the order of the binaries' paths, then as each binary lists them
     */
    public record Result(List<SharedLibrary> added, List<LibraryNeed> needs) {
        public Result {
            added = List.copyOf(added);
            needs = List.copyOf(needs);
        }
    }

    /**
     * @param standardLibrary whose libraries those in the distribution's folders are
     * @param distributionFolders where the distribution keeps libraries
     * @param interpreter names by which extension modules need libpython
     */
    public ClosureResolver(
            Origin standardLibrary, List<Path> distributionFolders, Set<String> interpreter, LibraryFiles files) {
        this.standardLibrary = standardLibrary;
        this.distributionFolders = List.copyOf(distributionFolders);
        this.interpreter = Set.copyOf(interpreter);
        this.files = files;
    }

    /** Closes over the extension modules and shared libraries among the resources. */
    public Result resolve(List<Resource> resources) {
        return resolve(resources, Map.of());
    }

    /**
     * Closes over the extension modules and shared libraries among the resources.
     *
     * @param byHand paths of libraries that a binary gets whatever it would find for their names, or does not name at all, by the
     *     binary's path
     */
    public Result resolve(List<Resource> resources, Map<String, List<String>> byHand) {
        Deque<Resource> open = new ArrayDeque<>();
        for (Resource resource : resources) {
            if (image(resource).isPresent()) {
                byPath.put(resource.path(), resource);
                open.add(resource);
            }
            if (resource instanceof SharedLibrary library) {
                index(library);
            }
        }
        List<LibraryNeed> needs = new ArrayList<>();
        while (!open.isEmpty()) {
            Resource binary = open.remove();
            NativeImage image = image(binary).orElseThrow();
            List<SharedLibrary> handed = byHand.getOrDefault(binary.path(), List.of()).stream()
                    .map(path -> (SharedLibrary) Objects.requireNonNull(byPath.get(path), path))
                    .collect(Collectors.toCollection(ArrayList::new));
            for (String name : image.needed()) {
                Optional<SharedLibrary> given = handed.stream()
                        .filter(library -> names(library).contains(key(image, name)))
                        .findFirst();
                handed.removeAll(given.stream().toList());
                needs.add(new LibraryNeed(
                        binary.path(),
                        name,
                        given.<Found>map(library -> new Carried(library.path()))
                                .orElseGet(() -> find(binary, image, name))));
            }
            handed.forEach(library ->
                    needs.add(new LibraryNeed(binary.path(), names(library).get(0), new Carried(library.path()))));
            while (!fresh.isEmpty()) {
                open.add(fresh.remove());
            }
        }
        // stable: a binary's needs stay in its own order
        needs.sort(Comparator.comparing(LibraryNeed::path));
        return new Result(List.copyOf(added.values()), needs);
    }

    /** The names that a library can be needed by: its own first, then its file's. */
    private static List<String> names(SharedLibrary library) {
        String fileName = library.path().substring(library.path().lastIndexOf('/') + 1);
        return Stream.concat(library.image().soname().stream(), Stream.of(fileName))
                .map(name -> key(library.image(), name))
                .distinct()
                .toList();
    }

    private static Optional<NativeImage> image(Resource resource) {
        if (resource instanceof ExtensionModule module) {
            return Optional.of(module.image());
        }
        return resource instanceof SharedLibrary library ? Optional.of(library.image()) : Optional.empty();
    }

    private void index(SharedLibrary library) {
        names(library)
                .forEach(name ->
                        byName.computeIfAbsent(name, n -> new ArrayList<>()).add(library));
    }

    private static String key(NativeImage image, String name) {
        return NativeImage.nameKey(image.format(), name);
    }

    private Found find(Resource binary, NativeImage image, String name) {
        if (interpreter.contains(name)) {
            return new Interpreter();
        }
        if (PlatformLibraries.has(name)) {
            return new Platform();
        }
        return inResources(binary, image, name)
                .<Found>map(Carried::new)
                .orElseGet(() -> PlatformLibraries.isOfDrivers(name) ? new Platform() : outside(binary, image, name));
    }

    private Optional<String> inResources(Resource binary, NativeImage image, String name) {
        String folder = folder(binary.path());
        for (String entry : image.runpath()) {
            Optional<String> path = originRelative(entry)
                    .map(rest -> Path.of("/" + folder + "/" + rest + "/" + name)
                            .normalize()
                            .toString()
                            .substring(1))
                    .filter(candidate -> byPath.get(candidate) instanceof SharedLibrary);
            if (path.isPresent()) {
                return path;
            }
        }
        List<SharedLibrary> candidates = byName.getOrDefault(key(image, name), List.of());
        // Python for Windows comes with the C runtime's DLLs and has loaded them before any package can bring another
        // copy
        boolean loadedFirst = image.format() == ObjectFormat.COFF;
        return candidates.stream()
                .min(Comparator.comparing((SharedLibrary library) ->
                                !(loadedFirst && library.origin().equals(standardLibrary)))
                        .thenComparing(library -> !library.origin().equals(binary.origin()))
                        .thenComparing(library -> !folder(library.path()).equals(folder))
                        .thenComparing(SharedLibrary::path))
                .map(SharedLibrary::path);
    }

    private Found outside(Resource binary, NativeImage image, String name) {
        List<Path> searched = new ArrayList<>();
        if (binary.origin().kind() != Origin.Kind.PACKAGE) {
            // what wheels say here was true on the machine that built them
            if (binary.origin().kind() == Origin.Kind.APPLICATION) {
                searched.add(folderOf(binary.content().path()));
            }
            for (String entry : image.runpath()) {
                Path own = folderOf(binary.content().path());
                searched.add(originRelative(entry)
                        .map(rest -> own.resolve("./" + rest).normalize())
                        .orElseGet(() -> Path.of(entry)));
            }
        }
        int foreign = searched.size();
        searched.addAll(distributionFolders);
        int system = searched.size();
        searched.addAll(files.systemFolders());
        for (int i = 0; i < searched.size(); i++) {
            Path folder = searched.get(i);
            Optional<FoundFile> found = folder.isAbsolute() ? files.find(folder, name) : Optional.empty();
            if (found.isPresent()) {
                boolean own = i >= foreign && i < system
                        || distributionFolders.stream().anyMatch(folder::startsWith);
                Origin origin = own ? standardLibrary : new Origin(Origin.Kind.SYSTEM, folder.toString(), "");
                return new Carried(add(found.get(), origin).path());
            }
        }
        return new Missing(searched.stream().map(Path::toString).distinct().toList(), PlatformLibraries.hint(name));
    }

    private SharedLibrary add(FoundFile file, Origin origin) {
        SharedLibrary library = new SharedLibrary(
                file.path(), origin, file.content(), file.image().orElseThrow());
        added.put(library.path(), library);
        fresh.add(library);
        byPath.put(library.path(), library);
        index(library);
        return library;
    }

    /** What follows {@code $ORIGIN} in an entry of a search path; empty for other entries. */
    private static Optional<String> originRelative(String entry) {
        for (String origin : List.of("$ORIGIN", "${ORIGIN}")) {
            if (entry.equals(origin)) {
                return Optional.of("");
            }
            if (entry.startsWith(origin + "/")) {
                return Optional.of(entry.substring(origin.length() + 1));
            }
        }
        return Optional.empty();
    }

    private static Path folderOf(Path file) {
        return file.resolveSibling(".").normalize();
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
