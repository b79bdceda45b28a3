package dev.jox.model.binary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes a shared library with other names in it: the one that it calls itself, and those by which it needs others. Those are
 * all that the loader goes by when it looks whether a needed library is loaded already.
 *
 * <p>Names lie in a table that everything of the file shares, strings within strings, so nothing is overwritten there: the
 * table is copied behind the file's end with the new names after the old ones, in a segment of its own, and the dynamic
 * section's entries point there. The section moves along where it has no room for a further entry. So do the program headers,
 * which loaders find wherever they are: glibc copies those that no segment holds (elf/dl-load.c). The records of needed
 * symbol versions name the library that has them and are changed with its name, since the loader looks for it by that name
 * (elf/dl-version.c).
 */
public final class ElfNames {
    private static final long PAGE = 4096;
    private static final int ENTRY_SIZE = 16;

    private ElfNames() {}

    /**
     * What to write.
     *
     * @param soname the name of the library itself; empty where it stays as it is
     * @param needed other names for libraries that it needs, by those it needs them by now
     * @param added libraries that it needs beyond those that it says
     * @param searchPath folders that its search path gets after those that it has
     */
    public record Changes(
            Optional<String> soname, SortedMap<String, String> needed, List<String> added, List<String> searchPath) {
        public Changes {
            needed = new TreeMap<>(needed);
            added = List.copyOf(added);
            searchPath = List.copyOf(searchPath);
        }
    }

    /**
     * Writes the changed library.
     *
     * @return where the new names are in the file, in bytes from its start; a NUL follows each
     * @throws dev.jox.model.JoxException when the file is damaged
     * @throws IllegalArgumentException when it is no shared library, or does not need what is to get another name
     */
    public static SortedMap<String, Long> write(Path library, Changes changes, Path to) throws IOException {
        try (ElfFile elf = ElfFile.open(library)
                        .orElseThrow(() -> new IllegalArgumentException(library + " is no ELF library"));
                FileChannel out = FileChannel.open(
                        to,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            copy(elf.bytes(), out);
            return new Job(elf, changes).write(out);
        }
    }

    private static void copy(FileBytes from, FileChannel out) throws IOException {
        long done = 0;
        while (done < from.size()) {
            long moved = from.channel().transferTo(done, from.size() - done, out);
            if (moved <= 0) {
                throw new IOException(from.file() + " became shorter while it was copied");
            }
            done += moved;
        }
    }

    /** One library while it is changed. */
    private static final class Job {
        private final ElfFile elf;
        private final Changes changes;
        private final ElfSegment oldDynamic;
        private final ElfDynamic dynamic;
        private final ByteBuffer oldStrings;
        /** Places of new names in the new table. */
        private final Map<String, Long> names = new LinkedHashMap<>();
        /** Size of the new table, in bytes. */
        private long size;

        Job(ElfFile elf, Changes changes) throws IOException {
            this.elf = elf;
            this.changes = changes;
            this.oldDynamic = elf.segment(ElfSegment.DYNAMIC)
                    .orElseThrow(() -> new IllegalArgumentException(elf.bytes().file() + " is no shared library"));
            this.dynamic = ElfDynamic.of(elf);
            this.oldStrings = elf.memory(
                    dynamic.value(ElfDynamic.STRINGS)
                            .orElseThrow(() -> elf.bytes().damaged("it has no names")),
                    dynamic.value(ElfDynamic.STRINGS_SIZE).orElse(0));
            this.size = oldStrings.limit();
        }

        SortedMap<String, Long> write(FileChannel out) throws IOException {
            List<long[]> entries = entries();
            byte[] strings = strings();
            boolean moves = entries.size() + 1 > oldDynamic.fileSize() / ENTRY_SIZE;
            long headersSize = (elf.segments().size() + 1L) * ElfSegment.SIZE;
            long dynamicSize = moves ? (entries.size() + 1L) * ENTRY_SIZE : 0;
            long segmentSize = headersSize + dynamicSize + strings.length;
            ElfSegment segment = new ElfSegment(
                    ElfSegment.LOAD,
                    // loaders write addresses into the dynamic section
                    moves ? ElfSegment.READ | ElfSegment.WRITE : ElfSegment.READ,
                    aligned(elf.bytes().size()),
                    aligned(elf.loads().stream()
                            .mapToLong(ElfSegment::end)
                            .max()
                            .orElse(0)),
                    segmentSize,
                    segmentSize,
                    PAGE);
            ElfSegment newDynamic = moves ? part(oldDynamic, segment, headersSize, dynamicSize) : oldDynamic;
            long stringsAt = headersSize + dynamicSize;
            entries.forEach(entry -> {
                if (entry[0] == ElfDynamic.STRINGS) {
                    entry[1] = segment.address() + stringsAt;
                } else if (entry[0] == ElfDynamic.STRINGS_SIZE) {
                    entry[1] = strings.length;
                }
            });
            put(out, segment.offset(), headers(segment, newDynamic, headersSize));
            put(out, newDynamic.offset(), table(entries, newDynamic.fileSize()));
            put(out, segment.offset() + stringsAt, ByteBuffer.wrap(strings));
            renameVersions(out);
            adaptSections(out, newDynamic, segment, stringsAt, strings.length);
            ByteBuffer header = elf.header();
            header.putLong(ElfFile.SEGMENTS_OFFSET, segment.offset());
            header.putShort(ElfFile.SEGMENTS_COUNT, (short) (elf.segments().size() + 1));
            put(out, 0, header);
            SortedMap<String, Long> places = new TreeMap<>();
            names.forEach((name, at) -> places.put(name, segment.offset() + stringsAt + at));
            return places;
        }

        /** The dynamic section's entries with the new names, tag and value each; without the one that ends it. */
        private List<long[]> entries() {
            List<long[]> entries = new ArrayList<>();
            boolean named = false;
            // the loader looks at DT_RPATH only where there is no DT_RUNPATH
            long pathTag = dynamic.value(ElfDynamic.RUNPATH).isEmpty()
                            && dynamic.value(ElfDynamic.RPATH).isPresent()
                    ? ElfDynamic.RPATH
                    : ElfDynamic.RUNPATH;
            boolean searches = changes.searchPath().isEmpty();
            List<String> missing = new ArrayList<>(changes.needed().keySet());
            for (ElfDynamic.Entry entry : dynamic.entries()) {
                long value = entry.value();
                if (entry.tag() == ElfDynamic.SONAME && changes.soname().isPresent()) {
                    value = place(changes.soname().get());
                    named = true;
                } else if (entry.tag() == ElfDynamic.NEEDED) {
                    String name = dynamic.text(value);
                    missing.remove(name);
                    String other = changes.needed().get(name);
                    value = other == null ? value : place(other);
                } else if (entry.tag() == pathTag && !changes.searchPath().isEmpty()) {
                    value = place(dynamic.text(value) + ":" + String.join(":", changes.searchPath()));
                    searches = true;
                }
                entries.add(new long[] {entry.tag(), value});
            }
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException(elf.bytes().file() + " does not need " + missing);
            }
            if (changes.soname().isPresent() && !named) {
                entries.add(
                        new long[] {ElfDynamic.SONAME, place(changes.soname().get())});
            }
            if (!searches) {
                entries.add(new long[] {pathTag, place(String.join(":", changes.searchPath()))});
            }
            changes.added().forEach(name -> entries.add(new long[] {ElfDynamic.NEEDED, place(name)}));
            return entries;
        }

        private long place(String name) {
            Long there = names.get(name);
            if (there != null) {
                return there;
            }
            long place = size;
            names.put(name, place);
            size += name.getBytes(StandardCharsets.UTF_8).length + 1L;
            return place;
        }

        private byte[] strings() {
            ByteBuffer all = ByteBuffer.allocate((int) size);
            all.put(oldStrings.duplicate());
            names.keySet()
                    .forEach(name ->
                            all.put(name.getBytes(StandardCharsets.UTF_8)).put((byte) 0));
            return all.array();
        }

        private ByteBuffer headers(ElfSegment segment, ElfSegment newDynamic, long size) {
            ByteBuffer headers = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
            for (ElfSegment old : elf.segments()) {
                if (old.type() == ElfSegment.DYNAMIC) {
                    newDynamic.write(headers);
                } else if (old.type() == ElfSegment.PHDR) {
                    part(old, segment, 0, size).write(headers);
                } else {
                    old.write(headers);
                }
            }
            // its address is the highest, as that of the last segment to load must be
            segment.write(headers);
            return headers.flip();
        }

        private static ElfSegment part(ElfSegment old, ElfSegment segment, long at, long size) {
            return new ElfSegment(
                    old.type(),
                    old.flags(),
                    segment.offset() + at,
                    segment.address() + at,
                    size,
                    size,
                    old.alignment());
        }

        private static ByteBuffer table(List<long[]> entries, long size) {
            ByteBuffer table = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
            entries.forEach(entry -> table.putLong(entry[0]).putLong(entry[1]));
            return table.rewind();
        }

        private void renameVersions(FileChannel out) throws IOException {
            for (ElfVersions.Needed needed : ElfVersions.needed(elf, dynamic)) {
                String other = changes.needed().get(needed.library());
                if (other != null) {
                    ByteBuffer word = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                    put(
                            out,
                            needed.namePosition(),
                            word.putInt((int) place(other)).flip());
                }
            }
        }

        /** Section headers serve tools only: those of the two tables that moved. */
        private void adaptSections(
                FileChannel out, ElfSegment newDynamic, ElfSegment segment, long stringsAt, long stringsSize)
                throws IOException {
            List<ElfSection> sections = elf.sections();
            long first = elf.header().getLong(ElfFile.SECTIONS_OFFSET);
            for (int i = 0; i < sections.size(); i++) {
                ElfSection section = sections.get(i);
                if ((section.flags() & ElfSection.ALLOC) == 0) {
                    continue;
                }
                ElfSection moved = section;
                if (section.address() == dynamic.value(ElfDynamic.STRINGS).orElse(0)
                        && section.type() == ElfSection.STRTAB) {
                    moved = section.movedTo(segment.address() + stringsAt, segment.offset() + stringsAt, stringsSize);
                } else if (section.address() == oldDynamic.address() && section.type() == ElfSection.DYNAMIC) {
                    moved = section.movedTo(newDynamic.address(), newDynamic.offset(), newDynamic.fileSize());
                }
                if (moved != section) {
                    ByteBuffer header = ByteBuffer.allocate(ElfSection.SIZE).order(ByteOrder.LITTLE_ENDIAN);
                    moved.write(header);
                    put(out, first + (long) i * ElfSection.SIZE, header.flip());
                }
            }
        }

        private static long aligned(long size) {
            return (size + PAGE - 1) / PAGE * PAGE;
        }

        private static void put(FileChannel out, long position, ByteBuffer bytes) throws IOException {
            long at = position;
            while (bytes.hasRemaining()) {
                at += out.write(bytes, at);
            }
        }
    }
}
