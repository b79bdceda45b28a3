package dev.jox.model.binary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The global symbols of a static program in the form in which its {@code dlsym()} finds them ({@code native/linked/place.h}):
 * {@code struct jox_symbol[]} in the order of the bytes of their names, then the names.
 *
 * @param bytes little-endian
 * @param count how many symbols there are
 */
record SymbolIndex(ByteBuffer bytes, int count) {
    private static final int ENTRY = 16;
    private static final int DEFAULT_VISIBILITY = 0;
    private static final int HIDDEN_VISIBILITY = 2;
    /** What the names of the runtime's symbols and of packages' namespaced ones begin with. */
    private static final String OWN = "jox_";

    private static final int RESERVED_SECTIONS = 0xff00;

    static SymbolIndex none() {
        return new SymbolIndex(ByteBuffer.allocate(0), 0);
    }

    /**
     * Reads the symbol table.
     *
     * @param origin the address that values are relative to
     * @param place the address that the index will be at
     */
    static SymbolIndex of(ElfFile elf, long origin, long place) throws IOException {
        SortedMap<String, Long> symbols = read(elf);
        ByteBuffer table = ByteBuffer.allocate(symbols.size() * ENTRY).order(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        for (Map.Entry<String, Long> symbol : symbols.entrySet()) {
            table.putLong(symbol.getValue() - origin);
            table.putLong(place + table.capacity() + names.size() - origin);
            names.writeBytes((symbol.getKey() + "\0").getBytes(StandardCharsets.ISO_8859_1));
        }
        ByteBuffer bytes = ByteBuffer.allocate(table.capacity() + names.size()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(table.flip()).put(names.toByteArray());
        return new SymbolIndex(bytes.flip(), symbols.size());
    }

    /** Names as Latin-1, whose order is that of their bytes. */
    private static SortedMap<String, Long> read(ElfFile elf) throws IOException {
        SortedMap<String, Long> symbols = new TreeMap<>(Comparator.naturalOrder());
        for (ElfSection section : elf.sections()) {
            if (section.type() != ElfSection.SYMTAB) {
                continue;
            }
            ElfSection strings = elf.sections().get(section.link());
            ByteBuffer names = elf.bytes().read(strings.offset(), strings.size());
            ByteBuffer table = elf.bytes().read(section.offset(), section.size());
            for (int at = 0; at + ElfSymbol.SIZE <= table.limit(); at += ElfSymbol.SIZE) {
                int info = table.get(at + 4);
                int index = Short.toUnsignedInt(table.getShort(at + 6));
                // thread-local variables and indirect functions have no address to give
                if ((info & 0xf) <= ElfSymbol.FUNCTION && index != 0 && index < RESERVED_SECTIONS) {
                    String name = elf.text(names, table.getInt(at));
                    if (isProgramWide((info >> 4) & 0xf, table.get(at + 5) & 3, name)) {
                        symbols.put(
                                new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
                                table.getLong(at + 8));
                    }
                }
            }
        }
        return symbols;
    }

    /** Linkers make hidden symbols local, and zig hides what it has of libc; what is hidden of jox's stays so. */
    private static boolean isProgramWide(int binding, int visibility, String name) {
        if (binding == ElfSymbol.GLOBAL || binding == ElfSymbol.WEAK) {
            return visibility == DEFAULT_VISIBILITY;
        }
        return visibility == HIDDEN_VISIBILITY && !name.startsWith(OWN);
    }
}
