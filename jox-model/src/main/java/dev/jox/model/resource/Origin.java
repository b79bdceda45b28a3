package dev.jox.model.resource;

/**
 * Whose resource something is.
 *
 * @param kind whether the standard library's, a package's, the application's or the machine's
 * @param name the package's normalised name; {@code python} for the standard library, the artifactId for the application,
 *     the file's folder for a system library
 * @param version the version; empty where there is none
 */
public record Origin(Kind kind, String name, String version) {
    /** Who brings a resource. */
    public enum Kind {
        DISTRIBUTION,
        PACKAGE,
        APPLICATION,
        SYSTEM
    }

    @Override
    public String toString() {
        return version.isEmpty() ? name : name + " " + version;
    }
}
