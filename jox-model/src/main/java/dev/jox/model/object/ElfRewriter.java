package dev.jox.model.object;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes an ELF object with other names. Names are never changed in place: strings share their tails, and some compilers
 * keep the names of sections and symbols in one table. New names are appended to a copy of the table at the end of the file,
 * and {@code st_name} and {@code sh_name} point to them; all that refers to symbols does so by index and needs no change.
 */
final class ElfRewriter {
    private final ElfObject object;
    private final byte[] head;
    private final Map<Integer, Strings> tables = new TreeMap<>();

    ElfRewriter(ElfObject object) {
        this.object = object;
        this.head = object.bytes().clone();
    }

    byte[] write(Renaming names) throws ObjectFormatException {
        if (object.symbolTable().isPresent()) {
            symbols(object.symbolTable().get(), names);
        }
        for (ElfSection section : object.headers()) {
            String name = names.sections().get(section.name());
            if (name != null && section.index() > 0) {
                int at = table(object.sectionNames()).add(name);
                LittleEndian.putInt(head, section.header() + ElfSection.NAME_FIELD, at);
            }
        }
        return appendTables();
    }

    private void symbols(ElfSection table, Renaming names) throws ObjectFormatException {
        Set<Integer> signatures = new HashSet<>();
        object.groups().forEach(group -> signatures.add(group.symbol()));
        for (Symbol symbol : object.symbols()) {
            String name = names.symbols().get(symbol.name());
            if (name == null || !(symbol.global() || signatures.contains(symbol.index()))) {
                continue;
            }
            Strings strings = table(object.headers().get((int) table.link()));
            int at = (int) table.offset() + symbol.index() * ElfReader.SYMBOL_SIZE;
            LittleEndian.putInt(head, at, strings.add(name));
            if (symbol.global() && names.hidden().contains(name)) {
                head[at + 5] = (byte) ((head[at + 5] & ~3) | ElfReader.STV_HIDDEN);
            }
        }
    }

    private Strings table(ElfSection section) {
        return tables.computeIfAbsent(section.index(), index -> {
            int from = (int) section.offset();
            return new Strings(object.name(), section, Arrays.copyOfRange(head, from, from + (int) section.size()));
        });
    }

    private byte[] appendTables() {
        int end = head.length;
        for (Strings strings : tables.values()) {
            LittleEndian.putLong(head, strings.header + ElfSection.OFFSET_FIELD, end);
            LittleEndian.putLong(head, strings.header + ElfSection.SIZE_FIELD, strings.out.size());
            end += strings.out.size();
        }
        byte[] result = Arrays.copyOf(head, end);
        int at = head.length;
        for (Strings strings : tables.values()) {
            System.arraycopy(strings.out.toByteArray(), 0, result, at, strings.out.size());
            at += strings.out.size();
        }
        return result;
    }

    /** A string table that grows; equal names are added once. */
    private static final class Strings {
        private final String file;
        private final int header;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final Map<String, Integer> added = new HashMap<>();

        Strings(String file, ElfSection section, byte[] old) {
            this.file = file;
            this.header = section.header();
            out.writeBytes(old);
            if (old.length == 0 || old[old.length - 1] != 0) {
                out.write(0);
            }
        }

        int add(String name) throws ObjectFormatException {
            Integer known = added.get(name);
            if (known != null) {
                return known;
            }
            int at = out.size();
            byte[] text = name.getBytes(StandardCharsets.ISO_8859_1);
            if (at > Integer.MAX_VALUE - 64 - text.length) {
                throw new ObjectFormatException(file + ": the names need more than 2 GB");
            }
            out.writeBytes(text);
            out.write(0);
            added.put(name, at);
            return at;
        }
    }
}
