package dev.jox.model.pack;

import dev.jox.model.Content;
import dev.jox.model.Sha256;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** The contents of a pack as they are stored, one after the other. Compressed ones wait in a file of their own until they are written. */
final class StoredContents implements Closeable {
    private final List<Stored> stored = new ArrayList<>();
    private final Path compressed;

    /**
     * Where a content's bytes are.
     *
     * @param size of the bytes that are stored
     * @param encoding of the format
     */
    private record Stored(Content content, long size, int encoding) {}

    private StoredContents(Path compressed) {
        this.compressed = compressed;
    }

    /**
     * Prepares contents.
     *
     * @param temporary a file that does not exist, and does not when this is closed
     * @throws IOException also when a content is not what it was when it was collected
     */
    static StoredContents of(List<Content> contents, Compression compression, Path temporary) throws IOException {
        StoredContents all = new StoredContents(temporary);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16)) {
            for (Content content : contents) {
                all.stored.add(
                        compression == Compression.DEFLATE
                                ? deflate(content, out)
                                : new Stored(content, content.size(), PackFormat.ENCODING_RAW));
            }
        } catch (IOException e) {
            all.close();
            throw e;
        }
        return all;
    }

    /** What does not become smaller is left as it is: it is used without being copied then. */
    private static Stored deflate(Content content, OutputStream out) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (OutputStream deflating = new DeflaterOutputStream(bytes, deflater)) {
                copy(content, deflating);
            }
            if (bytes.size() >= content.size()) {
                return new Stored(content, content.size(), PackFormat.ENCODING_RAW);
            }
            bytes.writeTo(out);
            return new Stored(content, bytes.size(), PackFormat.ENCODING_DEFLATED);
        } finally {
            deflater.end();
        }
    }

    /** Bytes of all contents with the gaps between them. */
    long size() {
        return stored.stream().mapToLong(each -> aligned(each.size())).sum();
    }

    /** @param start where the first content is */
    void fillTable(byte[] table, long start) {
        ByteBuffer out = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        long offset = start;
        for (Stored each : stored) {
            out.putLong(offset).putLong(each.size()).putLong(each.content().size());
            out.putInt(each.encoding()).putInt(0);
            offset += aligned(each.size());
        }
    }

    /**
     * Writes them.
     *
     * @throws IOException also when a file is not what it was when it was collected
     */
    void writeTo(OutputStream out) throws IOException {
        byte[] padding = new byte[PackFormat.BLOB_ALIGNMENT];
        try (InputStream in = Files.newInputStream(compressed)) {
            for (Stored each : stored) {
                if (each.encoding() == PackFormat.ENCODING_RAW) {
                    copy(each.content(), out);
                } else {
                    out.write(in.readNBytes(Math.toIntExact(each.size())));
                }
                out.write(padding, 0, Math.toIntExact(aligned(each.size()) - each.size()));
            }
        }
    }

    private static long aligned(long size) {
        return PackFormat.align(size, PackFormat.BLOB_ALIGNMENT);
    }

    private static void copy(Content content, OutputStream out) throws IOException {
        Sha256 digest;
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(content.path()), Sha256.newDigest())) {
            in.transferTo(out);
            digest = Sha256.of(in.getMessageDigest());
        }
        if (!digest.equals(content.sha256())) {
            throw new IOException(content.path() + " changed while the executable was built");
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(compressed);
    }
}
