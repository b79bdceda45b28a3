package dev.jox.model.spec;

import dev.jox.model.plan.Location;
import dev.jox.model.policy.Glob;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files that the pom adds by hand: {@code <sharedLibraries>} and {@code <files>}. */
public record HandedFiles(List<Library> libraries, List<PlainFile> files) {
    /** None. */
    public static final HandedFiles NONE = new HandedFiles(List.of(), List.of());

    /** The folder of handed libraries, below which those are that other binaries need of the build machine. */
    private static final String LIBRARIES = "jox.libs/";

    /**
     * A shared library.
     *
     * @param file absolute
     * @param neededBy the extension modules and libraries that need it, whether their files say so or not
     * @param location where it goes; where the policy says when empty
     */
    public record Library(Path file, Optional<Glob> neededBy, Optional<Location> location) {
        /** Its path as a resource. */
        public String path() {
            return LIBRARIES + file.getFileName();
        }
    }

    /**
     * A file beside the executable.
     *
     * @param source absolute
     * @param place the path that it gets, relative to the executable's folder and with slashes
     * @param executable whether it can be run; as its source when empty
     */
    public record PlainFile(Path source, String place, Optional<Boolean> executable) {
        /** @throws IllegalArgumentException when the place is not below the executable's folder */
        public PlainFile {
            Path path = Path.of(place);
            if (place.isBlank() || path.isAbsolute() || !path.normalize().equals(path) || path.startsWith("..")) {
                throw new IllegalArgumentException(
                        "a place is a relative path below the executable's folder, not '" + place + "'");
            }
            place = path.toString().replace('\\', '/');
        }
    }

    public HandedFiles {
        libraries = List.copyOf(libraries);
        files = List.copyOf(files);
    }
}
