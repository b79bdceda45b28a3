package dev.jox.python;

import dev.jox.model.Content;
import dev.jox.model.Sha256;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.binary.NativeImageReader;
import dev.jox.model.resource.FoundFile;
import dev.jox.model.resource.LibraryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The DLLs in folders of a Python for Windows, and those whose import libraries are in {@code <nativeLibraries>}. The machine that
 * builds has none: it may be another system.
 */
final class WindowsLibraries implements LibraryFiles {
    private final List<Path> folders;

    /** @param nativeLibraries folders of import libraries; DLLs lie there, or in the folder {@code bin} beside, where installers put them */
    WindowsLibraries(List<Path> nativeLibraries) {
        this.folders = nativeLibraries.stream()
                .map(Path::toAbsolutePath)
                .flatMap(folder -> Stream.of(folder, folder.resolveSibling("bin")))
                .toList();
    }

    @Override
    public List<Path> systemFolders() {
        return folders;
    }

    @Override
    public Optional<FoundFile> find(Path folder, String name) {
        try {
            for (Path file : files(folder)) {
                if (file.getFileName().toString().equalsIgnoreCase(name)) {
                    Optional<NativeImage> image = NativeImageReader.read(file);
                    if (image.isPresent()) {
                        Content content = new Content(file, Files.size(file), Sha256.ofFile(file));
                        return Optional.of(new FoundFile("jox.libs/" + file.getFileName(), content, false, image));
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
