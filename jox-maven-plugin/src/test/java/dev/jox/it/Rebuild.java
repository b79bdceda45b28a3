package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;

/** Builds the case {@code rebuild} again and again: nothing happens where nothing changed, and what changed is seen. */
public final class Rebuild {
    private static final String FIRST = "text one 1.16.0 3.14 source\n";

    private final Case project;
    private final Build build;
    private final String name;

    public Rebuild(Case project, Build build, String name) {
        this.project = project;
        this.build = build;
        this.name = name;
    }

    public void verify() {
        shows(FIRST);
        nothingChanged();
        aLostExecutableIsMadeAgain();
        sourceByte();
        requirement();
        policy();
        python();
        toolchain();
        pluginVersion();
    }

    private void nothingChanged() {
        Map<Path, FileTime> before = made();
        build.run("package").exits(0);
        assertThat(made()).isEqualTo(before);
    }

    private void aLostExecutableIsMadeAgain() {
        try {
            Files.delete(project.file("target").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        changes(FIRST);
    }

    private void sourceByte() {
        edit("src/main/python/probe.py", "text one", "text two");
        changes("text two 1.16.0 3.14 source\n");
    }

    private void requirement() {
        edit("pom.xml", "six==1.16.0", "six==1.17.0");
        changes("text two 1.17.0 3.14 source\n");
    }

    private void policy() {
        String open = "<includeNonDistributionSources>";
        edit("pom.xml", open + "true", open + "false");
        changes("text two 1.17.0 3.14 no source\n");
        edit("pom.xml", open + "false", open + "true");
        changes("text two 1.17.0 3.14 source\n");
    }

    private void python() {
        changes("text two 1.17.0 3.13 source\n", "-Djox.distribution.python=3.13");
        changes("text two 1.17.0 3.14 source\n");
    }

    private void toolchain() {
        Map<Path, FileTime> before = made();
        changes("text two 1.17.0 3.14 source\n", "-Djox.toolchain=zig");
        assertThat(made()).isNotEqualTo(before);
    }

    private void pluginVersion() {
        Map<Path, FileTime> before = made();
        String other = new PluginCopy(build.repository()).withVersion("0.0.1-copy");
        edit("pom.xml", "<version>" + PluginCopy.VERSION + "</version>", "<version>" + other + "</version>");
        changes("text two 1.17.0 3.14 source\n");
        assertThat(made()).isNotEqualTo(before);
        nothingChanged();
    }

    private void changes(String output, String... options) {
        build.with(options).run("package").exits(0);
        shows(output);
    }

    private void shows(String output) {
        project.jailed(name).run().succeeds().prints(output);
    }

    private void edit(String path, String old, String changed) {
        try {
            Path file = project.file(path);
            String text = Files.readString(file);
            assertThat(text).contains(old);
            Files.writeString(file, text.replace(old, changed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When each file under target was last written. */
    private Map<Path, FileTime> made() {
        Map<Path, FileTime> times = new TreeMap<>();
        try (var walk = Files.walk(project.file("target"))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return times;
    }
}
