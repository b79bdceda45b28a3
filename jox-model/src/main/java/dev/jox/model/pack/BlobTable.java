package dev.jox.model.pack;

import dev.jox.model.Content;
import dev.jox.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The contents of a pack, equal ones held once. */
final class BlobTable {
    private final List<Content> contents = new ArrayList<>();
    private final List<Long> offsets = new ArrayList<>();
    private final Map<Sha256, Integer> known = new HashMap<>();
    private long end;

    /** The index of the content, which is added if it is new. */
    int add(Content content) {
        return known.computeIfAbsent(content.sha256(), digest -> {
            contents.add(content);
            offsets.add(end);
            end = PackFormat.align(end + content.size(), PackFormat.BLOB_ALIGNMENT);
            return contents.size() - 1;
        });
    }

    /** Bytes of all contents with the gaps between them. */
    long size() {
        return end;
    }

    /** The table's bytes, to be {@linkplain #fillTable filled} when it is known where the contents start. */
    byte[] newTable() {
        return new byte[contents.size() * PackFormat.BLOB_BYTES];
    }

    void fillTable(byte[] table, long start) {
        ByteBuffer out = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < contents.size(); i++) {
            long size = contents.get(i).size();
            out.putLong(start + offsets.get(i)).putLong(size).putLong(size);
            out.putInt(PackFormat.ENCODING_RAW).putInt(0);
        }
    }

    /**
     * Writes the contents one after the other.
     *
     * @throws IOException also when a file is not what it was when it was collected
     */
    void writeContents(OutputStream out) throws IOException {
        byte[] padding = new byte[PackFormat.BLOB_ALIGNMENT];
        for (Content content : contents) {
            long written;
            Sha256 digest;
            try (DigestInputStream in = digesting(content)) {
                written = in.transferTo(out);
                digest = Sha256.of(in.getMessageDigest());
            }
            if (!digest.equals(content.sha256())) {
                throw new IOException(content.path() + " changed while the executable was built");
            }
            long gap = PackFormat.align(written, PackFormat.BLOB_ALIGNMENT) - written;
            out.write(padding, 0, Math.toIntExact(gap));
        }
    }

    private static DigestInputStream digesting(Content content) throws IOException {
        InputStream in = Files.newInputStream(content.path());
        return new DigestInputStream(in, Sha256.newDigest());
    }
}
