package dev.jox.model.binary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The section headers of a file with some more at their end. Earlier sections keep their numbers, which symbols and other
 * sections refer to; the one that has the names gets new contents.
 */
final class ElfSectionTable {
    private final List<ElfSection> sections = new ArrayList<>();
    private final ByteArrayOutputStream names = new ByteArrayOutputStream();
    private final int nameSection;

    private ElfSectionTable(int nameSection) {
        this.nameSection = nameSection;
    }

    /**
     * The sections of a file; where it has none, just the two that every table has.
     *
     * @param change what becomes of each
     */
    static ElfSectionTable of(ElfFile elf, UnaryOperator<ElfSection> change) throws IOException {
        List<ElfSection> existing = elf.sections();
        if (elf.sectionNames() <= 0 || elf.sectionNames() >= existing.size()) {
            ElfSectionTable table = new ElfSectionTable(1);
            table.names.write(0);
            table.sections.add(new ElfSection(0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
            table.sections.add(new ElfSection(table.name(".shstrtab"), ElfSection.STRTAB, 0, 0, 0, 0, 0, 0, 1, 0));
            return table;
        }
        ElfSectionTable table = new ElfSectionTable(elf.sectionNames());
        ElfSection names = existing.get(elf.sectionNames());
        table.names.writeBytes(elf.bytes().read(names.offset(), names.size()).array());
        existing.forEach(section -> table.sections.add(change.apply(section)));
        return table;
    }

    /** The sections of a file up to the last one that is loaded; what follows, symbols and debugging information, is left out. */
    static ElfSectionTable ofLoaded(ElfFile elf) throws IOException {
        List<ElfSection> existing = elf.sections();
        int count = 1;
        for (int i = 0; i < existing.size(); i++) {
            count = (existing.get(i).flags() & ElfSection.ALLOC) != 0 ? i + 1 : count;
        }
        ElfSectionTable table = new ElfSectionTable(count);
        if (existing.isEmpty()) {
            table.names.write(0);
            table.sections.add(new ElfSection(0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        } else {
            ElfSection names = existing.get(elf.sectionNames());
            table.names.writeBytes(
                    elf.bytes().read(names.offset(), names.size()).array());
            for (ElfSection section : existing.subList(0, count)) {
                table.sections.add(section.link() < count ? section : section.withoutLink());
            }
        }
        table.sections.add(new ElfSection(table.name(".shstrtab"), ElfSection.STRTAB, 0, 0, 0, 0, 0, 0, 1, 0));
        return table;
    }

    private int name(String name) {
        int offset = names.size();
        names.writeBytes((name + "\0").getBytes(StandardCharsets.US_ASCII));
        return offset;
    }

    /** Adds a section that is loaded and lies in the file where it lies in memory. */
    void add(String name, long flags, long address, long size, long alignment) {
        add(name, flags, address, address, size, alignment);
    }

    /** Adds a section that is loaded. */
    void add(String name, long flags, long address, long offset, long size, long alignment) {
        sections.add(new ElfSection(
                name(name), ElfSection.PROGBITS, flags | ElfSection.ALLOC, address, offset, size, 0, 0, alignment, 0));
    }

    int size() {
        return sections.size();
    }

    /** Index of the section that has the sections' names. */
    int nameSection() {
        return nameSection;
    }

    /** Where the headers are when the names start at {@code position} of the file. */
    long headers(long position) {
        return ElfLayout.align(position + names.size(), Long.BYTES);
    }

    /** The names, padded, and then the headers, as they lie at {@code position} of the file. */
    ByteBuffer bytes(long position) {
        sections.set(nameSection, sections.get(nameSection).moved(position, names.size()));
        int padding = (int) (headers(position) - position) - names.size();
        ByteBuffer out = ByteBuffer.allocate(names.size() + padding + sections.size() * ElfSection.SIZE)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.put(names.toByteArray()).position(names.size() + padding);
        sections.forEach(section -> section.write(out));
        return out.flip();
    }
}
