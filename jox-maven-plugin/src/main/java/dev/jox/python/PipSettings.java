package dev.jox.python;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code run_pip.py} reads.
 *
 * @param markers values of the marker environment that differ from the build Python's
 * @param platforms tags of wheels that will do; the build Python's where empty, none but pure wheels where the list is
 * @param backend variables for build backends
 * @param buildConstraints the file that says which versions of build requirements will do
 */
record PipSettings(
        SortedMap<String, String> markers,
        Optional<List<String>> platforms,
        SortedMap<String, String> backend,
        Optional<Path> buildConstraints) {
    PipSettings {
        markers = new TreeMap<>(markers);
        platforms = platforms.map(List::copyOf);
        backend = new TreeMap<>(backend);
    }

    /** For finding the packages of a target: pip believes to run there. */
    static PipSettings resolving(Pythons pythons) {
        TargetPlatform platform = TargetPlatform.of(pythons.target());
        return new PipSettings(
                markers(pythons, platform),
                platforms(pythons),
                // a setup.py may choose what its package depends on
                new TreeMap<>(pythons.cross() ? platform.variables() : Map.of()),
                Optional.empty());
    }

    /** For building a package: pip is itself. */
    static PipSettings building(Map<String, String> backend) {
        return new PipSettings(new TreeMap<>(), Optional.empty(), new TreeMap<>(backend), Optional.empty());
    }

    /** The same with constraints. */
    PipSettings constrained(Path file) {
        return new PipSettings(markers, platforms, backend, Optional.of(file));
    }

    private static SortedMap<String, String> markers(Pythons pythons, TargetPlatform platform) {
        String version = pythons.target().version().toString();
        SortedMap<String, String> markers =
                new TreeMap<>(Map.of("python_full_version", version, "implementation_version", version));
        markers.putAll(platform.markers());
        return markers;
    }

    private static Optional<List<String>> platforms(Pythons pythons) {
        if (pythons.isStatic()) {
            return Optional.of(List.of());
        }
        return pythons.target().target().isWindows() ? Optional.of(List.of("win_amd64")) : Optional.empty();
    }
}
