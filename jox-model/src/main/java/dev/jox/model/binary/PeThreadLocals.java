package dev.jox.model.binary;

import dev.jox.model.binary.PeFile.Directory;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Whether the code of a DLL has thread-local variables, and reaches them as the launcher's loader expects (pe/storage_win.c of the
 * runtime): by loads of {@code gs:[58h]} in the form that all compilers for x86_64 write. Many DLLs have a TLS directory for its
 * callbacks only, which tell them of threads: every DLL that mingw-w64 links. Source: Microsoft, "PE Format", "The .tls Section".
 */
enum PeThreadLocals {
    NONE,
    USUAL,
    UNUSUAL;

    private static final int SEGMENT_GS = 0x65;
    private static final int REX_W = 0x48;
    private static final int LOAD = 0x8b;
    private static final int ABSOLUTE = 0x25;
    private static final int TABLE_OF_THREAD = 0x58;

    /** The bytes before the offset in the form {@code gs rex.w op modrm sib}. */
    private static final int BEFORE_OFFSET = 5;

    /** Where the directory has the address of the index that the loader gives the image. */
    private static final int INDEX_AT = 16;

    /** From an operand's end to the instruction's end: another operand of so many bytes may follow. */
    private static final int[] FOLLOWING = {0, 1, 2, 4};

    static PeThreadLocals of(PeFile file) throws IOException {
        Directory directory = file.directory(PeFile.TLS);
        if (directory.address() == 0) {
            return NONE;
        }
        long indexField = directory.address() + INDEX_AT;
        long index = file.pointer(indexField);
        int loads = 0;
        boolean asksForIndex = false;
        for (PeSection section : file.sections()) {
            if (!section.code()) {
                continue;
            }
            ByteBuffer code = file.at(section.address(), Math.min(section.fileSize(), section.size()));
            for (int at = 0; at + BEFORE_OFFSET + Integer.BYTES <= code.limit(); at++) {
                int operand = code.getInt(at + BEFORE_OFFSET);
                if (operand == TABLE_OF_THREAD && isAbsoluteInThread(code, at)) {
                    if (!isLoad(code, at)) {
                        return UNUSUAL;
                    }
                    loads++;
                }
                asksForIndex |= isAt(index, section.address() + at + BEFORE_OFFSET + Integer.BYTES + operand);
            }
        }
        for (long word : PeRelocations.words(file)) {
            asksForIndex |= word != indexField && file.pointer(word) == index;
        }
        if (loads > 0) {
            return USUAL;
        }
        return asksForIndex ? UNUSUAL : NONE;
    }

    /** Whether an instruction with an operand at an address in the thread's block is there, with a REX prefix or without. */
    private static boolean isAbsoluteInThread(ByteBuffer code, int at) {
        return (Byte.toUnsignedInt(code.get(at)) == SEGMENT_GS || Byte.toUnsignedInt(code.get(at + 1)) == SEGMENT_GS)
                && (code.get(at + 3) & 0xc7) == 0x04
                && code.get(at + 4) == ABSOLUTE;
    }

    private static boolean isLoad(ByteBuffer code, int at) {
        return Byte.toUnsignedInt(code.get(at)) == SEGMENT_GS
                && (code.get(at + 1) & 0xfb) == REX_W
                && Byte.toUnsignedInt(code.get(at + 2)) == LOAD;
    }

    /** Whether an operand relative to its instruction's end can mean the index. */
    private static boolean isAt(long index, long target) {
        for (int following : FOLLOWING) {
            if (target + following == index) {
                return true;
            }
        }
        return false;
    }
}
