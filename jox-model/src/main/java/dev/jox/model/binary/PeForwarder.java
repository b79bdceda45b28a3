package dev.jox.model.binary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a DLL that has nothing but names: each is forwarded to another DLL's export of the same name ("Export Address Table",
 * forwarder RVA). Source: Microsoft, "PE Format".
 */
public final class PeForwarder {
    private static final int ALIGNMENT = 0x1000;
    private static final int FILE_ALIGNMENT = 0x200;
    private static final int EXPORT_HEADER = 40;

    private PeForwarder() {}

    /**
     * Forwards all that a DLL exports by name.
     *
     * @param target the DLL, which will be loaded by its file's name
     * @param forwarder the file to write; its name becomes its own name
     */
    public static void write(Path target, Path forwarder) throws IOException {
        Files.write(
                forwarder,
                forwarder(
                        target.getFileName().toString().replaceFirst("(?i)\\.dll$", ""),
                        forwarder.getFileName().toString(),
                        PeExports.of(target).keySet().toArray(String[]::new)));
    }

    /** The DLL's bytes. */
    static byte[] forwarder(String target, String ownName, String... names) {
        return image(exports(List.of(names), target, ownName));
    }

    /** The section with the table of exports; its addresses count on its being the first section. */
    private static byte[] exports(List<String> names, String target, String ownName) {
        int addresses = EXPORT_HEADER;
        int pointers = addresses + 4 * names.size();
        int ordinals = pointers + 4 * names.size();
        int texts = ordinals + 2 * names.size();
        ByteArrayOutputStream strings = new ByteArrayOutputStream();
        ByteBuffer table = ByteBuffer.allocate(texts).order(ByteOrder.LITTLE_ENDIAN);
        table.putInt(12, ALIGNMENT + texts + add(strings, ownName));
        table.putInt(16, 1); // the first ordinal
        table.putInt(20, names.size());
        table.putInt(24, names.size());
        table.putInt(28, ALIGNMENT + addresses);
        table.putInt(32, ALIGNMENT + pointers);
        table.putInt(36, ALIGNMENT + ordinals);
        for (int i = 0; i < names.size(); i++) {
            table.putInt(addresses + 4 * i, ALIGNMENT + texts + add(strings, target + "." + names.get(i)));
            table.putInt(pointers + 4 * i, ALIGNMENT + texts + add(strings, names.get(i)));
            table.putShort(ordinals + 2 * i, (short) i);
        }
        ByteBuffer all = ByteBuffer.allocate(texts + strings.size());
        return all.put(table.array()).put(strings.toByteArray()).array();
    }

    private static int add(ByteArrayOutputStream strings, String text) {
        int at = strings.size();
        strings.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        strings.write(0);
        return at;
    }

    private static byte[] image(byte[] section) {
        int size = PeHeaders.align(section.length, FILE_ALIGNMENT);
        ByteBuffer file = ByteBuffer.allocate(FILE_ALIGNMENT + size).order(ByteOrder.LITTLE_ENDIAN);
        PeHeaders.writeDll(file, section.length, size);
        file.put(FILE_ALIGNMENT, section);
        return file.array();
    }
}
