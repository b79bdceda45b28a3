package dev.jox.distribution;

import dev.jox.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.Set;
import java.util.TreeSet;

/**
 * A digest that changes when an installed Python is changed: names, sizes and times of its program, libraries, headers and standard
 * library. Contents are not read, nor are packages and compiled files looked at.
 */
final class InstallationState {
    private static final Set<String> NOT_PYTHONS_OWN = Set.of("site-packages", "dist-packages", "__pycache__");

    private InstallationState() {}

    static Sha256 of(InterpreterFacts facts) throws IOException {
        Set<String> lines = new TreeSet<>();
        for (String place : new String[] {
            facts.executable(), facts.sharedLibrary(), facts.staticLibrary(), facts.include(), facts.standardLibrary()
        }) {
            if (!place.isEmpty()) {
                add(Path.of(place), lines);
            }
        }
        MessageDigest digest = Sha256.newDigest();
        lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return Sha256.of(digest);
    }

    private static void add(Path place, Set<String> lines) throws IOException {
        if (!Files.exists(place)) {
            lines.add(place + " is missing");
            return;
        }
        Files.walkFileTree(place.toRealPath(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return NOT_PYTHONS_OWN.contains(String.valueOf(directory.getFileName()))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                lines.add(file + " " + attributes.size() + " " + attributes.lastModifiedTime());
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
