package dev.jox.model.resource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The shared libraries in folders of the build machine. */
public interface LibraryFiles {
    /**
     * The library of this name in this folder, if there is one for the target's processor.
     *
     * @return a file whose path is {@code jox.libs/} and the name
     */
    Optional<FoundFile> find(Path folder, String name);

    /** Where the machine's loader looks for libraries, in its order. */
    List<Path> systemFolders();
}
