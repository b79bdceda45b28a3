package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Artifacts in a Maven repository of files.
 *
 * @param folder the repository's root, or a version's folder in it
 */
public record Repository(Path folder) {
    public Repository(File folder) {
        this(folder.toPath());
    }

    /** The artifacts of one version. */
    public Repository version(String group, String artifact, String version) {
        Path place = folder.resolve(group.replace('.', '/')).resolve(artifact).resolve(version);
        assertThat(place).isDirectory();
        return new Repository(place);
    }

    public Repository has(String file) {
        assertThat(folder.resolve(file)).isRegularFile();
        return this;
    }

    /** The executable of this name out of an archive of it and the files beside it. */
    public Program unpacked(String archive, String name) {
        has(archive);
        try {
            Path place = Files.createTempDirectory("jox-it-");
            Program.of(Path.of("/bin/tar"))
                    .run("-xzf", folder.resolve(archive), "-C", place)
                    .succeeds();
            Jail jail = Jail.empty();
            try (var files = Files.list(place)) {
                for (Path file : files.filter(f -> !f.endsWith(name)).toList()) {
                    jail = jail.withBeside(file);
                }
            }
            return Program.of(place.resolve(name)).in(jail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of an artifact that can be run: repositories keep no permissions. */
    public Program executable(String file) {
        has(file);
        try {
            Path copy = Files.createTempDirectory("jox-it-").resolve(file);
            Files.copy(folder.resolve(file), copy, StandardCopyOption.REPLACE_EXISTING);
            assertThat(copy.toFile().setExecutable(true)).isTrue();
            copy.toFile().deleteOnExit();
            return Program.of(copy).in(Jail.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
