package dev.jox.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Installs the plugin under another version, as if the next one had been released with nothing changed.
 *
 * @param repository the local repository that has the plugin
 */
record PluginCopy(Path repository) {
    static final String VERSION = "0.1.0-SNAPSHOT";
    private static final String NAME = "jox-maven-plugin";
    private static final String DESCRIPTOR = "META-INF/maven/";

    /** Gives the version back. */
    String withVersion(String version) {
        Path folder = repository.resolve("dev/jox").resolve(NAME);
        Path source = folder.resolve(VERSION);
        Path target = folder.resolve(version);
        try {
            Files.createDirectories(target);
            String pom = Files.readString(source.resolve(NAME + "-" + VERSION + ".pom"));
            Files.writeString(
                    target.resolve(NAME + "-" + version + ".pom"),
                    versioned(versioned(pom, NAME, version), "jox-model", VERSION));
            copyJar(
                    source.resolve(NAME + "-" + VERSION + ".jar"),
                    target.resolve(NAME + "-" + version + ".jar"),
                    version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return version;
    }

    /** The plugin's pom has its own version, and that of jox's other module, from its parent. */
    private static String versioned(String pom, String artifact, String version) {
        String id = "<artifactId>" + artifact + "</artifactId>";
        return pom.replace(id, id + "\n  <version>" + version + "</version>");
    }

    private static void copyJar(Path source, Path target, String version) throws IOException {
        try (ZipFile zip = new ZipFile(source.toFile());
                ZipOutputStream copy = new ZipOutputStream(Files.newOutputStream(target))) {
            for (ZipEntry entry :
                    zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = zip.getInputStream(entry).readAllBytes();
                copy.write(entry.getName().startsWith(DESCRIPTOR) ? renamed(content, version) : content);
                copy.closeEntry();
            }
        }
    }

    private static byte[] renamed(byte[] descriptor, String version) {
        String text = new String(descriptor, StandardCharsets.UTF_8);
        String coordinates = "<artifactId>" + NAME + "</artifactId>\n  <version>";
        return text.replace(coordinates + VERSION, coordinates + version)
                .replace("version=" + VERSION, "version=" + version)
                .getBytes(StandardCharsets.UTF_8);
    }
}
