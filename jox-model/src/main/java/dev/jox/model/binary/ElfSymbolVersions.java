package dev.jox.model.binary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which version of a symbol each entry of a dynamic symbol table is or needs (Linux Standard Base core, "Symbol Versioning":
 * the table of Elf64_Half beside the symbols, Elf64_Verdef, Elf64_Verneed).
 */
final class ElfSymbolVersions {
    private static final int RECORD_SIZE = 20;
    private static final int NEED_SIZE = 16;
    private static final int HIDDEN = 0x8000;
    /** Numbers 0 and 1 stand for local and global symbols without a version. */
    private static final int FIRST = 2;

    private final ElfFile elf;
    private final long table;
    private final Map<Integer, String> names = new HashMap<>();

    private ElfSymbolVersions(ElfFile elf, long table) {
        this.elf = elf;
        this.table = table;
    }

    static ElfSymbolVersions of(ElfFile elf, ElfDynamic dynamic) throws IOException {
        ElfSymbolVersions versions =
                new ElfSymbolVersions(elf, dynamic.value(ElfDynamic.VERSIONS).orElse(0));
        if (versions.table != 0) {
            versions.readDefined(dynamic);
            versions.readNeeded(dynamic);
        }
        return versions;
    }

    private void readDefined(ElfDynamic dynamic) throws IOException {
        long address = dynamic.value(ElfDynamic.VERSIONS_DEFINED).orElse(0);
        while (address != 0) {
            ByteBuffer record = elf.memory(address, RECORD_SIZE);
            ByteBuffer aux = elf.memory(address + Integer.toUnsignedLong(record.getInt(12)), Long.BYTES);
            names.put(Short.toUnsignedInt(record.getShort(4)), dynamic.text(Integer.toUnsignedLong(aux.getInt(0))));
            long next = Integer.toUnsignedLong(record.getInt(16));
            address = next == 0 ? 0 : address + next;
        }
    }

    private void readNeeded(ElfDynamic dynamic) throws IOException {
        long address = dynamic.value(ElfDynamic.VERSIONS_NEEDED).orElse(0);
        while (address != 0) {
            ByteBuffer record = elf.memory(address, NEED_SIZE);
            int count = Short.toUnsignedInt(record.getShort(2));
            long version = address + Integer.toUnsignedLong(record.getInt(8));
            for (int i = 0; i < count; i++) {
                ByteBuffer aux = elf.memory(version, NEED_SIZE);
                names.put(Short.toUnsignedInt(aux.getShort(6)), dynamic.text(Integer.toUnsignedLong(aux.getInt(8))));
                version += Integer.toUnsignedLong(aux.getInt(12));
            }
            long next = Integer.toUnsignedLong(record.getInt(12));
            address = next == 0 ? 0 : address + next;
        }
    }

    /** The version of the symbol at that index of the table; empty for one without. */
    Optional<String> of(int symbol) throws IOException {
        int number = number(symbol) & ~HIDDEN;
        return number < FIRST ? Optional.empty() : Optional.ofNullable(names.get(number));
    }

    /** Whether a symbol is there only for those that name its version: an older one as a rule. */
    boolean isHidden(int symbol) throws IOException {
        return (number(symbol) & HIDDEN) != 0;
    }

    private int number(int symbol) throws IOException {
        return table == 0
                ? 1
                : Short.toUnsignedInt(elf.memory(table + (long) symbol * Short.BYTES, Short.BYTES)
                        .getShort(0));
    }
}
