package dev.jox.model.resource;

import dev.jox.model.ModuleName;
import dev.jox.model.binary.NativeImage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which files Python's path finder takes for modules, and in which order it prefers them ({@code importlib.machinery.FileFinder} with
 * the loaders of {@code _bootstrap_external._get_supported_file_loaders}): a package's folder before a module's file; an extension
 * module before source, source before bytecode.
 */
final class ModuleFiles {
    /** Import takes any name without a dot: migrations are numbered, {@code _sysconfigdata_…} has hyphens. */
    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{N}_-]+");

    private final List<String> extensionSuffixes;

    /** @param extensionSuffixes as the interpreter has them, in its order */
    ModuleFiles(List<String> extensionSuffixes) {
        this.extensionSuffixes = List.copyOf(extensionSuffixes);
    }

    /** What makes a module of a file. */
    enum Kind {
        EXTENSION,
        SOURCE,
        BYTECODE
    }

    /**
     * A file that is a module.
     *
     * @param rank lower is preferred among the files of one module
     */
    record Candidate(FoundFile file, ModuleName name, boolean isPackage, Kind kind, int rank) {}

    /** The module that a file is; empty for a file that import does not look at. */
    Optional<Candidate> candidate(FoundFile file) {
        String name = file.fileName();
        if (file.image().isPresent()) {
            for (int i = 0; i < extensionSuffixes.size(); i++) {
                String suffix = extensionSuffixes.get(i);
                if (name.endsWith(suffix)) {
                    int rank = i;
                    NativeImage image = file.image().get();
                    return module(file, suffix, Kind.EXTENSION, rank)
                            .filter(module ->
                                    image.initFunctions().contains(module.name().initFunction()));
                }
            }
            return Optional.empty();
        }
        if (name.endsWith(".py")) {
            return module(file, ".py", Kind.SOURCE, extensionSuffixes.size());
        }
        if (name.endsWith(".pyc")) {
            return module(file, ".pyc", Kind.BYTECODE, extensionSuffixes.size() + 1);
        }
        return Optional.empty();
    }

    private Optional<Candidate> module(FoundFile file, String suffix, Kind kind, int rank) {
        String fileName = file.fileName();
        String stem = fileName.substring(0, fileName.length() - suffix.length());
        boolean isPackage = stem.equals("__init__") && !file.folder().isEmpty();
        String path = isPackage ? file.folder() : file.folder().isEmpty() ? stem : file.folder() + "/" + stem;
        int preference = isPackage ? rank : rank + extensionSuffixes.size() + 2;
        return name(path).map(name -> new Candidate(file, name, isPackage, kind, preference));
    }

    /** The dotted name of a path whose parts import can take for names. */
    static Optional<ModuleName> name(String path) {
        for (String part : path.split("/")) {
            if (!PART.matcher(part).matches()) {
                return Optional.empty();
            }
        }
        return Optional.of(new ModuleName(path.replace('/', '.')));
    }
}
