package dev.jox.model.object;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes an {@code ar} archive as GNU's does, with a symbol table and a table of long names, times and owners zero. (Its layout:
 * System V ABI chapter 7 "Archive File"; long names: binutils' documentation of {@code ar}.)
 */
public final class ArchiveWriter {
    private static final String MAGIC = "!<arch>\n";
    private static final int HEADER_SIZE = 60;
    /** Names of up to 15 bytes stand in the header, with a slash after them. */
    private static final int SHORT_NAME = 15;

    private final List<String> names = new ArrayList<>();
    private final List<byte[]> contents = new ArrayList<>();
    private final List<List<String>> symbols = new ArrayList<>();

    /** Adds an object file under a name without slashes. */
    public ArchiveWriter add(String member, byte[] object) throws ObjectFormatException {
        names.add(member);
        contents.add(object);
        List<String> supplied = List.of();
        if (LinkFiles.read(member, object) instanceof ObjectFile file) {
            supplied = file.symbols().stream()
                    .filter(Symbol::supplies)
                    .map(Symbol::name)
                    .toList();
        }
        symbols.add(supplied);
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream longNames = new ByteArrayOutputStream();
        List<String> fields = new ArrayList<>();
        for (String name : names) {
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            if (text.length <= SHORT_NAME) {
                fields.add(name + "/");
            } else {
                fields.add("/" + longNames.size());
                longNames.writeBytes(text);
                longNames.writeBytes(new byte[] {'/', '\n'});
            }
        }
        int tableSize = 4;
        for (List<String> supplied : symbols) {
            for (String symbol : supplied) {
                tableSize += 4 + symbol.length() + 1;
            }
        }
        long first = MAGIC.length() + HEADER_SIZE + even(tableSize);
        if (longNames.size() > 0) {
            first += HEADER_SIZE + even(longNames.size());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(MAGIC.getBytes(StandardCharsets.US_ASCII));
        member(out, "/", symbolTable(tableSize, first));
        if (longNames.size() > 0) {
            member(out, "//", longNames.toByteArray());
        }
        for (int i = 0; i < fields.size(); i++) {
            member(out, fields.get(i), contents.get(i));
        }
        return out.toByteArray();
    }

    /** The count, the member's offset for each symbol, both big-endian, and the symbols' names. */
    private byte[] symbolTable(int size, long firstMember) {
        ByteBuffer offsets = ByteBuffer.allocate(size);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int count = 0;
        long at = firstMember;
        offsets.position(4);
        for (int i = 0; i < symbols.size(); i++) {
            for (String symbol : symbols.get(i)) {
                offsets.putInt((int) at);
                text.writeBytes(symbol.getBytes(StandardCharsets.ISO_8859_1));
                text.write(0);
                count++;
            }
            at += HEADER_SIZE + even(contents.get(i).length);
        }
        return offsets.put(text.toByteArray()).putInt(0, count).array();
    }

    private static void member(ByteArrayOutputStream out, String name, byte[] content) {
        byte[] field = name.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(field);
        out.writeBytes(" ".repeat(16 - field.length).getBytes(StandardCharsets.US_ASCII));
        String header = String.format("%-12d%-6d%-6d%-8s%-10d`\n", 0, 0, 0, "644", content.length);
        out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(content);
        if (content.length % 2 != 0) {
            out.write('\n');
        }
    }

    private static long even(long size) {
        return size + size % 2;
    }
}
