package dev.jox.model.object;

import dev.jox.model.object.LinkFile.Import;
import dev.jox.model.object.LinkFile.Reason;
import dev.jox.model.object.LinkFile.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Tells by their first bytes what files are, and reads them. */
public final class LinkFiles {
    private static final int ELF = 0x464c457f;
    private static final int ELF_RELOCATABLE = 1;
    private static final int BITCODE = 0xdec04342;
    private static final int BITCODE_WRAPPER = 0x0b17c0de;
    private static final int MACH_O_64 = 0xfeedfacf;
    private static final int COFF_X86_64 = 0x8664;
    private static final int COFF_ARM64 = 0xaa64;
    /** ClassID of {@code ANON_OBJECT_HEADER_BIGOBJ}: {D1BAA1C7-BAEE-4ba9-AF20-FAF66AA4DCB8}. */
    private static final byte[] BIG_OBJECT = {
        (byte) 0xc7,
        (byte) 0xa1,
        (byte) 0xba,
        (byte) 0xd1,
        (byte) 0xee,
        (byte) 0xba,
        (byte) 0xa9,
        0x4b,
        (byte) 0xaf,
        0x20,
        (byte) 0xfa,
        (byte) 0xf6,
        0x6a,
        (byte) 0xa4,
        (byte) 0xdc,
        (byte) 0xb8
    };

    private LinkFiles() {}

    /** Reads a file; its path is its name in messages. */
    public static LinkFile read(Path file) throws IOException {
        return read(file.toString(), Files.readAllBytes(file));
    }

    /**
     * Reads what a linker was given.
     *
     * @param name where the bytes are from, for messages
     * @throws ObjectFormatException when the bytes begin as a known format and break it
     */
    public static LinkFile read(String name, byte[] data) throws ObjectFormatException {
        Bytes bytes = new Bytes(name, data);
        if (Archives.isArchive(data)) {
            return Archives.read(name, data);
        }
        if (Archives.isThin(data)) {
            return new Refused(name, Reason.THIN_ARCHIVE, "");
        }
        if (data.length < CoffLayout.HEADER_SIZE) {
            return text(data) ? new Refused(name, Reason.TEXT, "") : new Refused(name, Reason.UNKNOWN, "");
        }
        return switch (bytes.s32(0, "magic")) {
            case ELF -> elf(bytes);
            case BITCODE, BITCODE_WRAPPER -> new Refused(name, Reason.LLVM_BITCODE, "");
            case MACH_O_64 -> new Refused(name, Reason.OTHER_FORMAT, "Mach-O");
            default -> notElf(bytes);
        };
    }

    private static LinkFile elf(Bytes bytes) throws ObjectFormatException {
        if (bytes.u8(4, "class") != 2 || bytes.u8(5, "byte order") != 1) {
            return new Refused(bytes.file(), Reason.OTHER_FORMAT, "ELF, not of 64 bits or not little-endian");
        }
        if (bytes.u16(16, "type") != ELF_RELOCATABLE) {
            return new Refused(bytes.file(), Reason.LINKED, "");
        }
        ElfObject object = ElfReader.read(bytes);
        return GccLto.isSlim(object) ? new Refused(bytes.file(), Reason.GCC_LTO, "") : object;
    }

    private static LinkFile notElf(Bytes bytes) throws ObjectFormatException {
        int machine = bytes.u16(0, "machine");
        if (machine == COFF_X86_64 || machine == COFF_ARM64) {
            return coff(CoffReader.read(bytes, CoffLayout.ordinary(bytes)));
        }
        if (machine == 0 && bytes.u16(2, "signature") == 0xffff) {
            return anonymous(bytes);
        }
        if (machine == ('M' | 'Z' << 8)) {
            return new Refused(bytes.file(), Reason.LINKED, "");
        }
        return new Refused(bytes.file(), text(bytes.array()) ? Reason.TEXT : Reason.UNKNOWN, "");
    }

    private static LinkFile coff(CoffObject object) {
        return GccLto.isSlim(object) ? new Refused(object.name(), Reason.GCC_LTO, "") : object;
    }

    /** Headers that begin with machine 0 and 0xffff: import library members, {@code /bigobj} and {@code /GL} objects. */
    private static LinkFile anonymous(Bytes bytes) throws ObjectFormatException {
        if (bytes.u16(4, "version") == 0) {
            long end = CoffLayout.HEADER_SIZE + bytes.u32(12, "size of an import");
            String symbol = bytes.name(CoffLayout.HEADER_SIZE, end, "imported symbol");
            String dll = bytes.name(CoffLayout.HEADER_SIZE + symbol.length() + 1, end, "imported DLL");
            return new Import(bytes.file(), symbol, dll);
        }
        int at = bytes.check(12, BIG_OBJECT.length, "class of an anonymous object");
        if (Arrays.equals(bytes.array(), at, at + BIG_OBJECT.length, BIG_OBJECT, 0, BIG_OBJECT.length)) {
            return coff(CoffReader.read(bytes, CoffLayout.big(bytes)));
        }
        return new Refused(bytes.file(), Reason.MSVC_LTCG, "");
    }

    private static boolean text(byte[] data) {
        for (int i = 0; i < Math.min(data.length, 512); i++) {
            boolean printable = data[i] >= ' ' || data[i] < -1;
            if (!printable && data[i] != '\n' && data[i] != '\r' && data[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
