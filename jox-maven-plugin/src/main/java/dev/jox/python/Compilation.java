package dev.jox.python;

import dev.jox.model.Sha256;
import dev.jox.model.json.Json;
import dev.jox.process.Folders;
import dev.jox.toolchain.Toolchains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What packages are compiled with that are built from source.
 *
 * @param nativeLibraries folders with libraries for the target; the headers are in a folder {@code include} inside or beside each
 */
public record Compilation(Toolchains toolchains, List<Path> nativeLibraries) {
    public Compilation {
        nativeLibraries = List.copyOf(nativeLibraries);
    }

    /** The machine's own libraries only. */
    public static Compilation with(Toolchains toolchains) {
        return new Compilation(toolchains, List.of());
    }

    /** Changes when a file in one of the folders is another one; by size and time, since a folder may hold all of a system's libraries. */
    Sha256 digest() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (Path folder : nativeLibraries) {
            if (Files.isDirectory(folder)) {
                for (Path file : Folders.files(folder)) {
                    files.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
                }
            }
        }
        return Json.digest(List.of(nativeLibraries, files));
    }
}
