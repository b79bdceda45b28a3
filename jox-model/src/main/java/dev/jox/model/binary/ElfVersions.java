package dev.jox.model.binary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The versions of symbols that an ELF file needs (Linux Standard Base core, "Symbol Versioning"; Elf64_Verneed, Elf64_Vernaux). */
final class ElfVersions {
    private static final int RECORD_SIZE = 16;
    /** The loader starts a program even where such a version is missing (glibc, elf/dl-version.c). */
    private static final int WEAK = 2;

    private ElfVersions() {}

    /**
     * The versions that a file needs of one library.
     *
     * @param library as the file's list of needed libraries names it
     * @param namePosition where the file has the place of that name in its table of names, a 32-bit word
     * @param versions without those whose lack the loader forgives
     */
    record Needed(String library, long namePosition, List<String> versions) {
        Needed {
            versions = List.copyOf(versions);
        }
    }

    /** All needed versions, in the order of the file. */
    static List<Needed> needed(ElfFile elf, ElfDynamic dynamic) throws IOException {
        List<Needed> all = new ArrayList<>();
        long address = dynamic.value(ElfDynamic.VERSIONS_NEEDED).orElse(0);
        long count = dynamic.value(ElfDynamic.VERSIONS_NEEDED_COUNT).orElse(0);
        for (long i = 0; address != 0 && i < count; i++) {
            ByteBuffer need = elf.memory(address, RECORD_SIZE);
            int size = Short.toUnsignedInt(need.getShort(2));
            long version = address + Integer.toUnsignedLong(need.getInt(8));
            List<String> versions = new ArrayList<>();
            for (int j = 0; j < size; j++) {
                ByteBuffer aux = elf.memory(version, RECORD_SIZE);
                if ((aux.getShort(4) & WEAK) == 0) {
                    versions.add(dynamic.text(Integer.toUnsignedLong(aux.getInt(8))));
                }
                version += Integer.toUnsignedLong(aux.getInt(12));
            }
            all.add(new Needed(
                    dynamic.text(Integer.toUnsignedLong(need.getInt(4))),
                    elf.offset(address, RECORD_SIZE) + Integer.BYTES,
                    versions));
            long next = Integer.toUnsignedLong(need.getInt(12));
            address = next == 0 ? 0 : address + next;
        }
        return all;
    }

    /** The lowest glibc that has every version the file needs; empty when it needs none. */
    static Optional<GlibcVersion> glibcFloor(ElfFile elf, ElfDynamic dynamic) throws IOException {
        Optional<GlibcVersion> floor = Optional.empty();
        for (Needed needed : needed(elf, dynamic)) {
            for (String version : needed.versions()) {
                floor = highest(floor, GlibcVersion.ofSymbolVersion(version));
            }
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
