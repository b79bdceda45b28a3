package dev.jox.model.binary;

import java.nio.ByteBuffer;

/** The headers of PE images that jox writes. Source: Microsoft, "PE Format", sections "COFF File Header" and "Optional Header". */
final class PeHeaders {
    private static final int SIGNATURE_AT = 0x40;
    private static final int ALIGNMENT = 0x1000;
    private static final int FILE_ALIGNMENT = 0x200;
    private static final int DIRECTORIES = 16;
    private static final int OPTIONAL_HEADER = 112 + 8 * DIRECTORIES;

    private static final int EXECUTABLE_LARGE_ADDRESS_DLL = 0x0002 | 0x0020 | 0x2000;
    private static final int HIGH_ENTROPY_DYNAMIC_BASE_NX = 0x0020 | 0x0040 | 0x0100;
    private static final int INITIALIZED_READABLE = 0x0000_0040 | 0x4000_0000;

    private PeHeaders() {}

    static int align(int size, int alignment) {
        return (size + alignment - 1) / alignment * alignment;
    }

    static long align(long size, int alignment) {
        return (size + alignment - 1) / alignment * alignment;
    }

    /** Writes those of a DLL with one section of data, which begins with its export table, and without code. */
    static void writeDll(ByteBuffer out, int size, int fileSize) {
        out.putShort(0, (short) 0x5a4d);
        out.putInt(0x3c, SIGNATURE_AT);
        out.putInt(SIGNATURE_AT, 0x4550);
        int coff = SIGNATURE_AT + 4;
        out.putShort(coff, (short) PeFile.AMD64);
        out.putShort(coff + 2, (short) 1);
        out.putShort(coff + 16, (short) OPTIONAL_HEADER);
        out.putShort(coff + 18, (short) EXECUTABLE_LARGE_ADDRESS_DLL);
        int optional = coff + 20;
        out.putShort(optional, (short) 0x20b);
        out.putInt(optional + 8, fileSize);
        out.putLong(optional + 24, 0x1_8000_0000L);
        out.putInt(optional + 32, ALIGNMENT);
        out.putInt(optional + 36, FILE_ALIGNMENT);
        out.putShort(optional + 40, (short) 6);
        out.putShort(optional + 48, (short) 6);
        out.putInt(optional + 56, ALIGNMENT + align(size, ALIGNMENT));
        out.putInt(optional + 60, FILE_ALIGNMENT);
        out.putShort(optional + 68, (short) 3);
        out.putShort(optional + 70, (short) HIGH_ENTROPY_DYNAMIC_BASE_NX);
        out.putLong(optional + 72, 1 << 20);
        out.putLong(optional + 80, ALIGNMENT);
        out.putLong(optional + 88, 1 << 20);
        out.putLong(optional + 96, ALIGNMENT);
        out.putInt(optional + 108, DIRECTORIES);
        out.putInt(optional + 112, ALIGNMENT);
        out.putInt(optional + 116, size);
        int section = optional + OPTIONAL_HEADER;
        out.putLong(section, 0x61746164722eL); // ".rdata"
        out.putInt(section + 8, size);
        out.putInt(section + 12, ALIGNMENT);
        out.putInt(section + 16, fileSize);
        out.putInt(section + 20, FILE_ALIGNMENT);
        out.putInt(section + 36, INITIALIZED_READABLE);
    }
}
