package dev.jox.link;

import dev.jox.model.Sha256;
import dev.jox.process.CarriedFiles;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The C sources of the runtime, which the plugin carries. */
final class NativeSources {
    private static final String FOLDER = "/dev/jox/native";

    private final CarriedFiles carried;

    private NativeSources(SortedMap<String, byte[]> files) {
        this.carried = new CarriedFiles(files);
    }

    /** Reads all of them, from the plugin's jar or from a folder of classes. */
    static NativeSources load() throws IOException {
        URI header;
        try {
            header = NativeSources.class.getResource(FOLDER + "/image.h").toURI();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        if (!header.getScheme().equals("jar")) {
            return new NativeSources(read(Path.of(header).resolveSibling("")));
        }
        String location = header.getRawSchemeSpecificPart();
        Path jar = Path.of(URI.create(location.substring(0, location.indexOf('!'))));
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
            return new NativeSources(read(inside.getPath(FOLDER)));
        }
    }

    private static SortedMap<String, byte[]> read(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        List<Path> found;
        try (Stream<Path> walk = Files.walk(folder)) {
            found = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : found) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (name.endsWith(".c") || name.endsWith(".h")) {
                files.put(name, Files.readAllBytes(file));
            }
        }
        return files;
    }

    /**
     * Paths of the C files to compile, relative and with slashes, in order. What a name ends with says where a file belongs:
     * {@code _win.c} or {@code _posix.c}.
     *
     * @param folders which folders' files are among them
     */
    List<String> units(boolean windows, Set<String> folders) {
        List<String> units = new ArrayList<>();
        for (String name : carried.files().keySet()) {
            boolean elsewhere = windows ? name.endsWith("_posix.c") : name.endsWith("_win.c");
            int slash = name.indexOf('/');
            if (name.endsWith(".c") && !elsewhere && (slash < 0 || folders.contains(name.substring(0, slash)))) {
                units.add(name);
            }
        }
        return units;
    }

    void writeTo(Path folder) throws IOException {
        carried.writeTo(folder);
    }

    Sha256 digest() {
        return carried.digest();
    }
}
