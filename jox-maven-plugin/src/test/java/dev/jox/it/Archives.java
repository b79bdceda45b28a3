package dev.jox.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Archives that nobody should unpack. Each method writes a {@code .tar.gz} and gives its SHA-256. */
public final class Archives {
    private Archives() {}

    /** Ends in the middle of a file. */
    public static String truncated(Path archive) throws IOException {
        byte[] whole = tar(tar -> file(tar, "python/lib/python3.14/os.py", "x".repeat(4000)));
        Files.write(archive, Arrays.copyOf(whole, whole.length * 2 / 3));
        return Cpython.sha256(archive);
    }

    /** Has a file whose name leads out of the folder that it is unpacked into. */
    public static String escapingByName(Path archive) throws IOException {
        Files.write(archive, tar(tar -> file(tar, "python/../../evil", "evil")));
        return Cpython.sha256(archive);
    }

    /** Has a link that leads out of the folder, and a file behind it. */
    public static String escapingByLink(Path archive) throws IOException {
        Files.write(archive, tar(tar -> {
            TarArchiveEntry link = new TarArchiveEntry("python/lib", TarConstants.LF_SYMLINK);
            link.setLinkName("../..");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
            file(tar, "python/lib/evil", "evil");
        }));
        return Cpython.sha256(archive);
    }

    /** Packs a project's folder as its sdist: everything in one folder of the archive's name. */
    public static void sdist(Path project, Path archive) throws IOException {
        String root = archive.getFileName().toString().replace(".tar.gz", "/");
        Files.createDirectories(archive.resolveSibling(""));
        Files.write(archive, tar(tar -> {
            try (var walk = Files.walk(project)) {
                for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                    file(tar, root + project.relativize(file), Files.readString(file));
                }
            }
        }));
    }

    private interface Filling {
        void into(TarArchiveOutputStream tar) throws IOException;
    }

    private static byte[] tar(Filling filling) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            filling.into(tar);
        }
        return bytes.toByteArray();
    }

    private static void file(TarArchiveOutputStream tar, String name, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
