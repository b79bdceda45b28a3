package dev.jox.model.windows;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The one form that all parts of version information have: lengths, a key, a value and further blocks, each beginning at a multiple of
 * four bytes. Source: Microsoft, "VS_VERSIONINFO".
 */
final class VersionBlock {
    private static final int HEADER = 6;
    private static final short BYTES = 0;
    private static final short TEXT = 1;

    private VersionBlock() {}

    /** Zeros, to be filled in the order of Windows' bytes. */
    static ByteBuffer bytes(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** One with a text. */
    static byte[] ofText(String key, String text) {
        byte[] value = ended(text);
        return block(key, TEXT, value.length / 2, value);
    }

    /** One with a value of bytes, all of the buffer's, and blocks after it. */
    static byte[] ofBytes(String key, ByteBuffer value, byte[]... blocks) {
        return block(key, BYTES, value.capacity(), value.array(), blocks);
    }

    /** One that has no value but other blocks. */
    static byte[] ofBlocks(String key, byte[]... blocks) {
        return block(key, TEXT, 0, new byte[0], blocks);
    }

    private static byte[] block(String key, short type, int valueLength, byte[] value, byte[]... blocks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[HEADER]);
        out.writeBytes(ended(key));
        align(out);
        out.writeBytes(value);
        for (byte[] block : blocks) {
            align(out);
            out.writeBytes(block);
        }
        byte[] all = out.toByteArray();
        ByteBuffer.wrap(all)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) all.length)
                .putShort((short) valueLength)
                .putShort(type);
        return all;
    }

    private static byte[] ended(String text) {
        return (text + '\0').getBytes(StandardCharsets.UTF_16LE);
    }

    private static void align(ByteArrayOutputStream out) {
        while (out.size() % 4 != 0) {
            out.write(0);
        }
    }
}
