package dev.jox.python;

import dev.jox.model.resource.FoundFile;
import dev.jox.model.resource.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A package's files: those of a wheel, verified and unpacked in the cache, or those that an installer has put into a folder.
 *
 * @param name what brings them, for messages: {@code the wheel pkg-1.0-py3-none-any.whl}
 * @param folder the root of the files, laid out as below site-packages
 * @param origin the project's normalised name and its version; without a version where nothing says whose the files are
 * @param notes what is unusual about the package, one line each
 */
public record PackageContents(String name, Path folder, Origin origin, List<FoundFile> files, List<String> notes) {
    public PackageContents {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /** The same package with more to say about it. */
    PackageContents noting(List<String> more) {
        List<String> longer = new ArrayList<>(notes);
        longer.addAll(more);
        return new PackageContents(name, folder, origin, files, longer);
    }
}
