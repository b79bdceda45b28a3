package dev.jox.python;

import dev.jox.model.Content;
import dev.jox.model.Sha256;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.binary.NativeImageReader;
import dev.jox.model.resource.FoundFile;
import dev.jox.model.resource.LibraryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The libraries of this Linux machine, where its loader looks for them: the folders of {@code /etc/ld.so.conf}, then the loader's own
 * (ld.so(8), ldconfig(8)). {@code LD_LIBRARY_PATH} is not looked at: a build should not depend on it.
 */
final class SystemLibraries implements LibraryFiles {
    private static final Path CONFIGURATION = Path.of("/etc/ld.so.conf");
    private static final List<String> STANDARD =
            List.of("/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64", "/lib", "/usr/lib");

    private final String machine;
    private final List<Path> folders;

    /** @param machine the target's processor, as {@link NativeImage#machine()} names it */
    SystemLibraries(String machine) {
        this(machine, CONFIGURATION);
    }

    private SystemLibraries(String machine, List<Path> folders) {
        this.machine = machine;
        this.folders = List.copyOf(folders);
    }

    /** Those of the machine after those in other folders. */
    SystemLibraries after(List<Path> first) {
        List<Path> all = new ArrayList<>(first);
        all.addAll(folders);
        return new SystemLibraries(machine, all);
    }

    SystemLibraries(String machine, Path configuration) {
        this.machine = machine;
        Set<Path> all = new LinkedHashSet<>();
        read(configuration, all, new LinkedHashSet<>());
        STANDARD.forEach(folder -> all.add(Path.of(folder)));
        this.folders = distinct(all);
    }

    /** A digest that changes when libraries are installed or removed: that of the loader's cache, which ldconfig writes then. */
    static Sha256 digest() {
        Path cache = Path.of("/etc/ld.so.cache");
        try {
            return Files.isReadable(cache) ? Sha256.ofFile(cache) : Sha256.of("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Path> systemFolders() {
        return folders;
    }

    @Override
    public Optional<FoundFile> find(Path folder, String name) {
        Path file = folder.resolve(name);
        if (name.contains("/") || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Optional<NativeImage> image =
                    NativeImageReader.read(file).filter(i -> i.machine().equals(machine));
            if (image.isEmpty()) {
                return Optional.empty();
            }
            Path real = file.toRealPath();
            Content content = new Content(real, Files.size(real), Sha256.ofFile(real));
            return Optional.of(new FoundFile("jox.libs/" + name, content, false, image));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folders that exist, each once: {@code /lib} is a link to {@code /usr/lib} on most machines. */
    private static List<Path> distinct(Set<Path> folders) {
        Map<Path, Path> byRealPath = new LinkedHashMap<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try {
                    byRealPath.putIfAbsent(folder.toRealPath(), folder);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return List.copyOf(byRealPath.values());
    }

    private static void read(Path file, Set<Path> folders, Set<Path> seen) {
        if (!seen.add(file) || !Files.isReadable(file)) {
            return;
        }
        try {
            for (String raw : Files.readAllLines(file)) {
                String line = raw.replaceFirst("#.*", "").strip();
                if (line.startsWith("include ")) {
                    for (Path included : glob(file.resolveSibling(
                            line.substring("include ".length()).strip()))) {
                        read(included, folders, seen);
                    }
                } else if (line.startsWith("/")) {
                    folders.add(Path.of(line.split("[:,\\s=]")[0]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> glob(Path pattern) throws IOException {
        List<Path> files = new ArrayList<>();
        Path folder = pattern.resolveSibling(".").normalize();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> matches =
                    Files.newDirectoryStream(folder, pattern.getFileName().toString())) {
                matches.forEach(files::add);
            }
        }
        files.sort(null);
        return files;
    }
}
