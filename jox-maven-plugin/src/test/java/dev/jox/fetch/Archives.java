package dev.jox.fetch;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Writes archives for tests, hostile ones too. */
public final class Archives {
    /** An entry: what kind, its name, and its bytes or where it links to. */
    public record Entry(byte type, String name, byte[] content, int mode) {}

    private final List<Entry> entries = new ArrayList<>();

    public Archives file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8), 0644);
    }

    public Archives file(String name, byte[] content, int mode) {
        entries.add(new Entry(TarConstants.LF_NORMAL, name, content, mode));
        return this;
    }

    public Archives folder(String name) {
        entries.add(new Entry(TarConstants.LF_DIR, name + "/", new byte[0], 0755));
        return this;
    }

    public Archives symlink(String name, String target) {
        entries.add(new Entry(TarConstants.LF_SYMLINK, name, target.getBytes(StandardCharsets.UTF_8), 0777));
        return this;
    }

    public Archives hardlink(String name, String target) {
        entries.add(new Entry(TarConstants.LF_LINK, name, target.getBytes(StandardCharsets.UTF_8), 0644));
        return this;
    }

    public Archives special(byte type, String name) {
        entries.add(new Entry(type, name, new byte[0], 0644));
        return this;
    }

    public Path tar(Path file) throws IOException {
        return tar(file, Files.newOutputStream(file));
    }

    public Path tarGz(Path file) throws IOException {
        return tar(file, new GZIPOutputStream(Files.newOutputStream(file)));
    }

    public Path tarXz(Path file) throws IOException {
        return tar(file, new XZOutputStream(Files.newOutputStream(file), new LZMA2Options(1)));
    }

    /** With a window of 128 MiB, as python-build-standalone has it. */
    public Path tarZst(Path file) throws IOException {
        return tar(
                file,
                new ZstdOutputStream(Files.newOutputStream(file)).setLong(27).setChecksum(true));
    }

    private Path tar(Path file, OutputStream out) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Entry entry : entries) {
                TarArchiveEntry header = new TarArchiveEntry(entry.name(), entry.type(), true);
                boolean link = entry.type() == TarConstants.LF_SYMLINK || entry.type() == TarConstants.LF_LINK;
                header.setMode(entry.mode());
                if (link) {
                    header.setLinkName(new String(entry.content(), StandardCharsets.UTF_8));
                } else {
                    header.setSize(entry.content().length);
                }
                tar.putArchiveEntry(header);
                if (!link) {
                    tar.write(entry.content());
                }
                tar.closeArchiveEntry();
            }
        }
        return file;
    }

    public Path zip(Path file) throws IOException {
        return zip(file, true);
    }

    /** @param modes whether entries have Unix modes; archives made on Windows or by Java have none */
    public Path zip(Path file, boolean modes) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            for (Entry entry : entries) {
                ZipArchiveEntry header = new ZipArchiveEntry(entry.name());
                if (entry.type() == TarConstants.LF_SYMLINK) {
                    header.setUnixMode(UnixStat.LINK_FLAG | 0777);
                } else if (entry.type() == TarConstants.LF_FIFO) {
                    header.setUnixMode(0010644);
                } else if (modes) {
                    header.setUnixMode(
                            (entry.name().endsWith("/") ? UnixStat.DIR_FLAG : UnixStat.FILE_FLAG) | entry.mode());
                }
                zip.putArchiveEntry(header);
                zip.write(entry.content());
                zip.closeArchiveEntry();
            }
        }
        return file;
    }
}
