package dev.jox.model.object;

import dev.jox.model.object.Symbol.Binding;
import dev.jox.model.object.Symbol.Kind;
import dev.jox.model.object.Symbol.Visibility;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads COFF objects: Microsoft's "PE Format", sections "COFF File Header" to "COFF String Table". */
final class CoffReader {
    private static final int EXTERNAL = 2;
    private static final int STATIC = 3;
    private static final int LABEL = 6;
    private static final int WEAK_EXTERNAL = 105;
    private static final int ABSOLUTE = -1;
    private static final int ASSOCIATIVE = 5;

    private final Bytes bytes;
    private final CoffLayout layout;
    private final CoffStrings strings;
    private final List<CoffSection> sections = new ArrayList<>();
    private final List<Symbol> symbols = new ArrayList<>();
    private final BitSet referenced = new BitSet();
    /** The first symbol that follows a COMDAT section's own, by section. */
    private final Map<Integer, Symbol> leaders = new TreeMap<>();
    /** The sections' own symbols, with what they are of. */
    private final Map<Integer, Integer> sectionSymbols = new TreeMap<>();
    /** The section that an associative one goes with. */
    private final Map<Integer, Integer> associations = new TreeMap<>();

    private CoffReader(Bytes bytes, CoffLayout layout) throws ObjectFormatException {
        this.bytes = bytes;
        this.layout = layout;
        this.strings = CoffStrings.read(bytes, layout);
    }

    static CoffObject read(Bytes bytes, CoffLayout layout) throws ObjectFormatException {
        return new CoffReader(bytes, layout).object();
    }

    private CoffObject object() throws ObjectFormatException {
        bytes.check(layout.sectionTable(), layout.sectionCount() * CoffSection.HEADER_SIZE, "section headers");
        for (int i = 1; i <= layout.sectionCount(); i++) {
            sections.add(section(i));
        }
        if (layout.symbolTable() != 0) {
            bytes.check(layout.symbolTable(), layout.symbolCount() * layout.symbolSize(), "symbol table");
            references();
            symbols();
        }
        List<Section> views = sections.stream()
                .map(s -> new Section(s.index(), s.name(), s.offset(), s.size(), s.stored(), s.loaded()))
                .toList();
        return new CoffObject(
                bytes, layout, strings, List.copyOf(sections), sectionSymbols, views, List.copyOf(symbols), groups());
    }

    private CoffSection section(int index) throws ObjectFormatException {
        int at = layout.sectionTable() + (index - 1) * CoffSection.HEADER_SIZE;
        long relocations = bytes.u32(at + 24, "relocations");
        long count = bytes.u16(at + 32, "number of relocations");
        long characteristics = bytes.u32(at + 36, "characteristics");
        if ((characteristics & CoffSection.RELOCATIONS_OVERFLOW) != 0 && count == 0xffff) {
            count = bytes.u32(relocations, "number of relocations");
        }
        CoffSection section = new CoffSection(
                index,
                at,
                strings.sectionName(bytes.fixed(at, 8, "name of a section")),
                bytes.u32(at + CoffSection.SIZE_FIELD, "size of a section"),
                bytes.u32(at + CoffSection.OFFSET_FIELD, "data of a section"),
                relocations,
                count,
                characteristics);
        if (section.stored()) {
            bytes.check(section.offset(), section.size(), "section " + section.name());
        }
        return section;
    }

    private void references() throws ObjectFormatException {
        for (CoffSection section : sections) {
            for (long i = 0; i < section.relocationCount(); i++) {
                long symbol = bytes.u32(section.relocations() + i * 10 + 4, "relocation");
                // In the first record of an overflowing table the number stands where an address does.
                if (symbol >= layout.symbolCount()) {
                    throw bytes.malformed("a relocation of " + section.name() + " names symbol " + symbol);
                }
                referenced.set((int) symbol);
            }
        }
        for (long i = 0; i < layout.symbolCount(); i += 1 + auxiliaries(i)) {
            if (storageClass(i) == WEAK_EXTERNAL) {
                referenced.set((int) fallback(i));
            }
        }
    }

    private void symbols() throws ObjectFormatException {
        for (long i = 0; i < layout.symbolCount(); i += 1 + auxiliaries(i)) {
            int storage = storageClass(i);
            int section = sectionNumber(i);
            boolean ofSection = storage == STATIC && section > 0 && auxiliaries(i) > 0;
            if (ofSection) {
                sectionSymbols.put((int) i, section);
                association(i, section);
            } else if (storage == EXTERNAL || storage == WEAK_EXTERNAL || storage == STATIC || storage == LABEL) {
                Symbol symbol = symbol((int) i, storage, section);
                symbols.add(symbol);
                if (section > 0 && sections.get(section - 1).comdat()) {
                    leaders.putIfAbsent(section, symbol);
                }
            }
        }
    }

    private Symbol symbol(int index, int storage, int section) throws ObjectFormatException {
        String name = strings.symbolName(record(index));
        long value = bytes.u32(record(index) + 8, "value");
        Kind kind = Kind.DEFINED;
        if (storage == WEAK_EXTERNAL) {
            // A fallback that is nothing makes a weak reference, any other one an alias or a weak definition.
            long fallback = fallback(index);
            kind = sectionNumber(fallback) == ABSOLUTE ? Kind.UNDEFINED : Kind.DEFINED;
        } else if (section == 0) {
            kind = value == 0 || storage != EXTERNAL ? Kind.UNDEFINED : Kind.COMMON;
        } else if (section < 0) {
            kind = Kind.ABSOLUTE;
        }
        Binding binding = switch (storage) {
            case EXTERNAL -> Binding.GLOBAL;
            case WEAK_EXTERNAL -> Binding.WEAK;
            default -> Binding.LOCAL;
        };
        return new Symbol(index, name, binding, kind, Visibility.DEFAULT, section, value, referenced.get(index));
    }

    private List<Group> groups() {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        associations.forEach((section, with) ->
                members.computeIfAbsent(with, w -> new ArrayList<>()).add(section));
        List<Group> groups = new ArrayList<>();
        leaders.forEach((section, leader) -> {
            // What a static symbol leads is nobody's duplicate.
            if (leader.global() && !associations.containsKey(section)) {
                List<Integer> all = new ArrayList<>(List.of(section));
                all.addAll(members.getOrDefault(section, List.of()));
                groups.add(new Group(leader.name(), leader.index(), all));
            }
        });
        return List.copyOf(groups);
    }

    /** Reads a section definition, auxiliary format 5. */
    private void association(long symbol, int section) throws ObjectFormatException {
        long at = record(symbol) + layout.symbolSize();
        if (sections.get(section - 1).comdat() && bytes.u8(at + 14, "selection") == ASSOCIATIVE) {
            int high = layout.big() ? bytes.u16(at + 16, "associated section") : 0;
            associations.put(section, bytes.u16(at + 12, "associated section") | high << 16);
        }
    }

    /** The symbol that stands in for a weak external, auxiliary format 3. */
    private long fallback(long symbol) throws ObjectFormatException {
        if (auxiliaries(symbol) == 0) {
            throw bytes.malformed("weak external " + symbol + " has no fallback");
        }
        long fallback = bytes.u32(record(symbol) + layout.symbolSize(), "fallback");
        if (fallback >= layout.symbolCount()) {
            throw bytes.malformed("weak external " + symbol + " falls back to symbol " + fallback);
        }
        return fallback;
    }

    private long record(long symbol) {
        return layout.symbolTable() + symbol * layout.symbolSize();
    }

    private int sectionNumber(long symbol) throws ObjectFormatException {
        long at = record(symbol) + 12;
        int number = layout.big() ? bytes.s32(at, "section number") : (short) bytes.u16(at, "section number");
        if (number > sections.size()) {
            throw bytes.malformed("symbol " + symbol + " is in section " + number + " of " + sections.size());
        }
        return number;
    }

    private int storageClass(long symbol) throws ObjectFormatException {
        return bytes.u8(record(symbol) + layout.symbolSize() - 2, "storage class");
    }

    private int auxiliaries(long symbol) throws ObjectFormatException {
        return bytes.u8(record(symbol) + layout.symbolSize() - 1, "auxiliary records");
    }
}
