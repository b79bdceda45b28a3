package dev.jox.model.resource;

import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.resource.Resource.ExtensionModule;
import dev.jox.model.resource.Resource.FileResource;
import dev.jox.model.resource.Resource.ModuleBytecode;
import dev.jox.model.resource.Resource.ModuleSource;
import dev.jox.model.resource.Resource.PackageResource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts the application, the standard library and the packages over each other as {@code sys.path} does for a script: the application
 * first, packages last. Who has a top-level module or a package with an {@code __init__} has all of it; folders without one are merged.
 */
public final class Layers {
    /** Folders that packages put beside themselves by mistake; nothing imports them. */
    private static final Set<String> STRAY =
            Set.of("test", "tests", "doc", "docs", "example", "examples", "benchmarks");

    private final Map<String, Resource> byPath = new TreeMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> notes = new TreeSet<>();

    private Layers() {}

    /**
     * Merges.
     *
     * @param application the application's folders
     * @param packages one list for each wheel
     * @return all that import could reach, and a note for each thing that is hidden
     * @throws JoxException when two packages, or two of the application's folders, bring different files of one path
     */
    public static Classifier.Result merge(
            List<List<Resource>> application, List<Resource> standardLibrary, List<List<Resource>> packages) {
        Layers layers = new Layers();
        layers.add(application);
        layers.add(List.of(standardLibrary));
        layers.add(packages);
        return new Classifier.Result(List.copyOf(layers.byPath.values()), List.copyOf(layers.notes));
    }

    private void add(List<List<Resource>> layer) {
        Map<String, Resource> own = new TreeMap<>();
        for (List<Resource> part : layer) {
            for (Resource resource : part) {
                Resource other = own.putIfAbsent(resource.path(), resource);
                if (other != null
                        && !other.content().sha256().equals(resource.content().sha256())) {
                    clash(other, resource);
                }
            }
        }
        Set<String> claims = new HashSet<>();
        for (Resource resource : own.values()) {
            Optional<String> top = top(resource);
            if (top.isPresent() && taken.contains(top.get())) {
                note(resource, top.get());
            } else {
                Resource above = byPath.putIfAbsent(resource.path(), resource);
                if (above != null) {
                    note(resource, resource.path());
                }
                module(resource).filter(name -> name.parent().isEmpty()).ifPresent(name -> claims.add(name.dotted()));
            }
        }
        taken.addAll(claims);
    }

    private void clash(Resource first, Resource second) {
        String path = first.path();
        int slash = path.indexOf('/');
        boolean stray = first instanceof FileResource || slash > 0 && STRAY.contains(path.substring(0, slash));
        if (!stray) {
            throw JoxException.user(
                    first.origin() + " and " + second.origin() + " both bring " + path + ", with different content",
                    "leave one of them out of <requirements>, or ask for versions that do not overlap");
        }
        notes.add(path + " of " + second.origin() + " is left out: " + first.origin() + " has another file there");
    }

    private void note(Resource hidden, String what) {
        notes.add(what + " of " + hidden.origin() + " is left out: "
                + (hidden.origin().kind() == Origin.Kind.PACKAGE
                        ? "the application or the standard library has its own"
                        : "the application has its own"));
    }

    private static Optional<ModuleName> module(Resource resource) {
        if (resource instanceof ModuleSource module) {
            return Optional.of(module.name());
        }
        if (resource instanceof ModuleBytecode module) {
            return Optional.of(module.name());
        }
        return resource instanceof ExtensionModule module ? Optional.of(module.name()) : Optional.empty();
    }

    /** The top-level module or package that a resource belongs to; a library's or file's is its topmost folder. */
    private static Optional<String> top(Resource resource) {
        Optional<ModuleName> module = module(resource);
        if (module.isPresent()) {
            return module.map(ModuleName::top);
        }
        if (resource instanceof PackageResource file) {
            return Optional.of(file.packageName().top());
        }
        int slash = resource.path().indexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(resource.path().substring(0, slash));
    }

    /** The modules of a list of resources by name. */
    public static Map<ModuleName, Resource> modules(List<Resource> resources) {
        Map<ModuleName, Resource> modules = new TreeMap<>();
        for (Resource resource : resources) {
            module(resource).ifPresent(name -> modules.put(name, resource));
        }
        return modules;
    }
}
