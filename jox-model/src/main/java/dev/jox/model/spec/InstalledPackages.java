package dev.jox.model.spec;

import java.nio.file.Path;
import java.util.List;

/**
 * Folders with packages that an installer has put there, all of which are wanted. Paths are absolute.
 *
 * @param packageRoots laid out as site-packages is
 * @param virtualenvs as {@code python -m venv} makes them
 */
public record InstalledPackages(List<Path> packageRoots, List<Path> virtualenvs) {
    /** No such folders. */
    public static final InstalledPackages NONE = new InstalledPackages(List.of(), List.of());

    public InstalledPackages {
        packageRoots = List.copyOf(packageRoots);
        virtualenvs = List.copyOf(virtualenvs);
    }
}
