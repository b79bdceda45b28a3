package dev.jox.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.Content;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.pack.Payload;
import dev.jox.model.plan.Location;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import dev.jox.model.plan.Planned.PlannedFile;
import dev.jox.model.resource.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacedFilesTest {
    private static final Origin ORIGIN = new Origin(Origin.Kind.PACKAGE, "numpy", "2.4.0");

    @TempDir
    Path root;

    private Path target;

    @BeforeEach
    void folders() throws IOException {
        target = Files.createDirectory(root.resolve("target"));
    }

    private Planned file(String path, String text, String location, boolean executable) throws IOException {
        Path content = Files.writeString(root.resolve(Sha256.of(text).hex()), text);
        return new PlannedFile(path, ORIGIN, Location.parse(location), "", Content.of(content), executable);
    }

    private Planned file(String path, String text) throws IOException {
        return file(path, text, "filesystem-relative:lib", false);
    }

    private List<Path> link(String name, Planned... entries) throws IOException {
        return link(name, List.of(), entries);
    }

    private List<Path> link(String name, List<Payload> payloads, Planned... entries) throws IOException {
        Plan plan =
                new Plan(Sha256.of(""), List.of(entries), List.of(), List.of(), Optional.empty(), new ArrayList<>());
        PlacedFiles placed =
                new PlacedFiles(Files.createDirectories(target.resolve("jox").resolve(name)), target);
        List<Path> beside = placed.place(plan, payloads);
        placed.removeStale();
        return beside;
    }

    @Test
    void placesLibrariesOfBuiltInModules() throws IOException {
        Content content = Content.of(Files.writeString(root.resolve("code"), "code"));
        Payload inMemory = new Payload("app-builtins.so", content, false, List.of(), List.of());
        Payload file = new Payload(
                "lib/app-builtins.so", Optional.of("lib/app-builtins.so"), content, false, List.of(), List.of());

        assertThat(link("app", List.of(inMemory, file))).containsExactly(target.resolve("lib/app-builtins.so"));
        assertThat(target.resolve("lib/app-builtins.so")).hasContent("code");
        assertThat(link("app")).isEmpty();
        assertThat(target.resolve("lib/app-builtins.so")).doesNotExist();
    }

    @Test
    void placesWhatIsNotInMemory() throws IOException {
        List<Path> beside = link(
                "app",
                file("numpy/data.txt", "data"),
                file("numpy/inside.txt", "inside", "in-memory", false),
                file("bin/tool", "#!/bin/sh", "filesystem-relative:.", true));
        assertThat(beside).containsExactly(target.resolve("lib/numpy/data.txt"), target.resolve("bin/tool"));
        assertThat(target.resolve("lib/numpy/data.txt")).hasContent("data");
        assertThat(target.resolve("lib/numpy/inside.txt")).doesNotExist();
        assertThat(Files.getPosixFilePermissions(target.resolve("bin/tool")))
                .contains(PosixFilePermission.OWNER_EXECUTE);
        assertThat(Files.getPosixFilePermissions(target.resolve("lib/numpy/data.txt")))
                .doesNotContain(PosixFilePermission.OWNER_EXECUTE)
                .contains(PosixFilePermission.OTHERS_READ);
    }

    @Test
    void removesWhatItPlacedAndNothingElse() throws IOException {
        link("app", file("numpy/old/a.txt", "a"), file("numpy/kept.txt", "k"), file("pandas/b.txt", "b"));
        Files.writeString(target.resolve("lib/pandas/mine.txt"), "mine");
        link("app", file("numpy/kept.txt", "k2"));
        assertThat(target.resolve("lib/numpy/old")).doesNotExist();
        assertThat(target.resolve("lib/numpy/kept.txt")).hasContent("k2");
        assertThat(target.resolve("lib/pandas/b.txt")).doesNotExist();
        assertThat(target.resolve("lib/pandas/mine.txt")).hasContent("mine");
        link("app");
        assertThat(target.resolve("lib/numpy")).doesNotExist();
        assertThat(target.resolve("jox/app/placed.json")).doesNotExist();
    }

    @Test
    void writesOnlyWhatIsNotThereYet() throws IOException {
        Path placed = target.resolve("lib/a.txt");
        link("app", file("a.txt", "a"));
        Object first = Files.getAttribute(placed, "unix:ino");
        link("app", file("a.txt", "a"));
        assertThat(Files.getAttribute(placed, "unix:ino")).isEqualTo(first);
        Files.writeString(placed, "b");
        Files.setLastModifiedTime(placed, FileTime.fromMillis(0));
        link("app", file("a.txt", "a"));
        assertThat(placed).hasContent("a");
    }

    @Test
    void executablesOfAProjectShareFilesOfTheSameContent() throws IOException {
        link("one", file("numpy/a.txt", "a"));
        link("two", file("numpy/a.txt", "a"));
        link("one");
        assertThat(target.resolve("lib/numpy/a.txt")).hasContent("a");
        assertThatThrownBy(() -> link("one", file("numpy/a.txt", "other")))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining(target.resolve("lib/numpy/a.txt").toString())
                .hasMessageContaining("<resourcesLocationFallback>");
        assertThat(target.resolve("lib/numpy/a.txt")).hasContent("a");
    }
}
