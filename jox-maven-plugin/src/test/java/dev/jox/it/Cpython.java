package dev.jox.it;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;

/**
 * Makes the other kinds of distributions out of the Maven artifact of CPython: an installed one, and archives in the two
 * layouts of python-build-standalone.
 *
 * @param jar the artifact {@code org.bytedeco:cpython}
 * @param platform its classifier
 */
public record Cpython(Path jar, String platform) {
    private static final String LINUX = "linux-x86_64";
    private static final int EXECUTABLE = 0755;
    private static final int ORDINARY = 0644;

    /** One for Linux. */
    Cpython(Path jar) {
        this(jar, LINUX);
    }

    public static Cpython of(File localRepository, String version) {
        return of(localRepository, version, LINUX);
    }

    public static Cpython forWindows(File localRepository, String version) {
        return of(localRepository, version, "windows-x86_64");
    }

    private static Cpython of(File localRepository, String version, String platform) {
        return new Cpython(
                localRepository
                        .toPath()
                        .resolve("org/bytedeco/cpython")
                        .resolve(version)
                        .resolve("cpython-" + version + "-" + platform + ".jar"),
                platform);
    }

    /** Unpacks it as if it had been installed there. */
    public Path install(Path folder) throws IOException {
        return unpack("", folder);
    }

    /** Unpacks the C headers of one for Windows, and gives their folder. */
    public Path headers(Path folder) throws IOException {
        return unpack("include/", folder).resolve("include");
    }

    private Path unpack(String below, Path folder) throws IOException {
        String root = "org/bytedeco/cpython/" + platform + "/";
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream()
                    .filter(entry -> entry.getName().startsWith(root + below) && !entry.isDirectory())
                    .toList()) {
                Path file = folder.resolve(entry.getName().substring(root.length()));
                Files.createDirectories(file.resolve(".."));
                try (InputStream content = zip.getInputStream(entry)) {
                    Files.copy(content, file);
                }
                if (file.startsWith(folder.resolve("bin")) && !file.toFile().setExecutable(true)) {
                    throw new IOException("cannot make executable: " + file);
                }
            }
        }
        return folder;
    }

    /** Writes a {@code .tar.gz} in the layout {@code install_only}, and gives its SHA-256. */
    public String installOnly(Path archive) throws IOException {
        try (Scratch scratch = new Scratch();
                OutputStream file = create(archive);
                var tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(file))) {
            add(tar, install(scratch.folder("python")), "python/");
        }
        return sha256(archive);
    }

    /** Writes a {@code .tar.zst} in the layout {@code full}, with PYTHON.json, and gives its SHA-256. */
    public String full(Path archive) throws IOException {
        try (Scratch scratch = new Scratch();
                OutputStream file = create(archive);
                var tar = new TarArchiveOutputStream(new ZstdCompressorOutputStream(file))) {
            Path installed = install(scratch.folder("install"));
            String description = Program.of(python(installed))
                    .run("-I", scratch.tool("describe.py"), installed)
                    .exits(0)
                    .out();
            add(tar, installed, "python/install/");
            put(tar, "python/PYTHON.json", description.getBytes(StandardCharsets.UTF_8), ORDINARY);
        }
        return sha256(archive);
    }

    private static Path python(Path installed) throws IOException {
        try (var programs = Files.list(installed.resolve("bin"))) {
            return programs.filter(file -> file.getFileName().toString().matches("python3\\.\\d+"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no interpreter in " + installed));
        }
    }

    private static void add(TarArchiveOutputStream tar, Path folder, String place) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = place + folder.relativize(file).toString();
            put(tar, name, Files.readAllBytes(file), Files.isExecutable(file) ? EXECUTABLE : ORDINARY);
        }
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] content, int mode) throws IOException {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        entry.setMode(mode);
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static OutputStream create(Path archive) throws IOException {
        Files.createDirectories(archive.resolveSibling(""));
        return new BufferedOutputStream(Files.newOutputStream(archive));
    }

    static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
