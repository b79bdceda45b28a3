package dev.jox.maven;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.ArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.jspecify.annotations.Nullable;

/** Archives whose bytes depend on names, contents and the project's output timestamp alone. They appear whole or not at all. */
final class ReproducibleArchive {
    /** The earliest time that a zip entry can have. */
    private static final Instant DEFAULT_TIME = Instant.parse("1980-02-01T00:00:00Z");

    private ReproducibleArchive() {}

    /** Zips the files below {@code folder} that are no bytecode, under their relative names. */
    static void zip(Path folder, Path archive, @Nullable String outputTimestamp) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                String name = folder.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
                if (!name.contains("__pycache__/") && !name.endsWith(".pyc")) {
                    files.put(name, file);
                }
            }
        }
        Instant time = time(outputTimestamp);
        publish(archive, out -> {
            ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out);
            for (var file : files.entrySet()) {
                ZipArchiveEntry entry = new ZipArchiveEntry(file.getKey());
                entry.setTime(time.toEpochMilli());
                put(zip, entry, file.getValue());
            }
            return zip;
        });
    }

    /**
     * Packs files into a gzip-compressed tar archive, their executable bits kept.
     *
     * @param folder what names are relative to
     * @param files below {@code folder}
     */
    static void tarGz(Path folder, List<Path> files, Path archive, @Nullable String outputTimestamp)
            throws IOException {
        Instant time = time(outputTimestamp);
        publish(archive, out -> {
            GzipParameters parameters = new GzipParameters();
            parameters.setModificationTime(0);
            TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(out, parameters));
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (Path file : files.stream().sorted().toList()) {
                String name = folder.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(Files.size(file));
                entry.setMode(Files.isExecutable(file) ? 0100755 : 0100644);
                entry.setModTime(time.toEpochMilli());
                put(tar, entry, file);
            }
            return tar;
        });
    }

    private static <E extends org.apache.commons.compress.archivers.ArchiveEntry> void put(
            ArchiveOutputStream<E> archive, E entry, Path file) throws IOException {
        archive.putArchiveEntry(entry);
        Files.copy(file, archive);
        archive.closeArchiveEntry();
    }

    private interface Filler {
        ArchiveOutputStream<?> fill(OutputStream out) throws IOException;
    }

    private static void publish(Path archive, Filler filler) throws IOException {
        Files.createDirectories(archive.toAbsolutePath().getParent());
        // not a "temporary file" of Java's, which only its owner may read
        Path temporary = archive.resolveSibling(archive.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(temporary);
                    ArchiveOutputStream<?> filled = filler.fill(out)) {
                filled.finish();
            }
            Files.move(temporary, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** {@code project.build.outputTimestamp}: an ISO 8601 time or seconds since the epoch; anything shorter switches it off, as in Maven. */
    private static Instant time(@Nullable String outputTimestamp) {
        if (outputTimestamp == null || outputTimestamp.length() < 2) {
            return DEFAULT_TIME;
        }
        if (outputTimestamp.chars().allMatch(Character::isDigit)) {
            return Instant.ofEpochSecond(Long.parseLong(outputTimestamp));
        }
        try {
            return OffsetDateTime.parse(outputTimestamp).toInstant();
        } catch (DateTimeException e) {
            return DEFAULT_TIME;
        }
    }
}
