package dev.jox.distribution;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes small ELF relocatable objects for tests: one section of code, and a symbol table. */
final class ElfObjects {
    private static final int HEADER = 64;
    private static final int CODE = 16;
    private static final int SYMBOL = 24;
    private static final byte[] SECTION_NAMES =
            "\0.text\0.symtab\0.strtab\0.shstrtab\0.rela.text\0".getBytes(StandardCharsets.US_ASCII);

    private ElfObjects() {}

    /** An object that defines some functions and needs others. */
    static byte[] of(List<String> defined, List<String> needed) {
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        names.write(0);
        ByteBuffer symbols = little(SYMBOL * (1 + defined.size() + needed.size()));
        symbols.position(SYMBOL);
        defined.forEach(name -> symbol(symbols, names, name, 0x12, 1));
        needed.forEach(name -> symbol(symbols, names, name, 0x10, 0));

        ByteBuffer relocations = little(SYMBOL * needed.size());
        for (int i = 0; i < needed.size(); i++) {
            // R_X86_64_PLT32
            relocations
                    .putLong(0)
                    .putLong((long) (1 + defined.size() + i) << 32 | 4)
                    .putLong(-4);
        }
        int relocationsAt = HEADER + CODE;
        int symbolsAt = relocationsAt + relocations.capacity();
        int namesAt = symbolsAt + symbols.capacity();
        int sectionNamesAt = namesAt + names.size();
        int sectionsAt = (sectionNamesAt + SECTION_NAMES.length + 7) / 8 * 8;
        ByteBuffer file = little(sectionsAt + 6 * HEADER);
        file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1});
        file.putShort(16, (short) 1).putShort(18, (short) 62).putInt(20, 1).putLong(40, sectionsAt);
        file.putShort(52, (short) HEADER)
                .putShort(58, (short) HEADER)
                .putShort(60, (short) 6)
                .putShort(62, (short) 4);
        file.put(relocationsAt, relocations.array());
        file.put(symbolsAt, symbols.array());
        file.put(namesAt, names.toByteArray());
        file.put(sectionNamesAt, SECTION_NAMES);
        file.position(sectionsAt + HEADER);
        section(file, 1, 1, 6, HEADER, CODE, 0, 0, 0);
        section(file, 7, 2, 0, symbolsAt, symbols.capacity(), 3, 1, SYMBOL);
        section(file, 15, 3, 0, namesAt, names.size(), 0, 0, 0);
        section(file, 23, 3, 0, sectionNamesAt, SECTION_NAMES.length, 0, 0, 0);
        section(file, 33, 4, 0, relocationsAt, relocations.capacity(), 2, 1, SYMBOL);
        return file.array();
    }

    private static void symbol(ByteBuffer symbols, ByteArrayOutputStream names, String name, int info, int section) {
        symbols.putInt(names.size()).put((byte) info).put((byte) 0).putShort((short) section);
        symbols.putLong(0).putLong(0);
        names.writeBytes((name + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    private static void section(
            ByteBuffer file, int name, int type, long flags, long at, long size, int link, int info, long entry) {
        file.putInt(name).putInt(type).putLong(flags).putLong(0).putLong(at).putLong(size);
        file.putInt(link).putInt(info).putLong(8).putLong(entry);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
