package dev.jox.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.JoxException;
import dev.jox.model.policy.Glob;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.Resource;
import dev.jox.model.resource.Resource.FileResource;
import dev.jox.model.resource.Resource.SharedLibrary;
import dev.jox.model.spec.HandedFiles;
import dev.jox.model.spec.HandedFiles.Library;
import dev.jox.model.spec.HandedFiles.PlainFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandedReaderTest {
    private static final Origin APPLICATION = new Origin(Origin.Kind.APPLICATION, "app", "1");

    @TempDir
    Path folder;

    private Path library;

    @BeforeEach
    void library() throws IOException {
        // any shared library of this machine: the one that Java itself is
        library = Files.copy(
                Path.of(System.getProperty("java.home"), "lib", "libjava.so"), folder.resolve("libgiven.so"));
    }

    @Test
    void becomeResources() throws IOException {
        Path script = Files.writeString(folder.resolve("run.sh"), "#!/bin/sh\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        List<Resource> resources = read(
                new HandedFiles(
                        List.of(library(Optional.empty())),
                        List.of(
                                new PlainFile(script, "bin/run", Optional.empty()),
                                new PlainFile(script, "share/text", Optional.of(false)))),
                List.of());

        assertThat(resources.get(0)).isInstanceOf(SharedLibrary.class);
        assertThat(resources)
                .extracting(Resource::path)
                .containsExactly("jox.libs/libgiven.so", "bin/run", "share/text");
        assertThat(resources).extracting(Resource::origin).containsOnly(APPLICATION);
        assertThat(resources.subList(1, 3))
                .extracting(resource -> ((FileResource) resource).executable())
                .containsExactly(true, false);
    }

    @Test
    void whatIsNotThereIsNamed() {
        HandedFiles absent = new HandedFiles(
                List.of(new Library(folder.resolve("libabsent.so"), Optional.empty(), Optional.empty())), List.of());
        assertThatThrownBy(() -> read(absent, List.of()))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining(folder.resolve("libabsent.so") + ", which <sharedLibraries> names in <file>");
        assertThatThrownBy(() -> reader(absent).digest()).isInstanceOf(JoxException.class);
        HandedFiles absentFile = new HandedFiles(
                List.of(), List.of(new PlainFile(folder.resolve("absent.txt"), "absent.txt", Optional.empty())));
        assertThatThrownBy(() -> read(absentFile, List.of()))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining(folder.resolve("absent.txt") + ", which <files> names in <source>");
    }

    @Test
    void whatIsNoLibraryIsRefused() throws IOException {
        Files.writeString(library, "INPUT(libother.so)\n");
        assertThatThrownBy(() -> read(new HandedFiles(List.of(library(Optional.empty())), List.of()), List.of()))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining(library + ", which is no shared library for the target's processor");
    }

    @Test
    void aPathThatIsTakenIsRefused() throws IOException {
        HandedFiles handed = new HandedFiles(List.of(library(Optional.empty())), List.of());
        List<Resource> others = read(handed, List.of());
        assertThatThrownBy(() -> read(handed, others))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("<sharedLibraries> adds " + library.toRealPath() + " as jox.libs/libgiven.so");
    }

    @Test
    void aPatternThatMeansNothingIsRefused() {
        HandedFiles handed = new HandedFiles(List.of(library(Optional.of(Glob.parse("pkg._absent")))), List.of());
        assertThatThrownBy(() -> reader(handed).needs(read(handed, List.of())))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining(library + " is needed by pkg._absent, which is no extension module");
    }

    @Test
    void theDigestFollowsContentsAndPlaces() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "one");
        HandedFiles handed = new HandedFiles(List.of(), List.of(new PlainFile(text, "text", Optional.empty())));
        HandedFiles elsewhere = new HandedFiles(List.of(), List.of(new PlainFile(text, "else", Optional.empty())));
        var before = reader(handed).digest();
        assertThat(reader(handed).digest()).isEqualTo(before);
        assertThat(reader(elsewhere).digest()).isNotEqualTo(before);
        Files.writeString(text, "two");
        assertThat(reader(handed).digest()).isNotEqualTo(before);
    }

    private Library library(Optional<Glob> neededBy) {
        return new Library(library, neededBy, Optional.empty());
    }

    private static HandedReader reader(HandedFiles handed) {
        return new HandedReader(handed, APPLICATION, "EM_X86_64");
    }

    private static List<Resource> read(HandedFiles handed, List<Resource> others) {
        return reader(handed).read(others);
    }
}
