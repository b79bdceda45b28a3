package dev.jox.model.pack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The texts of a pack, each held once. */
final class StringTable {
    private record Text(int offset, int length) {}

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, Text> known = new HashMap<>();

    /** Writes the reference of a text, which is added to the table if it is new. */
    void put(ByteBuffer out, String text) {
        Text reference = known.computeIfAbsent(text, this::add);
        out.putInt(reference.offset).putInt(reference.length);
    }

    private Text add(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        Text reference = new Text(bytes.size(), utf8.length);
        bytes.writeBytes(utf8);
        bytes.write(0);
        return reference;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
