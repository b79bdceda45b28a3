package dev.jox.fetch;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** The kinds of archives that {@link Unpacker} reads, told apart by their first bytes. */
enum ArchiveFormat {
    ZIP,
    TAR,
    TAR_GZ,
    TAR_XZ,
    TAR_ZST,
    UNKNOWN;

    /** python-build-standalone compresses with windows of 128 MiB, 2 to the power of this. */
    private static final int ZSTD_WINDOW_LOG = 27;

    private static final int BUFFER = 1 << 17;
    private static final int USTAR_OFFSET = 257;

    static ArchiveFormat of(Path archive) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(archive)) {
            head = in.readNBytes(USTAR_OFFSET + 5);
        }
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            return ZIP;
        } else if (startsWith(head, 0x1f, 0x8b)) {
            return TAR_GZ;
        } else if (startsWith(head, 0xfd, '7', 'z', 'X', 'Z', 0)) {
            return TAR_XZ;
        } else if (startsWith(head, 0x28, 0xb5, 0x2f, 0xfd)) {
            return TAR_ZST;
        } else if (head.length == USTAR_OFFSET + 5
                && new String(head, USTAR_OFFSET, 5, StandardCharsets.US_ASCII).equals("ustar")) {
            return TAR;
        }
        return UNKNOWN;
    }

    /** The uncompressed bytes of a tar archive. */
    static InputStream open(Path archive) throws IOException {
        ArchiveFormat format = of(archive);
        InputStream file = new BufferedInputStream(Files.newInputStream(archive), BUFFER);
        try {
            return new BufferedInputStream(format.decompress(file), BUFFER);
        } catch (IOException e) {
            file.close();
            throw BadArchiveException.damaged(e);
        }
    }

    private InputStream decompress(InputStream file) throws IOException {
        return switch (this) {
            case TAR_GZ ->
                GzipCompressorInputStream.builder()
                        .setInputStream(file)
                        .setDecompressConcatenated(true)
                        .get();
            case TAR_XZ -> new XZInputStream(file);
            case TAR_ZST -> new ZstdInputStream(file).setLongMax(ZSTD_WINDOW_LOG);
            case TAR, ZIP, UNKNOWN -> file;
        };
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        byte[] expected = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            expected[i] = (byte) bytes[i];
        }
        return head.length >= expected.length && Arrays.equals(head, 0, expected.length, expected, 0, expected.length);
    }
}
