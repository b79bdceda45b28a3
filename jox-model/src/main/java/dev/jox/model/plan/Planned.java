package dev.jox.model.plan;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.jox.model.Content;
import dev.jox.model.ModuleName;
import dev.jox.model.resource.LinkableExtension;
import dev.jox.model.resource.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A resource that the executable gets. Paths are those of {@link dev.jox.model.resource.Resource#path()}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Planned {
    String path();

    Origin origin();

    Location location();

    /** Which rule or default decided, and a fallback's cause, in words. */
    String reason();

    /**
     * A module in Python.
     *
     * @param source its source, where the policy includes it
     * @param bytecode marshalled code by optimisation level; may be empty when there is source
     */
    record PlannedModule(
            String path,
            Origin origin,
            Location location,
            String reason,
            ModuleName name,
            boolean isPackage,
            Optional<Content> source,
            Map<Integer, Content> bytecode)
            implements Planned {
        public PlannedModule {
            bytecode = Map.copyOf(bytecode);
        }
    }

    /**
     * A standalone extension module.
     *
     * @param libraries paths of the {@link PlannedLibrary libraries} to load before it, each after those it needs itself
     * @param names what is changed of its file
     */
    record PlannedExtension(
            String path,
            Origin origin,
            Location location,
            String reason,
            ModuleName name,
            boolean isPackage,
            Content content,
            boolean staticTls,
            List<String> libraries,
            LoaderNames names)
            implements Planned {
        public PlannedExtension {
            libraries = List.copyOf(libraries);
        }

        /** The same with another file. */
        public PlannedExtension withContent(Content other) {
            return new PlannedExtension(
                    path, origin, location, reason, name, isPackage, other, staticTls, libraries, names);
        }
    }

    /**
     * A built-in extension module.
     *
     * @param initFunction the C function that creates it
     * @param linked what it is linked from; empty for one of the distribution's
     * @param libraries paths of the {@link PlannedLibrary libraries} that must be loaded before its code, each after those it
     *     needs itself; of {@link PlannedBoundLibrary bound ones} where the module is bound
     * @param bound the shared object that is laid into the executable for it
     * @param variant which of the distribution's builds of it; {@code default} where there is one
     */
    record PlannedBuiltIn(
            String path,
            Origin origin,
            Location location,
            String reason,
            ModuleName name,
            boolean isPackage,
            String initFunction,
            Optional<LinkableExtension> linked,
            List<String> libraries,
            Optional<Content> bound,
            String variant)
            implements Planned {
        private static final String ONLY = "default";

        public PlannedBuiltIn {
            libraries = List.copyOf(libraries);
        }

        /** A module of which there is one build. */
        public PlannedBuiltIn(
                String path,
                Origin origin,
                Location location,
                String reason,
                ModuleName name,
                boolean isPackage,
                String initFunction,
                Optional<LinkableExtension> linked,
                List<String> libraries,
                Optional<Content> bound) {
            this(path, origin, location, reason, name, isPackage, initFunction, linked, libraries, bound, ONLY);
        }
    }

    /**
     * A shared library.
     *
     * @param soname the name that others need it by
     * @param libraries paths of the libraries to load before it, each after those it needs itself
     * @param names what is changed of its file
     */
    record PlannedLibrary(
            String path,
            Origin origin,
            Location location,
            String reason,
            String soname,
            Content content,
            boolean staticTls,
            List<String> libraries,
            LoaderNames names)
            implements Planned {
        public PlannedLibrary {
            libraries = List.copyOf(libraries);
        }

        /** The same with another file. */
        public PlannedLibrary withContent(Content other) {
            return new PlannedLibrary(path, origin, location, reason, soname, other, staticTls, libraries, names);
        }
    }

    /**
     * A shared library that is laid into the executable, for modules that are too. Programs that load it by name, as ctypes
     * does, get one of their own from memory.
     *
     * @param libraries paths of the bound libraries that it needs, directly or not, each after those it needs itself
     */
    record PlannedBoundLibrary(
            String path,
            Origin origin,
            Location location,
            String reason,
            String soname,
            Content content,
            List<String> libraries)
            implements Planned {
        public PlannedBoundLibrary {
            libraries = List.copyOf(libraries);
        }
    }

    /** A file that modules read: a package's resource, a distribution's metadata. */
    record PlannedFile(
            String path, Origin origin, Location location, String reason, Content content, boolean executable)
            implements Planned {}
}
