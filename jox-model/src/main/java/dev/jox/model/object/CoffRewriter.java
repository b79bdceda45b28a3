package dev.jox.model.object;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes a COFF object with other names. The symbol table, and the string table that must follow it, move to the end of the
 * file when they are not there; names of up to eight bytes stand in the records, others are appended to the string table.
 * Relocations, COMDAT selections and weak externals refer to symbols and sections by number and need no change.
 */
final class CoffRewriter {
    private static final String DIRECTIVES = ".drectve";

    private final CoffObject object;
    private final CoffLayout layout;
    private final byte[] head;
    private final byte[] records;
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
    private final Map<String, Integer> added = new HashMap<>();

    CoffRewriter(CoffObject object) {
        this.object = object;
        this.layout = object.layout();
        byte[] file = object.bytes();
        int from = (int) layout.symbolTable();
        int to = (int) layout.stringTable();
        int end = to + (int) object.strings().size();
        long headers = layout.sectionTable() + layout.sectionCount() * CoffSection.HEADER_SIZE;
        this.head = from >= headers && end == file.length ? Arrays.copyOf(file, from) : file.clone();
        this.records = from > 0 ? Arrays.copyOfRange(file, from, to) : new byte[0];
        if (object.strings().size() >= 4) {
            strings.write(file, to, end - to);
        } else {
            strings.writeBytes(new byte[4]);
        }
    }

    byte[] write(Renaming names) throws ObjectFormatException {
        if (layout.symbolTable() == 0) {
            return head;
        }
        for (Symbol symbol : object.symbols()) {
            String name = names.symbols().get(symbol.name());
            if (name != null && (symbol.global() || isLeader(symbol))) {
                rename(records, symbol.index() * layout.symbolSize(), name);
            }
        }
        ByteArrayOutputStream directives = new ByteArrayOutputStream();
        for (CoffSection section : object.headers()) {
            String name = names.sections().get(section.name());
            if (name != null) {
                renameSection(section, name);
            }
            if (section.name().equals(DIRECTIVES) && section.stored()) {
                directives(section, names, directives);
            }
        }
        // lld finds the unwind tables of .text$function by the names of these.
        for (Map.Entry<Integer, Integer> symbol : object.sectionSymbols().entrySet()) {
            CoffSection section = object.headers().get(symbol.getValue() - 1);
            String name = names.sections().get(section.name());
            int record = symbol.getKey() * layout.symbolSize();
            if (name != null && isNamed(layout.symbolTable() + record, section.name())) {
                rename(records, record, name);
            }
        }
        return assemble(directives.toByteArray());
    }

    /** Whether a symbol has its section's name: GNU's assembler writes only the part before the dollar. */
    private boolean isNamed(long record, String section) throws ObjectFormatException {
        return object.strings().symbolName(record).equals(section);
    }

    private boolean isLeader(Symbol symbol) {
        return object.groups().stream().anyMatch(group -> group.symbol() == symbol.index());
    }

    private void rename(byte[] data, int at, String name) throws ObjectFormatException {
        byte[] text = name.getBytes(StandardCharsets.ISO_8859_1);
        if (text.length <= 8) {
            System.arraycopy(Arrays.copyOf(text, 8), 0, data, at, 8);
        } else {
            LittleEndian.putInt(data, at, 0);
            LittleEndian.putInt(data, at + 4, place(name));
        }
    }

    private void renameSection(CoffSection section, String name) throws ObjectFormatException {
        byte[] text = name.getBytes(StandardCharsets.ISO_8859_1);
        byte[] field =
                text.length <= 8 ? text : CoffStrings.sectionField(place(name)).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(Arrays.copyOf(field, 8), 0, head, section.header(), 8);
    }

    private int place(String name) throws ObjectFormatException {
        Integer known = added.get(name);
        if (known != null) {
            return known;
        }
        int at = strings.size();
        if (at > Integer.MAX_VALUE - 64 - name.length()) {
            throw new ObjectFormatException(object.name() + ": the names need more than 2 GB");
        }
        strings.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
        strings.write(0);
        added.put(name, at);
        return at;
    }

    private void directives(CoffSection section, Renaming names, ByteArrayOutputStream out) {
        int from = (int) section.offset();
        String old = new String(object.bytes(), from, (int) section.size(), StandardCharsets.ISO_8859_1);
        byte[] text = CoffDirectives.renamed(old, names.symbols()).getBytes(StandardCharsets.ISO_8859_1);
        LittleEndian.putInt(head, section.header() + CoffSection.OFFSET_FIELD, head.length + out.size());
        LittleEndian.putInt(head, section.header() + CoffSection.SIZE_FIELD, text.length);
        out.writeBytes(text);
    }

    private byte[] assemble(byte[] directives) {
        byte[] table = strings.toByteArray();
        LittleEndian.putInt(table, 0, table.length);
        int symbols = head.length + directives.length;
        byte[] result = Arrays.copyOf(head, symbols + records.length + table.length);
        System.arraycopy(directives, 0, result, head.length, directives.length);
        System.arraycopy(records, 0, result, symbols, records.length);
        System.arraycopy(table, 0, result, symbols + records.length, table.length);
        LittleEndian.putInt(result, layout.symbolTableField(), symbols);
        return result;
    }
}
