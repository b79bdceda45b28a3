package dev.jox.model.object;

import dev.jox.model.object.Symbol.Binding;
import dev.jox.model.object.Symbol.Kind;
import dev.jox.model.object.Symbol.Visibility;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads ELF64 little-endian relocatable files: System V ABI chapter 4 (gabi), sections "Sections", "Symbol Table" and
 * "Relocation"; STB_GNU_UNIQUE is binutils' {@code include/elf/common.h}.
 */
final class ElfReader {
    private static final int UNDEF = 0;
    private static final int LORESERVE = 0xff00;
    private static final int ABS = 0xfff1;
    private static final int COMMON = 0xfff2;
    /** The x86-64 psABI's common symbols for data beyond 2 GB. */
    private static final int X86_64_LCOMMON = 0xff02;

    private static final int XINDEX = 0xffff;
    private static final int TYPE_SECTION = 3;
    private static final int TYPE_FILE = 4;
    private static final long GROUP_COMDAT = 1;
    static final int STV_HIDDEN = 2;
    static final int SYMBOL_SIZE = 24;

    private final Bytes bytes;
    private final List<ElfSection> sections = new ArrayList<>();
    private Optional<ElfSection> symbolTable = Optional.empty();
    private Optional<ElfSection> extendedIndices = Optional.empty();

    private ElfReader(Bytes bytes) {
        this.bytes = bytes;
    }

    /** Reads the file, whose identification says ELF64, little-endian and relocatable. */
    static ElfObject read(Bytes bytes) throws ObjectFormatException {
        return new ElfReader(bytes).object();
    }

    private ElfObject object() throws ObjectFormatException {
        int names = sectionHeaders();
        for (ElfSection section : sections) {
            if (section.type() != ElfSection.NOBITS && section.index() > 0) {
                bytes.check(section.offset(), section.size(), "section " + section.name());
            }
            if (section.type() == ElfSection.SYMTAB && symbolTable.isPresent()) {
                throw bytes.malformed("two symbol tables");
            }
            if (section.type() == ElfSection.SYMTAB) {
                symbolTable = Optional.of(section);
            }
        }
        for (ElfSection section : sections) {
            if (section.type() == ElfSection.SYMTAB_SHNDX
                    && symbolTable.isPresent()
                    && section.link() == symbolTable.get().index()) {
                extendedIndices = Optional.of(section);
            }
        }
        List<Symbol> symbols = symbolTable.isEmpty() ? List.of() : symbols(symbolTable.get());
        List<Section> views = sections.stream()
                .map(s -> new Section(
                        s.index(), s.name(), s.offset(), s.size(), s.type() != ElfSection.NOBITS, s.loaded()))
                .toList();
        int machine = bytes.u16(18, "machine");
        return new ElfObject(bytes, machine, List.copyOf(sections), names, symbolTable, views, symbols, groups());
    }

    /** Fills {@link #sections} and gives the index of the section that holds their names. */
    private int sectionHeaders() throws ObjectFormatException {
        long table = bytes.u64(40, "e_shoff");
        if (table == 0) {
            throw bytes.malformed("no section headers");
        }
        if (bytes.u16(58, "e_shentsize") != ElfSection.HEADER_SIZE) {
            throw bytes.malformed("section headers of an unknown size");
        }
        long count = bytes.u16(60, "e_shnum");
        long names = bytes.u16(62, "e_shstrndx");
        bytes.check(table, ElfSection.HEADER_SIZE, "section header 0");
        // From 0xff00 sections on the counts are in the first, otherwise empty, header.
        if (count == 0) {
            count = bytes.u64(table + ElfSection.SIZE_FIELD, "number of sections");
        }
        if (names == XINDEX) {
            names = bytes.u32(table + 40, "index of section names");
        }
        if (count <= 0 || count > bytes.size() / ElfSection.HEADER_SIZE || names >= count) {
            throw bytes.malformed(count + " section headers, names in section " + names);
        }
        bytes.check(table, count * ElfSection.HEADER_SIZE, "section headers");
        ElfSection strings = header((int) names, table, Optional.empty());
        for (int i = 0; i < count; i++) {
            sections.add(header(i, table, Optional.of(strings)));
        }
        return (int) names;
    }

    private ElfSection header(int index, long table, Optional<ElfSection> strings) throws ObjectFormatException {
        int at = bytes.check(table + (long) index * ElfSection.HEADER_SIZE, ElfSection.HEADER_SIZE, "section header");
        String name = strings.isEmpty() || index == 0 ? "" : string(strings.get(), bytes.u32(at, "name of a section"));
        return new ElfSection(
                index,
                at,
                name,
                bytes.s32(at + 4, "sh_type"),
                bytes.u64(at + 8, "sh_flags"),
                bytes.u64(at + ElfSection.OFFSET_FIELD, "sh_offset"),
                bytes.u64(at + ElfSection.SIZE_FIELD, "sh_size"),
                bytes.u32(at + 40, "sh_link"),
                bytes.u32(at + 44, "sh_info"),
                bytes.u64(at + 56, "sh_entsize"));
    }

    private String string(ElfSection table, long index) throws ObjectFormatException {
        if (table.type() != ElfSection.STRTAB || index >= table.size()) {
            throw bytes.malformed("no name at " + index + " of section " + table.index());
        }
        bytes.check(table.offset(), table.size(), "string table");
        return bytes.name(table.offset() + index, table.offset() + table.size(), "name");
    }

    private ElfSection section(long index, String what) throws ObjectFormatException {
        if (index >= sections.size()) {
            throw bytes.malformed(what + " points to section " + index + " of " + sections.size());
        }
        return sections.get((int) index);
    }

    private List<Symbol> symbols(ElfSection table) throws ObjectFormatException {
        ElfSection strings = section(table.link(), "symbol table");
        int count = (int) (table.size() / SYMBOL_SIZE);
        BitSet referenced = referenced(table, count);
        List<Symbol> symbols = new ArrayList<>(count);
        for (int i = 1; i < count; i++) {
            long at = table.offset() + (long) i * SYMBOL_SIZE;
            int info = bytes.u8(at + 4, "st_info");
            int type = info & 0xf;
            if (type == TYPE_SECTION || type == TYPE_FILE) {
                continue;
            }
            String name = string(strings, bytes.u32(at, "st_name"));
            if (!name.isEmpty()) {
                symbols.add(symbol(i, at, name, info >> 4, referenced.get(i)));
            }
        }
        return List.copyOf(symbols);
    }

    private Symbol symbol(int index, long at, String name, int bind, boolean referenced) throws ObjectFormatException {
        int place = bytes.u16(at + 6, "st_shndx");
        long section = place;
        if (place == XINDEX) {
            ElfSection extended = extendedIndices.orElseThrow(
                    () -> bytes.malformed("symbol " + name + " has an extended section index, and there is no table"));
            if ((long) index * 4 + 4 > extended.size()) {
                throw bytes.malformed("symbol " + name + " has no extended section index");
            }
            section = bytes.u32(extended.offset() + (long) index * 4, "extended section index");
        }
        Kind kind = kind(place);
        if (kind == Kind.DEFINED) {
            section(section, "symbol " + name);
        }
        Binding binding = switch (bind) {
            case 0 -> Binding.LOCAL;
            case 1 -> Binding.GLOBAL;
            case 2 -> Binding.WEAK;
            case 10 -> Binding.UNIQUE;
            default -> throw bytes.malformed("symbol " + name + " has the unknown binding " + bind);
        };
        Visibility visibility = switch (bytes.u8(at + 5, "st_other") & 3) {
            case 1 -> Visibility.INTERNAL;
            case STV_HIDDEN -> Visibility.HIDDEN;
            case 3 -> Visibility.PROTECTED;
            default -> Visibility.DEFAULT;
        };
        return new Symbol(
                index, name, binding, kind, visibility, (int) section, bytes.u64(at + 8, "st_value"), referenced);
    }

    private static Kind kind(int place) {
        return switch (place) {
            case UNDEF -> Kind.UNDEFINED;
            case ABS -> Kind.ABSOLUTE;
            case COMMON, X86_64_LCOMMON -> Kind.COMMON;
            case XINDEX -> Kind.DEFINED;
            default -> place >= LORESERVE ? Kind.ABSOLUTE : Kind.DEFINED;
        };
    }

    private BitSet referenced(ElfSection table, int count) throws ObjectFormatException {
        BitSet used = new BitSet(count);
        for (ElfSection section : sections) {
            boolean addend = section.type() == ElfSection.RELA;
            if ((addend || section.type() == ElfSection.REL) && section.link() == table.index()) {
                int size = addend ? 24 : 16;
                for (long at = 0; at + size <= section.size(); at += size) {
                    long symbol = bytes.u64(section.offset() + at + 8, "r_info") >>> 32;
                    if (symbol >= count) {
                        throw bytes.malformed("a relocation of " + section.name() + " names symbol " + symbol);
                    }
                    used.set((int) symbol);
                }
            }
        }
        return used;
    }

    private List<Group> groups() throws ObjectFormatException {
        List<Group> groups = new ArrayList<>();
        for (ElfSection section : sections) {
            if (section.type() != ElfSection.GROUP
                    || (bytes.u32(section.offset(), "group flags") & GROUP_COMDAT) == 0) {
                continue;
            }
            List<Integer> members = new ArrayList<>();
            for (long at = 4; at + 4 <= section.size(); at += 4) {
                long member = bytes.u32(section.offset() + at, "member of a group");
                members.add(section(member, "group").index());
            }
            groups.add(new Group(signature(section), (int) section.info(), members));
        }
        return List.copyOf(groups);
    }

    /** The name of the symbol that {@code sh_info} points to; a section symbol has that of its section. */
    private String signature(ElfSection group) throws ObjectFormatException {
        ElfSection table = section(group.link(), "group");
        if (table.type() != ElfSection.SYMTAB || group.info() >= table.size() / SYMBOL_SIZE) {
            throw bytes.malformed("group " + group.index() + " has no signature");
        }
        long at = table.offset() + group.info() * SYMBOL_SIZE;
        long name = bytes.u32(at, "st_name");
        if (name == 0 && (bytes.u8(at + 4, "st_info") & 0xf) == TYPE_SECTION) {
            return section(bytes.u16(at + 6, "st_shndx"), "signature").name();
        }
        return string(section(table.link(), "symbol table"), name);
    }
}
