package dev.jox.model.binary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The versions of symbols that an ELF file needs (Linux Standard Base core, "Symbol Versioning"; Elf64_Verneed, Elf64_Vernaux). */
final class ElfVersions {
    private static final int RECORD_SIZE = 16;
    /** The loader starts a program even where such a version is missing (glibc, elf/dl-version.c). */
    private static final int WEAK = 2;

    private ElfVersions() {}

    /** The lowest glibc that has every version the file needs; empty when it needs none. */
    static Optional<GlibcVersion> glibcFloor(ElfFile elf, ElfDynamic dynamic) throws IOException {
        long address = dynamic.value(ElfDynamic.VERSIONS_NEEDED).orElse(0);
        long count = dynamic.value(ElfDynamic.VERSIONS_NEEDED_COUNT).orElse(0);
        Optional<GlibcVersion> floor = Optional.empty();
        for (long i = 0; address != 0 && i < count; i++) {
            ByteBuffer need = elf.memory(address, RECORD_SIZE);
            int versions = Short.toUnsignedInt(need.getShort(2));
            long version = address + Integer.toUnsignedLong(need.getInt(8));
            for (int j = 0; j < versions; j++) {
                ByteBuffer aux = elf.memory(version, RECORD_SIZE);
                if ((aux.getShort(4) & WEAK) == 0) {
                    String name = dynamic.text(Integer.toUnsignedLong(aux.getInt(8)));
                    floor = highest(floor, GlibcVersion.ofSymbolVersion(name));
                }
                version += Integer.toUnsignedLong(aux.getInt(12));
            }
            long next = Integer.toUnsignedLong(need.getInt(12));
            address = next == 0 ? 0 : address + next;
        }
        return floor;
    }

    private static Optional<GlibcVersion> highest(Optional<GlibcVersion> one, Optional<GlibcVersion> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().compareTo(other.get()) < 0 ? other : one;
    }
}
