package dev.jox.model.binary;

import dev.jox.model.JoxException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Appends the packed resources to a program that was linked with jox's runtime ({@code native/linked}), as a segment of their own.
 * So a program is linked once for many packs.
 *
 * <p>The program header of the segment is that of the runtime's note, whose descriptor says where the segment's parts are
 * ({@code native/linked/place.h}). What is not loaded, symbols and debugging information, is left out; the global symbols of a
 * static program are appended in a form that it finds itself.
 */
public final class LinkedExecutable {
    private static final long PAGE = 4096;

    private LinkedExecutable() {}

    /**
     * Writes the executable. It is neither marked as one nor appears at once: that is the caller's business.
     *
     * @param program linked for x86_64 Linux, with its symbol table
     * @param pack the packed resources
     * @throws JoxException when the program is none that was linked with jox's runtime
     */
    public static void compose(Path program, Path pack, Path executable) throws IOException {
        try (ElfFile elf = ElfFile.open(program).orElseThrow(() -> unfit(program, "it is no 64-bit ELF program"));
                FileChannel packed = FileChannel.open(pack, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(
                        executable,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            PlaceNote note = PlaceNote.of(elf).orElseThrow(() -> unfit(program, "it has no note of jox's runtime"));
            long fileEnd = end(elf, false);
            long place = align(fileEnd, PAGE);
            long address = align(end(elf, true), PAGE);
            long symbolsAt = align(packed.size(), Long.BYTES);
            boolean isStatic = elf.segment(ElfSegment.INTERP).isEmpty();
            SymbolIndex symbols =
                    isStatic ? SymbolIndex.of(elf, note.address(), address + symbolsAt) : SymbolIndex.none();
            long size = symbolsAt + symbols.bytes().limit();

            FileCopies.copy(elf.bytes().channel(), 0, fileEnd, out, 0);
            FileCopies.copy(packed, 0, packed.size(), out, place);
            FileCopies.write(symbols.bytes(), out, place + symbolsAt);
            ByteBuffer descriptor = ByteBuffer.allocate(PlaceNote.SIZE).order(ByteOrder.LITTLE_ENDIAN);
            descriptor.putLong(address - note.address()).putLong(packed.size());
            descriptor.putLong(address + symbolsAt - note.address()).putLong(symbols.count());
            FileCopies.write(descriptor.flip(), out, note.position());

            ElfSegment appended = new ElfSegment(ElfSegment.LOAD, ElfSegment.READ, place, address, size, size, PAGE);
            ByteBuffer header = elf.header();
            FileCopies.write(
                    headers(elf.segments(), note.segment(), appended), out, header.getLong(ElfFile.SEGMENTS_OFFSET));
            ElfSectionTable sections = ElfSectionTable.ofLoaded(elf);
            sections.add(".jox.pack", 0, address, place, size, PAGE);
            FileCopies.write(sections.bytes(place + size), out, place + size);
            header.putLong(ElfFile.SECTIONS_OFFSET, sections.headers(place + size));
            header.putShort(ElfFile.SECTIONS_SIZE, (short) ElfSection.SIZE);
            header.putShort(ElfFile.SECTIONS_COUNT, (short) sections.size());
            header.putShort(ElfFile.SECTION_NAMES, (short) sections.nameSection());
            FileCopies.write(header, out, 0);
        }
    }

    private static JoxException unfit(Path program, String why) {
        return JoxException.environment(
                program + " cannot become an executable: " + why,
                "choose another compiler: <toolchain> (-Djox.toolchain) takes auto, system and zig");
    }

    private static long end(ElfFile elf, boolean memory) {
        return elf.loads().stream()
                .mapToLong(load -> memory ? load.end() : load.offset() + load.fileSize())
                .max()
                .orElse(0);
    }

    /** The headers with the new segment behind the other loaded ones, whose addresses are lower, and without that of the note. */
    private static ByteBuffer headers(List<ElfSegment> segments, ElfSegment note, ElfSegment appended) {
        List<ElfSegment> all = new ArrayList<>(segments);
        all.remove(note);
        int last = 0;
        for (int i = 0; i < all.size(); i++) {
            last = all.get(i).type() == ElfSegment.LOAD ? i : last;
        }
        all.add(last + 1, appended);
        ByteBuffer table = ByteBuffer.allocate(all.size() * ElfSegment.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        all.forEach(segment -> segment.write(table));
        return table.flip();
    }

    private static long align(long value, long alignment) {
        return ElfLayout.align(value, alignment);
    }
}
