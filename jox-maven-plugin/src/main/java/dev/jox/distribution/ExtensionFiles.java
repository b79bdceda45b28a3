package dev.jox.distribution;

import dev.jox.model.ModuleName;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.binary.NativeImageReader;
import dev.jox.model.distribution.StandardExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The extension modules of an installation: those that libpython has built in, and the shared libraries in certain folders. */
final class ExtensionFiles {
    private final ExtensionTable table = new ExtensionTable();

    /**
     * Lists them in the order of their names. Where a module is both, it is the built-in that Python imports.
     *
     * @param suffixes what the names of such files end with
     */
    List<StandardExtension> list(List<String> builtins, List<Path> folders, List<String> suffixes) throws IOException {
        Map<ModuleName, StandardExtension> extensions = new TreeMap<>();
        for (String builtin : builtins) {
            ModuleName name = new ModuleName(builtin);
            extensions.put(name, extension(name, Optional.empty(), List.of()));
        }
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                Optional<ModuleName> name = moduleName(file, suffixes);
                if (name.isPresent() && !extensions.containsKey(name.get())) {
                    List<String> needed = NativeImageReader.read(file)
                            .map(NativeImage::needed)
                            .orElse(List.of());
                    extensions.put(name.get(), extension(name.get(), Optional.of(file), needed));
                }
            }
        }
        return List.copyOf(extensions.values());
    }

    private StandardExtension extension(ModuleName name, Optional<Path> file, List<String> needed) {
        ExtensionTable.Knowledge knowledge = table.of(name, needed);
        return new StandardExtension(
                name,
                "default",
                file,
                ExtensionTable.initFunction(name),
                List.of(),
                knowledge.links(),
                knowledge.licenses(),
                List.of(),
                knowledge.copyleft(),
                knowledge.required(),
                Optional.empty());
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Optional<ModuleName> moduleName(Path file, List<String> suffixes) {
        String name = String.valueOf(file.getFileName());
        return suffixes.stream()
                .filter(suffix -> name.endsWith(suffix) && name.length() > suffix.length())
                .max(Comparator.comparingInt(String::length))
                .map(suffix -> new ModuleName(name.substring(0, name.length() - suffix.length())));
    }
}
