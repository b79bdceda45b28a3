package dev.jox.model.binary;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The first sections of a library, which can lie anywhere: notes, hash tables, symbols. An executable needs more program
 * headers than the library has room for, and tools such as strip expect them behind the ELF header and nowhere else: so these
 * sections make room for them.
 *
 * @param start address and offset of the first one
 * @param end the first address after the last one; {@code start} where there are none
 */
record ElfFront(long start, long end) {
    static final ElfFront NONE = new ElfFront(0, 0);

    private static final int NOTE = 7;

    /** Entries of the dynamic section that say where such sections are: all there is that refers to them. */
    private static final Set<Long> POINTERS = Set.of(
            ElfDynamic.HASH,
            ElfDynamic.GNU_HASH,
            ElfDynamic.SYMBOLS,
            ElfDynamic.STRINGS,
            ElfDynamic.VERSIONS,
            ElfDynamic.VERSIONS_NEEDED,
            ElfDynamic.VERSIONS_DEFINED);

    /** The sections that lie before {@code room}; none where one of them has to stay, or nothing says what lies there. */
    static ElfFront before(ElfFile library, long room) throws IOException {
        Set<Long> pointed = ElfDynamic.of(library).entries().stream()
                .filter(entry -> POINTERS.contains(entry.tag()))
                .map(ElfDynamic.Entry::value)
                .collect(Collectors.toSet());
        ElfSegment first = library.loads().get(0);
        List<ElfSection> leading = library.sections().stream()
                .filter(section -> (section.flags() & ElfSection.ALLOC) != 0 && section.address() < room)
                .sorted(Comparator.comparingLong(ElfSection::address))
                .toList();
        long end = 0;
        for (ElfSection section : leading) {
            boolean movable = section.type() == NOTE || pointed.contains(section.address());
            if (!movable
                    || section.offset() != section.address()
                    || section.address() < end
                    || section.size() > first.fileSize() - section.address()) {
                return NONE;
            }
            end = section.address() + section.size();
        }
        return leading.isEmpty() || end < room
                ? NONE
                : new ElfFront(leading.get(0).address(), end);
    }

    boolean isEmpty() {
        return start == end;
    }

    long size() {
        return end - start;
    }

    boolean contains(long address) {
        return address >= start && address < end;
    }

    /** Whether an entry of the dynamic section refers to one of the sections. */
    boolean isPointedToBy(ElfDynamic.Entry entry) {
        return POINTERS.contains(entry.tag()) && contains(entry.value());
    }
}
