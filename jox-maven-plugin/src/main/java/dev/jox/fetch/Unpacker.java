package dev.jox.fetch;

import dev.jox.model.JoxException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks zip archives and tar archives, plain or compressed by gzip, xz or zstd. What an archive is, its first bytes say. Only files,
 * folders and links come out, and only below the target: an archive with anything else is refused.
 */
public final class Unpacker {
    /** POSIX has a tar archive end with two blocks of zeros. */
    private static final int END_OF_TAR = 1024;

    private static final int REGULAR_FILE = 0100000;

    private Unpacker() {}

    /**
     * Unpacks everything.
     *
     * @param archive the file
     * @param name what messages call it, such as a URL with the pom parameter that holds it
     * @param target an empty folder
     * @throws JoxException when the archive is damaged, of an unknown kind, or has an entry that would leave the target
     * @throws IOException when the target cannot be written
     */
    public static void unpack(Path archive, String name, Path target) throws IOException {
        UnpackedTree tree = new UnpackedTree(target);
        try {
            switch (ArchiveFormat.of(archive)) {
                case ZIP -> unzip(archive, tree);
                case TAR, TAR_GZ, TAR_XZ, TAR_ZST -> untar(archive, tree);
                case UNKNOWN ->
                    throw new BadArchiveException(
                            "it is neither a zip nor a tar archive (plain or compressed by gzip, xz or zstd)");
            }
            tree.finish();
        } catch (BadArchiveException e) {
            throw JoxException.user(
                    "cannot unpack " + name + ": " + e.getMessage(),
                    "take another archive; if this one comes from a source you trust, it may have been damaged on its way",
                    e);
        }
    }

    private static void untar(Path archive, UnpackedTree tree) throws IOException {
        try (TrailingZeros bytes = new TrailingZeros(ArchiveFormat.open(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(bytes, StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
                if (entry.isFIFO() || entry.isCharacterDevice() || entry.isBlockDevice()) {
                    throw special(entry.getName());
                } else if (entry.isDirectory()) {
                    tree.folder(entry.getName());
                } else if (entry.isSymbolicLink()) {
                    tree.link(entry.getName(), entry.getLinkName());
                } else if (entry.isLink()) {
                    tree.sameAs(entry.getName(), entry.getLinkName());
                } else if (entry.isFile()) {
                    tree.file(entry.getName(), new DamageReporting(tar), (entry.getMode() & 0111) != 0);
                } else {
                    throw special(entry.getName());
                }
            }
            // the compressed stream goes on behind the last entry: its checksum is at the end
            new DamageReporting(bytes).transferTo(OutputStream.nullOutputStream());
            if (bytes.count() < END_OF_TAR) {
                throw new BadArchiveException("it is truncated: the mark at its end is missing");
            }
        }
    }

    private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar) throws BadArchiveException {
        try {
            return tar.getNextEntry();
        } catch (IOException | IllegalArgumentException e) {
            throw BadArchiveException.damaged(e);
        }
    }

    private static void unzip(Path archive, UnpackedTree tree) throws IOException {
        try (ZipFile zip = openZip(archive)) {
            for (Enumeration<ZipArchiveEntry> entries = zip.getEntriesInPhysicalOrder(); entries.hasMoreElements(); ) {
                ZipArchiveEntry entry = entries.nextElement();
                if (entry.isDirectory()) {
                    tree.folder(entry.getName());
                } else if (!zip.canReadEntryData(entry)) {
                    throw new BadArchiveException(
                            "'" + entry.getName() + "' is encrypted or compressed in an unknown way");
                } else if (entry.isUnixSymlink()) {
                    tree.link(entry.getName(), new String(read(zip, entry), StandardCharsets.UTF_8));
                } else if (type(entry) != 0 && type(entry) != REGULAR_FILE) {
                    throw special(entry.getName());
                } else {
                    try (CheckedInputStream content = open(zip, entry)) {
                        if (entry.getUnixMode() == 0) {
                            tree.fileOfUnknownMode(entry.getName(), new DamageReporting(content));
                        } else {
                            tree.file(entry.getName(), new DamageReporting(content), (entry.getUnixMode() & 0111) != 0);
                        }
                        check(entry, content);
                    }
                }
            }
        }
    }

    /** The file type bits of its mode; 0 where there are none. */
    private static int type(ZipArchiveEntry entry) {
        return entry.getUnixMode() & 0170000;
    }

    private static BadArchiveException special(String name) {
        return new BadArchiveException("'" + name + "' is no file, folder or link");
    }

    private static ZipFile openZip(Path archive) throws BadArchiveException {
        try {
            return ZipFile.builder().setPath(archive).get();
        } catch (IOException | IllegalArgumentException e) {
            throw BadArchiveException.damaged(e);
        }
    }

    private static CheckedInputStream open(ZipFile zip, ZipArchiveEntry entry) throws BadArchiveException {
        try {
            return new CheckedInputStream(zip.getInputStream(entry), new CRC32());
        } catch (IOException e) {
            throw BadArchiveException.damaged(e);
        }
    }

    private static byte[] read(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        try (CheckedInputStream content = open(zip, entry)) {
            byte[] bytes = new DamageReporting(content).readAllBytes();
            check(entry, content);
            return bytes;
        }
    }

    private static void check(ZipArchiveEntry entry, CheckedInputStream content) throws BadArchiveException {
        if (entry.getCrc() != content.getChecksum().getValue()) {
            throw new BadArchiveException("it is damaged: the checksum of '" + entry.getName() + "' is wrong");
        }
    }
}
