package dev.jox.model.binary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads the relocations of an ELF file: entries with addends, and packed words (gABI, "Relocation", and its SHT_RELR). */
final class ElfRelocations {
    private static final int WORDS_OF_A_BITMAP = 63;

    private ElfRelocations() {}

    static List<ElfRelocation> read(ElfFile elf, ElfDynamic dynamic) throws IOException {
        List<ElfRelocation> relocations = new ArrayList<>();
        readEntries(elf, dynamic, ElfDynamic.RELOCATIONS, ElfDynamic.RELOCATIONS_SIZE, relocations);
        readEntries(elf, dynamic, ElfDynamic.PLT_RELOCATIONS, ElfDynamic.PLT_RELOCATIONS_SIZE, relocations);
        readPacked(elf, dynamic, relocations);
        return relocations;
    }

    private static ByteBuffer table(ElfFile elf, ElfDynamic dynamic, long addressTag, long sizeTag) throws IOException {
        long size = dynamic.value(sizeTag).orElse(0);
        return size == 0
                ? ByteBuffer.allocate(0)
                : elf.memory(dynamic.value(addressTag).orElse(0), size);
    }

    private static void readEntries(
            ElfFile elf, ElfDynamic dynamic, long addressTag, long sizeTag, List<ElfRelocation> to) throws IOException {
        ByteBuffer in = table(elf, dynamic, addressTag, sizeTag);
        while (in.remaining() >= ElfRelocation.SIZE) {
            to.add(ElfRelocation.read(in));
        }
    }

    /** An even word is an address; an odd one has a bit for each of the 63 words that follow the last address. */
    private static void readPacked(ElfFile elf, ElfDynamic dynamic, List<ElfRelocation> to) throws IOException {
        ByteBuffer in = table(elf, dynamic, ElfDynamic.RELATIVE_WORDS, ElfDynamic.RELATIVE_WORDS_SIZE);
        long next = 0;
        while (in.remaining() >= Long.BYTES) {
            long word = in.getLong();
            if ((word & 1) == 0) {
                to.add(relative(elf, word));
                next = word + Long.BYTES;
            } else {
                for (int bit = 0; bit < WORDS_OF_A_BITMAP; bit++) {
                    if ((word >>> (bit + 1) & 1) != 0) {
                        to.add(relative(elf, next + (long) bit * Long.BYTES));
                    }
                }
                next += (long) WORDS_OF_A_BITMAP * Long.BYTES;
            }
        }
    }

    private static ElfRelocation relative(ElfFile elf, long where) throws IOException {
        long addend = elf.memory(where, Long.BYTES).getLong(0);
        return new ElfRelocation(where, ElfRelocation.RELATIVE, 0, addend);
    }
}
