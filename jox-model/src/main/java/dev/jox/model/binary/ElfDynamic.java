package dev.jox.model.binary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The dynamic section of an ELF file and the tables that it points to (System V gABI, chapter 5, "Dynamic Section"). */
final class ElfDynamic {
    static final long NEEDED = 1;
    static final long PLT_RELOCATIONS_SIZE = 2;
    static final long HASH = 4;
    static final long STRINGS = 5;
    static final long SYMBOLS = 6;
    static final long RELOCATIONS = 7;
    static final long RELOCATIONS_SIZE = 8;
    static final long STRINGS_SIZE = 10;
    static final long INIT = 12;
    static final long SONAME = 14;
    static final long RPATH = 15;
    static final long DEBUG = 21;
    static final long PLT_RELOCATIONS = 23;
    static final long INIT_ARRAY = 25;
    static final long INIT_ARRAY_SIZE = 27;
    static final long FINI_ARRAY_SIZE = 28;
    static final long RUNPATH = 29;
    static final long FLAGS = 30;
    static final long RELATIVE_WORDS_SIZE = 35;
    static final long RELATIVE_WORDS = 36;
    static final long GNU_HASH = 0x6ffffef5L;
    static final long VERSIONS = 0x6ffffff0L;
    static final long VERSIONS_DEFINED = 0x6ffffffcL;
    static final long VERSIONS_NEEDED = 0x6ffffffeL;
    static final long VERSIONS_NEEDED_COUNT = 0x6fffffffL;

    /** A bit of DT_FLAGS: the file uses static thread-local storage. */
    static final long FLAG_STATIC_TLS = 0x10;

    private static final int ENTRY_SIZE = 16;

    /**
     * An entry.
     *
     * @param position where the file has it, in bytes from its start
     */
    record Entry(long tag, long value, long position) {}

    private final ElfFile elf;
    private final List<Entry> entries;
    private final ByteBuffer strings;

    private ElfDynamic(ElfFile elf, List<Entry> entries, ByteBuffer strings) {
        this.elf = elf;
        this.entries = entries;
        this.strings = strings;
    }

    /** Reads the dynamic section; one without entries for a file that has none. */
    static ElfDynamic of(ElfFile elf) throws IOException {
        List<Entry> entries = new ArrayList<>();
        ElfSegment segment = elf.segment(ElfSegment.DYNAMIC).orElse(null);
        if (segment == null) {
            return new ElfDynamic(elf, entries, ByteBuffer.allocate(0));
        }
        long start = elf.offset(segment.address(), segment.fileSize());
        ByteBuffer table = elf.bytes().read(start, segment.fileSize());
        while (table.remaining() >= ENTRY_SIZE) {
            long position = start + table.position();
            long tag = table.getLong();
            if (tag == 0) {
                break;
            }
            entries.add(new Entry(tag, table.getLong(), position));
        }
        ElfDynamic bare = new ElfDynamic(elf, entries, ByteBuffer.allocate(0));
        OptionalLong strings = bare.value(STRINGS);
        return strings.isEmpty()
                ? bare
                : new ElfDynamic(
                        elf,
                        entries,
                        elf.memory(strings.getAsLong(), bare.value(STRINGS_SIZE).orElse(0)));
    }

    List<Entry> entries() {
        return entries;
    }

    OptionalLong value(long tag) {
        return entries.stream()
                .filter(e -> e.tag() == tag)
                .mapToLong(Entry::value)
                .findFirst();
    }

    /** The texts that the entries with a tag name. */
    List<String> texts(long tag) {
        return entries.stream()
                .filter(e -> e.tag() == tag)
                .map(e -> text(e.value()))
                .toList();
    }

    String text(long offset) {
        return elf.text(strings, offset);
    }

    ElfSymbol symbol(int index) throws IOException {
        long table = value(SYMBOLS).orElseThrow(() -> elf.bytes().damaged("it uses symbols and has no table of them"));
        return symbol(elf.memory(table + (long) index * ElfSymbol.SIZE, ElfSymbol.SIZE));
    }

    private ElfSymbol symbol(ByteBuffer in) {
        String name = text(Integer.toUnsignedLong(in.getInt()));
        int info = in.get();
        int visibility = in.get() & 3;
        boolean defined = in.getShort() != 0;
        long value = in.getLong();
        in.getLong();
        return new ElfSymbol(name, info & 15, (info >> 4) & 15, visibility, defined, value);
    }

    /** The symbols that other files can use, in the order of the table. */
    List<ElfSymbol> exports() throws IOException {
        long table = value(SYMBOLS).orElse(0);
        long count = ElfHashes.symbolCount(elf, this);
        ByteBuffer in = count == 0 ? ByteBuffer.allocate(0) : elf.memory(table, count * ElfSymbol.SIZE);
        in.order(ByteOrder.LITTLE_ENDIAN);
        List<ElfSymbol> exports = new ArrayList<>();
        while (in.hasRemaining()) {
            ElfSymbol symbol = symbol(in);
            if (symbol.exported()) {
                exports.add(symbol);
            }
        }
        return exports;
    }

    /** The word that the loader fills with an imported function's address, at the start or at the first call. */
    OptionalLong slotOf(String function) throws IOException {
        for (ElfRelocation relocation : relocations()) {
            boolean holdsAddress = relocation.type() == ElfRelocation.GLOB_DAT
                    || relocation.type() == ElfRelocation.JUMP_SLOT
                    || (relocation.type() == ElfRelocation.WORD && relocation.addend() == 0);
            if (holdsAddress && symbol(relocation.symbol()).name().equals(function)) {
                return OptionalLong.of(relocation.where());
            }
        }
        return OptionalLong.empty();
    }

    /** All relocations: those of data, of calls, and those that only add the base. */
    List<ElfRelocation> relocations() throws IOException {
        return ElfRelocations.read(elf, this);
    }
}
