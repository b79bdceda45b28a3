package dev.jox.maven;

import dev.jox.fetch.Cache;
import dev.jox.fetch.Unpacker;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.python.SourceFolder;
import dev.jox.python.WheelNames;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/**
 * What the project's Maven dependencies bring: Python sources of type {@code jox-library} and wheels of type {@code whl}, from
 * other modules of the reactor or from a repository.
 *
 * @param sources folders of unpacked sources
 * @param wheels wheels under names that pip accepts
 */
record Dependencies(List<SourceFolder> sources, List<Path> wheels) {
    static final String LIBRARY = "jox-library";
    static final String WHEEL = "whl";

    /**
     * Finds them among the project's resolved artifacts.
     *
     * @param folder gets copies of wheels whose files are not named as wheels are
     */
    static Dependencies of(MavenProject project, Cache cache, Path folder) throws IOException {
        List<SourceFolder> sources = new ArrayList<>();
        List<Path> wheels = new ArrayList<>();
        List<Artifact> artifacts = project.getArtifacts().stream()
                .filter(artifact ->
                        artifact.getType().equals(LIBRARY) || artifact.getType().equals(WHEEL))
                .sorted(Comparator.comparing(Artifact::getId))
                .toList();
        for (Artifact artifact : artifacts) {
            Path file = file(artifact);
            if (artifact.getType().equals(LIBRARY)) {
                Path unpacked = cache.entry(
                        "libraries",
                        Sha256.ofFile(file),
                        target -> Unpacker.unpack(file, "the dependency " + artifact, target));
                sources.add(new SourceFolder(unpacked, artifact.getArtifactId(), artifact.getVersion()));
            } else {
                wheels.add(named(file, folder.resolve("wheels")));
            }
        }
        return new Dependencies(sources, wheels);
    }

    private static Path file(Artifact artifact) {
        File file = artifact.getFile();
        if (file == null || !file.isFile()) {
            throw JoxException.user(
                    "The dependency " + artifact + " has no file yet.",
                    "Build at least up to the phase package, in which the other module makes it: `mvn package`.");
        }
        return file.toPath().toAbsolutePath();
    }

    private static Path named(Path wheel, Path folder) throws IOException {
        String name = WheelNames.of(wheel);
        if (wheel.getFileName().toString().equals(name)) {
            return wheel;
        }
        Files.createDirectories(folder);
        return Files.copy(wheel, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
