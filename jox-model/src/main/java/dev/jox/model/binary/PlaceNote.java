package dev.jox.model.binary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The note by which a linked program finds what is appended to it (gABI, "Note Section"; {@code native/linked/main_posix.c}).
 *
 * @param segment the program header of the notes that it is among
 * @param position of its descriptor in the file
 * @param address of its descriptor in memory
 */
record PlaceNote(ElfSegment segment, long position, long address) {
    /** Of the descriptor, in bytes. */
    static final int SIZE = 32;

    private static final String NAME = "JOX";
    private static final int HEADER = 12;

    /** The note of a program; empty when it was not linked with jox's runtime. */
    static Optional<PlaceNote> of(ElfFile elf) throws IOException {
        for (ElfSegment segment : elf.segments()) {
            if (segment.type() == ElfSegment.NOTE) {
                ByteBuffer notes = elf.bytes().read(segment.offset(), segment.fileSize());
                long alignment = Math.max(4, segment.alignment());
                long at = 0;
                while (at + HEADER <= notes.limit()) {
                    int nameSize = notes.getInt((int) at);
                    int size = notes.getInt((int) at + 4);
                    long descriptor = ElfLayout.align(at + HEADER + nameSize, alignment);
                    if (nameSize < 0 || size < 0 || descriptor + size > notes.limit()) {
                        throw elf.bytes().damaged("a note is longer than its segment");
                    }
                    if (size == SIZE && isName(notes, (int) at + HEADER, nameSize)) {
                        return Optional.of(
                                new PlaceNote(segment, segment.offset() + descriptor, segment.address() + descriptor));
                    }
                    at = ElfLayout.align(descriptor + size, alignment);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isName(ByteBuffer notes, int at, int size) {
        return size == NAME.length() + 1
                && new String(notes.array(), at, NAME.length(), StandardCharsets.US_ASCII).equals(NAME);
    }
}
