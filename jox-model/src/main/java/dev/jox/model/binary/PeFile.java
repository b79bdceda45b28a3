package dev.jox.model.binary;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An image of the Portable Executable format for 64 bits (PE32+), read as Windows reads it: by headers, sections and directories.
 * Addresses are relative to the image's base (RVA). Source: Microsoft, "PE Format".
 */
final class PeFile implements Closeable {
    static final int AMD64 = 0x8664;

    /** Numbers of directories ("Optional Header Data Directories"). */
    static final int EXPORTS = 0;

    static final int IMPORTS = 1;
    static final int RESOURCES = 2;
    static final int RELOCATIONS = 5;
    static final int TLS = 9;
    static final int DELAY_IMPORTS = 13;
    static final int COM_DESCRIPTOR = 14;

    private static final int PE32_PLUS = 0x20b;
    private static final int RELOCATIONS_STRIPPED = 0x0001;
    private static final int IS_DLL = 0x2000;
    private static final int COFF_HEADER = 20;
    private static final int SECTION_HEADER = 40;
    private static final int LONGEST_NAME = 4096;

    private final FileBytes bytes;
    private final int machine;
    private final boolean dll;
    private final boolean fixed;
    private final long imageBase;
    private final int sectionAlignment;
    private final List<PeSection> sections;
    private final List<Directory> directories;

    /** Where a table of the image is; 0 and 0 where it has none. */
    record Directory(long address, long size) {}

    private PeFile(FileBytes bytes, long header) throws IOException {
        this.bytes = bytes;
        ByteBuffer coff = bytes.read(header + 4, COFF_HEADER);
        this.machine = Short.toUnsignedInt(coff.getShort(0));
        this.dll = (coff.getShort(18) & IS_DLL) != 0;
        this.fixed = (coff.getShort(18) & RELOCATIONS_STRIPPED) != 0;
        int optionalSize = Short.toUnsignedInt(coff.getShort(16));
        long optional = header + 4 + COFF_HEADER;
        this.sections = sections(optional + optionalSize, Short.toUnsignedInt(coff.getShort(2)));
        ByteBuffer header64 = bytes.read(optional, optionalSize);
        this.imageBase = optionalSize >= 40 ? header64.getLong(24) : 0;
        this.sectionAlignment = optionalSize >= 40 ? header64.getInt(32) : 0;
        this.directories = directories(header64);
    }

    /** Opens a file; empty when it is no image of this format. */
    static Optional<PeFile> open(Path file) throws IOException {
        FileBytes bytes = FileBytes.open(file);
        try {
            Optional<Long> header = header(bytes);
            if (header.isEmpty()) {
                bytes.close();
                return Optional.empty();
            }
            return Optional.of(new PeFile(bytes, header.get()));
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** Where the signature {@code PE\0\0} is. */
    private static Optional<Long> header(FileBytes bytes) throws IOException {
        if (bytes.size() < 0x40 || bytes.read(0, 2).getShort(0) != 0x5a4d) {
            return Optional.empty();
        }
        long header = Integer.toUnsignedLong(bytes.read(0x3c, 4).getInt(0));
        boolean pe = header + 4 + COFF_HEADER <= bytes.size()
                && bytes.read(header, 4).getInt(0) == 0x4550;
        return pe ? Optional.of(header) : Optional.empty();
    }

    private List<PeSection> sections(long at, int count) throws IOException {
        ByteBuffer table = bytes.read(at, (long) count * SECTION_HEADER);
        List<PeSection> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            found.add(PeSection.read(
                    table.slice(i * SECTION_HEADER, SECTION_HEADER).order(table.order())));
        }
        return found;
    }

    /** Where in the optional header a directory's address and size are, 4 bytes each. */
    static int directoryAt(int number) {
        return 112 + 8 * number;
    }

    private static List<Directory> directories(ByteBuffer optional) {
        List<Directory> found = new ArrayList<>();
        if (optional.limit() >= 112 && Short.toUnsignedInt(optional.getShort(0)) == PE32_PLUS) {
            int count = Math.min(optional.getInt(108), (optional.limit() - 112) / 8);
            for (int i = 0; i < count; i++) {
                found.add(new Directory(
                        Integer.toUnsignedLong(optional.getInt(directoryAt(i))),
                        Integer.toUnsignedLong(optional.getInt(directoryAt(i) + 4))));
            }
        }
        return found;
    }

    int machine() {
        return machine;
    }

    /** Whether it is a DLL and not a program. */
    boolean isDll() {
        return dll;
    }

    /** Whether it has lost the table by which it could be at another address. */
    boolean isFixed() {
        return fixed;
    }

    /** The address that the addresses in its bytes count on. */
    long imageBase() {
        return imageBase;
    }

    int sectionAlignment() {
        return sectionAlignment;
    }

    /** In the order of the file. */
    List<PeSection> sections() {
        return sections;
    }

    /** What the word at an address points to, as an address in the image. */
    long pointer(long address) throws IOException {
        return at(address, Long.BYTES).getLong(0) - imageBase;
    }

    Directory directory(int number) {
        return number < directories.size() ? directories.get(number) : new Directory(0, 0);
    }

    /** Whether there is code at the address. */
    boolean isCode(long address) {
        return sections.stream().anyMatch(section -> section.code() && section.hasInFile(address, 1));
    }

    /** Bytes of the image. */
    ByteBuffer at(long address, long length) throws IOException {
        for (PeSection section : sections) {
            if (section.hasInFile(address, length)) {
                return bytes.read(section.fileOffset() + address - section.address(), length);
            }
        }
        throw bytes.damaged(length + " bytes at the address " + Long.toHexString(address) + " are in no section");
    }

    /** A text that ends with NUL. */
    String text(long address) throws IOException {
        for (PeSection section : sections) {
            if (section.hasInFile(address, 1)) {
                long rest = section.fileSize() - (address - section.address());
                ByteBuffer piece = at(address, Math.min(rest, LONGEST_NAME));
                int length = 0;
                while (length < piece.limit() && piece.get(length) != 0) {
                    length++;
                }
                return new String(piece.array(), piece.arrayOffset(), length, StandardCharsets.US_ASCII);
            }
        }
        throw bytes.damaged("a name at the address " + Long.toHexString(address) + " is in no section");
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
