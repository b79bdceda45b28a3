package dev.jox.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A distribution that {@code src/it/tools/setup} built from CPython's own source.
 *
 * @param archive of the shape of python-build-standalone's {@code full} ones, with its checksum in a file beside it
 */
public record StaticPython(Path archive) {
    private static final String PROPERTIES = "test.properties";

    /** The newest one for a minor version and a target triple. */
    public static StaticPython of(String python, String triple) throws IOException {
        Path folder = folder();
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                List<Path> found = files.filter(file -> file.getFileName()
                                .toString()
                                .matches("cpython-\\Q" + python + "\\E\\.\\d+-\\Q" + triple + "\\E-.*\\.tar\\.zst"))
                        .sorted()
                        .toList();
                if (!found.isEmpty()) {
                    return new StaticPython(found.get(found.size() - 1));
                }
            }
        }
        throw new IOException("no CPython " + python + " for " + triple + " in " + folder + ": run src/it/tools/setup");
    }

    /** Where what the set-up builds and fetches is. */
    static Path folder() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("jox-distributions/dist");
    }

    /** Its SHA-256, as the file beside it says. */
    public String sha256() throws IOException {
        return Files.readString(archive.resolveSibling(archive.getFileName() + ".sha256"))
                .split(" ")[0];
    }

    /** Writes the properties {@code python.file} and {@code python.sha256} for the build of a project. */
    public void describeTo(File basedir) throws IOException {
        Files.deleteIfExists(basedir.toPath().resolve(PROPERTIES));
        describeTo(basedir, "python");
    }

    /** Adds the properties of a further one, {@code file} and {@code sha256} behind a name of its own. */
    public void describeTo(File basedir, String name) throws IOException {
        Files.writeString(
                basedir.toPath().resolve(PROPERTIES),
                name + ".file=" + archive + "\n" + name + ".sha256=" + sha256() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** Unpacks its headers, and gives their folder. */
    public Path headers(Path folder) throws IOException {
        Files.createDirectories(folder);
        Program.of(Path.of("/usr/bin/tar"))
                .run("-I", "zstd", "-xf", archive, "-C", folder, "--strip-components=2", "python/install/include")
                .succeeds();
        return folder.resolve("include");
    }
}
