package dev.jox.python;

import dev.jox.model.resource.FoundFile;
import dev.jox.model.resource.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A wheel's files in the cache, verified.
 *
 * @param folder the root of the files, laid out as below site-packages
 * @param origin the project's normalised name and its version
 * @param notes what is unusual about the wheel, one line each
 */
public record UnpackedWheel(Path folder, Origin origin, List<FoundFile> files, List<String> notes) {
    public UnpackedWheel {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /** The same wheel with more to say about it. */
    UnpackedWheel noting(List<String> more) {
        List<String> longer = new ArrayList<>(notes);
        longer.addAll(more);
        return new UnpackedWheel(folder, origin, files, longer);
    }
}
