package dev.jox.maven.parameter;

import dev.jox.model.JoxException;
import dev.jox.model.spec.HandedFiles;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code <file>} of {@code <files>}: a file or a folder that lies beside the executable. */
public final class FileParameters {
    /** The file, or a folder with all that is in it. */
    @Nullable
    File source;

    /** Where it goes, as a path from the executable's folder; default: its name. */
    @Nullable
    String place;

    /** Whether it can be run; default: whether the source can. */
    @Nullable
    Boolean executable;

    /**
     * The files as values.
     *
     * @param number the element's place among its like, from 1, for messages
     */
    List<HandedFiles.PlainFile> toFiles(int number) {
        String where = Parsed.element("files.file[" + number + "]");
        if (source == null) {
            throw JoxException.user(where + " has no <source>.", "Name the file or folder in the pom.");
        }
        String to = place == null ? source.getName() : place;
        Path from = source.toPath().toAbsolutePath().normalize();
        try {
            List<HandedFiles.PlainFile> files = new ArrayList<>();
            for (Path file : filesOf(from)) {
                String rest = from.relativize(file).toString();
                files.add(new HandedFiles.PlainFile(
                        file, rest.isEmpty() ? to : to + "/" + rest, Optional.ofNullable(executable)));
            }
            return files;
        } catch (IllegalArgumentException e) {
            throw JoxException.user(where + ": " + e.getMessage() + ".", "Correct it in the pom.", e);
        }
    }

    private static List<Path> filesOf(Path source) {
        if (!Files.isDirectory(source)) {
            return List.of(source);
        }
        try (Stream<Path> all = Files.walk(source)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
