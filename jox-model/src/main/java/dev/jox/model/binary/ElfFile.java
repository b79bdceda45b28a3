package dev.jox.model.binary;

import dev.jox.model.JoxException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A 64-bit little-endian ELF file: its header, what its program headers say, and pieces of its image by address (System V
 * gABI, chapters 4 and 5). Nothing is taken from section headers unless asked for: loaders do not need them, and tools
 * remove them. Claims that the file's size contradicts give a {@link JoxException} that names it.
 */
final class ElfFile implements Closeable {
    static final int HEADER_SIZE = 64;

    /* Places in the header. */
    static final int TYPE = 16;
    static final int MACHINE = 18;
    static final int ENTRY = 24;
    static final int SEGMENTS_OFFSET = 32;
    static final int SECTIONS_OFFSET = 40;
    static final int SEGMENTS_SIZE = 54;
    static final int SEGMENTS_COUNT = 56;
    static final int SECTIONS_SIZE = 58;
    static final int SECTIONS_COUNT = 60;
    static final int SECTION_NAMES = 62;

    /** e_type of shared libraries and position-independent programs. */
    static final int DYNAMIC_FILE = 3;
    /** e_type of programs with fixed addresses. */
    static final int EXECUTABLE_FILE = 2;

    static final int X86_64 = 62;

    private static final int MAGIC = 0x464c457f;
    private static final int CLASS_64 = 2;
    private static final int LITTLE_ENDIAN = 1;

    private final FileBytes bytes;
    private final ByteBuffer header;
    private final List<ElfSegment> segments;

    private ElfFile(FileBytes bytes, ByteBuffer header, List<ElfSegment> segments) {
        this.bytes = bytes;
        this.header = header;
        this.segments = segments;
    }

    /** Opens a file; empty when it is not a 64-bit little-endian ELF program or shared library. */
    static Optional<ElfFile> open(Path file) throws IOException {
        FileBytes bytes = FileBytes.open(file);
        Optional<ElfFile> elf = Optional.empty();
        try {
            elf = read(bytes);
            return elf;
        } finally {
            if (elf.isEmpty()) {
                bytes.close();
            }
        }
    }

    private static Optional<ElfFile> read(FileBytes bytes) throws IOException {
        if (bytes.size() < Integer.BYTES || bytes.read(0, Integer.BYTES).getInt(0) != MAGIC) {
            return Optional.empty();
        }
        ByteBuffer header = bytes.read(0, HEADER_SIZE);
        int type = header.getShort(TYPE);
        if (header.get(4) != CLASS_64
                || header.get(5) != LITTLE_ENDIAN
                || (type != DYNAMIC_FILE && type != EXECUTABLE_FILE)) {
            return Optional.empty();
        }
        int count = Short.toUnsignedInt(header.getShort(SEGMENTS_COUNT));
        if (count > 0 && header.getShort(SEGMENTS_SIZE) != ElfSegment.SIZE) {
            throw bytes.damaged("its program headers are not " + ElfSegment.SIZE + " bytes each");
        }
        ByteBuffer table = bytes.read(header.getLong(SEGMENTS_OFFSET), (long) count * ElfSegment.SIZE);
        List<ElfSegment> segments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            segments.add(ElfSegment.read(table));
        }
        return Optional.of(new ElfFile(bytes, header, List.copyOf(segments)));
    }

    FileBytes bytes() {
        return bytes;
    }

    /** A copy of the ELF header, Elf64_Ehdr. */
    ByteBuffer header() {
        return ByteBuffer.wrap(header.array().clone()).order(header.order());
    }

    /** e_type, such as {@link #DYNAMIC_FILE}. */
    int type() {
        return Short.toUnsignedInt(header.getShort(TYPE));
    }

    /** e_machine, such as {@link #X86_64}. */
    int machine() {
        return Short.toUnsignedInt(header.getShort(MACHINE));
    }

    List<ElfSegment> segments() {
        return segments;
    }

    List<ElfSegment> loads() {
        return segments.stream().filter(s -> s.type() == ElfSegment.LOAD).toList();
    }

    Optional<ElfSegment> segment(int type) {
        return segments.stream().filter(s -> s.type() == type).findFirst();
    }

    /** The file's bytes that are loaded at an address. */
    ByteBuffer memory(long address, long length) throws IOException {
        return bytes.read(offset(address, length), length);
    }

    /** Where the file has the {@code length} bytes that are loaded at {@code address}. */
    long offset(long address, long length) {
        for (ElfSegment load : loads()) {
            long start = address - load.address();
            if (start >= 0 && length >= 0 && start <= load.fileSize() - length) {
                return load.offset() + start;
            }
        }
        throw bytes.damaged("no segment has " + length + " bytes at address 0x" + Long.toHexString(address));
    }

    /** How many bytes the segment at {@code address} has in the file from there on. */
    long available(long address) {
        for (ElfSegment load : loads()) {
            long start = address - load.address();
            if (start >= 0 && start < load.fileSize()) {
                return load.fileSize() - start;
            }
        }
        return 0;
    }

    /** The section headers; empty when there are none. */
    List<ElfSection> sections() throws IOException {
        int count = Short.toUnsignedInt(header.getShort(SECTIONS_COUNT));
        long offset = header.getLong(SECTIONS_OFFSET);
        if (offset == 0 || count == 0 || header.getShort(SECTIONS_SIZE) != ElfSection.SIZE) {
            return List.of();
        }
        ByteBuffer table = bytes.read(offset, (long) count * ElfSection.SIZE);
        List<ElfSection> sections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sections.add(ElfSection.read(table));
        }
        return sections;
    }

    /** Index of the section that has the sections' names. */
    int sectionNames() {
        return Short.toUnsignedInt(header.getShort(SECTION_NAMES));
    }

    /** The text that starts at {@code offset} of a string table. */
    String text(ByteBuffer strings, long offset) {
        if (offset >= 0 && offset < strings.limit()) {
            for (int end = (int) offset; end < strings.limit(); end++) {
                if (strings.get(end) == 0) {
                    return new String(strings.array(), (int) offset, end - (int) offset, StandardCharsets.UTF_8);
                }
            }
        }
        throw bytes.damaged("a name at " + offset + " lies outside its table of " + strings.limit() + " bytes");
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
