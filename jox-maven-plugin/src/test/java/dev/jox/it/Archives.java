package dev.jox.it;

import dev.jox.model.Sha256;
import dev.jox.model.wheel.WheelName;
import dev.jox.model.wheel.WheelRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Archives that cases are made of: those that nobody should unpack, each a {@code .tar.gz} of which its SHA-256 is given, and packages. */
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

    /** Packs a folder as a wheel, and writes its RECORD. The wheel's name says where its {@code .dist-info} is. */
    public static void wheel(Path content, Path wheel) throws IOException {
        Files.createDirectories(wheel.resolveSibling(""));
        WheelName name = WheelName.parse(wheel.getFileName().toString());
        String record = name.project() + "-" + name.version() + ".dist-info/RECORD";
        List<WheelRecord.Row> rows = new ArrayList<>();
        try (var zip = new ZipOutputStream(Files.newOutputStream(wheel));
                var walk = Files.walk(content)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                String path = content.relativize(file).toString();
                byte[] hash = HexFormat.of().parseHex(Sha256.ofFile(file).hex());
                rows.add(new WheelRecord.Row(
                        path,
                        Optional.of("sha256"),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
                        OptionalLong.of(Files.size(file))));
                zip.putNextEntry(new ZipEntry(path));
                Files.copy(file, zip);
            }
            rows.add(new WheelRecord.Row(record, Optional.empty(), "", OptionalLong.empty()));
            zip.putNextEntry(new ZipEntry(record));
            zip.write(new WheelRecord(rows).text().getBytes(StandardCharsets.UTF_8));
        }
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
