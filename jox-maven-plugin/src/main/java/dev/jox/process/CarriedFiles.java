package dev.jox.process;

import dev.jox.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files that the plugin carries and puts into a folder where others use them.
 *
 * @param files their bytes, by paths with slashes below that folder
 */
public record CarriedFiles(SortedMap<String, byte[]> files) {
    public CarriedFiles {
        files = new TreeMap<>(files);
    }

    /** Writes all of them, with the folders that they are in. */
    public void writeTo(Path folder) throws IOException {
        for (var file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }

    /** Of their names and bytes. */
    public Sha256 digest() {
        MessageDigest digest = Sha256.newDigest();
        files.forEach((name, content) ->
                digest.update((name + " " + Sha256.of(content) + "\n").getBytes(StandardCharsets.UTF_8)));
        return Sha256.of(digest);
    }
}
