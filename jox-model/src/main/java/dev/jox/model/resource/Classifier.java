package dev.jox.model.resource;

import dev.jox.model.ModuleName;
import dev.jox.model.Target.ObjectFormat;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.resource.ModuleFiles.Candidate;
import dev.jox.model.resource.Resource.DistributionResource;
import dev.jox.model.resource.Resource.ExtensionModule;
import dev.jox.model.resource.Resource.FileResource;
import dev.jox.model.resource.Resource.ModuleBytecode;
import dev.jox.model.resource.Resource.ModuleSource;
import dev.jox.model.resource.Resource.PackageResource;
import dev.jox.model.resource.Resource.SharedLibrary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says what each file of a package, of the standard library or of the application is, as import and the loader would see it: by its
 * content and its place, never by its name alone.
 */
public final class Classifier {
    private static final Pattern METADATA = Pattern.compile("[^/]+\\.(dist|egg)-info/.*");
    private static final Pattern SCHEME = Pattern.compile("[^/]+\\.data/.*");
    /** Where a wheel's data comes to lie beside the interpreter and is found by loaders: msvc-runtime's DLLs, mkl's libraries. */
    private static final Pattern SCHEME_LIBRARY = Pattern.compile("[^/]+\\.data/data/(?:lib/|Library/bin/)?[^/]+");

    private static final Pattern LIBRARY = Pattern.compile(".*\\.(so|dll|pyd)(\\.\\d+)*");
    /** Tags that name a Python (PEP 3149, and what other implementations do alike). */
    private static final Pattern TAGGED =
            Pattern.compile(".*\\.((cpython|pypy|graalpy)[^.]*|cp\\d+[^.]*|abi3[^.]*)\\.(so|pyd)");

    private final ModuleFiles modules;
    private final ObjectFormat format;

    /**
     * What was found.
     *
     * @param resources in the order of their paths
     * @param notes what the user should know, one line each
     */
    public record Result(List<Resource> resources, List<String> notes) {
        public Result {
            resources = List.copyOf(resources);
            notes = List.copyOf(notes);
        }
    }

    /**
     * @param extensionSuffixes of extension modules that the target's interpreter loads, in its order
     * @param format of the target's binaries: those of another are data
     */
    public Classifier(List<String> extensionSuffixes, ObjectFormat format) {
        this.modules = new ModuleFiles(extensionSuffixes);
        this.format = format;
    }

    /** Classifies the files of one origin that lie below one folder. */
    public Result classify(List<FoundFile> files, Origin origin) {
        List<String> notes = new ArrayList<>();
        List<FoundFile> own = files.stream()
                .filter(file -> !file.path().contains("__pycache__/"))
                .map(this::ofTarget)
                .filter(file -> loadable(file, origin, notes))
                .sorted(Comparator.comparing(FoundFile::path))
                .toList();
        Map<ModuleName, Candidate> byName = new HashMap<>();
        for (FoundFile file : own) {
            if (!metadata(file)) {
                modules.candidate(file)
                        .ifPresent(candidate ->
                                byName.merge(candidate.name(), candidate, (a, b) -> a.rank() <= b.rank() ? a : b));
            }
        }
        Map<String, Candidate> byPath = new HashMap<>();
        byName.values().forEach(candidate -> byPath.put(candidate.file().path(), candidate));
        Set<String> packages = packageFolders(byPath.values());
        List<Resource> resources = new ArrayList<>();
        for (FoundFile file : own) {
            Candidate module = byPath.get(file.path());
            resources.add(module != null ? module(module, origin) : other(file, origin, packages, notes));
        }
        return new Result(resources, notes);
    }

    private static boolean metadata(FoundFile file) {
        return METADATA.matcher(file.path()).matches()
                || SCHEME.matcher(file.path()).matches();
    }

    /** Binaries for another system are files like others: packages bring programs for Windows as data, for instance. */
    private FoundFile ofTarget(FoundFile file) {
        return file.image().filter(image -> image.format() != format).isPresent()
                ? new FoundFile(file.path(), file.content(), file.executable(), Optional.empty())
                : file;
    }

    /** Leaves out binaries that the target's interpreter cannot load, with a note. */
    private boolean loadable(FoundFile file, Origin origin, List<String> notes) {
        if (file.image().isEmpty()) {
            return true;
        }
        NativeImage image = file.image().get();
        if (!image.machine().equals(NativeImage.machineOf(format))) {
            notes.add(file.path() + " of " + origin + " is left out: it is for the processor " + image.machine());
            return false;
        }
        if (TAGGED.matcher(file.fileName()).matches()
                && !image.initFunctions().isEmpty()
                && modules.candidate(file).isEmpty()) {
            notes.add(file.path() + " of " + origin + " is left out: it is an extension module for another Python");
            return false;
        }
        return true;
    }

    private static Resource module(Candidate module, Origin origin) {
        FoundFile file = module.file();
        return switch (module.kind()) {
            case EXTENSION ->
                new ExtensionModule(
                        file.path(),
                        origin,
                        file.content(),
                        module.name(),
                        module.isPackage(),
                        file.image().orElseThrow());
            case SOURCE ->
                new ModuleSource(file.path(), origin, file.content(), module.name(), module.isPackage(), false);
            case BYTECODE -> new ModuleBytecode(file.path(), origin, file.content(), module.name(), module.isPackage());
        };
    }

    private static Resource other(FoundFile file, Origin origin, Set<String> packages, List<String> notes) {
        String path = file.path();
        if (METADATA.matcher(path).matches()) {
            return new DistributionResource(path, origin, file.content());
        }
        boolean inScheme = SCHEME.matcher(path).matches();
        if ((!inScheme || SCHEME_LIBRARY.matcher(path).matches())
                && file.image().isPresent()
                && isLibrary(file)) {
            return new SharedLibrary(path, origin, file.content(), file.image().get());
        }
        if (!inScheme) {
            Optional<ModuleName> owner = owner(file.folder(), packages);
            if (owner.isPresent()) {
                return new PackageResource(path, origin, file.content(), owner.get());
            }
            if (path.endsWith(".pth")) {
                notes.add(path + " of " + origin + " has no effect in the executable, where site does not run");
            }
        }
        return new FileResource(path, origin, file.content(), file.executable());
    }

    /** A program for Linux has neither a name for the loader nor one of a library's file; those for Windows are not read. */
    private static boolean isLibrary(FoundFile file) {
        NativeImage image = file.image().orElseThrow();
        return image.format() == ObjectFormat.COFF
                || image.soname().isPresent()
                || !image.initFunctions().isEmpty()
                || LIBRARY.matcher(file.fileName()).matches();
    }

    /** Every folder that has a module somewhere below it: packages and namespace packages (PEP 420). */
    private static Set<String> packageFolders(Iterable<Candidate> modules) {
        Set<String> folders = new HashSet<>();
        for (Candidate module : modules) {
            String folder = module.file().folder();
            while (!folder.isEmpty() && folders.add(folder)) {
                int slash = folder.lastIndexOf('/');
                folder = slash < 0 ? "" : folder.substring(0, slash);
            }
        }
        return folders;
    }

    /**
     * The package that a folder's files are resources of: the nearest folder above that has modules, or else the topmost, which import
     * takes for a namespace package.
     */
    private static Optional<ModuleName> owner(String folder, Set<String> packages) {
        String nearest = folder;
        while (!nearest.isEmpty() && !packages.contains(nearest)) {
            int slash = nearest.lastIndexOf('/');
            nearest = slash < 0 ? "" : nearest.substring(0, slash);
        }
        if (nearest.isEmpty()) {
            int slash = folder.indexOf('/');
            nearest = slash < 0 ? folder : folder.substring(0, slash);
        }
        return nearest.isEmpty() ? Optional.empty() : ModuleFiles.name(nearest);
    }
}
