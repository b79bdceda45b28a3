package dev.jox.model.binary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/**
 * How many symbols an ELF file has: nothing says so but its hash tables. The older one has a field for it (System V gABI,
 * chapter 5, "Hash Table"); of GNU's one must find the end of the chain that goes farthest (glibc, elf/dl-lookup.c).
 */
final class ElfHashes {
    private ElfHashes() {}

    static long symbolCount(ElfFile elf, ElfDynamic dynamic) throws IOException {
        OptionalLong gnu = dynamic.value(ElfDynamic.GNU_HASH);
        if (gnu.isPresent()) {
            return gnuCount(elf, gnu.getAsLong());
        }
        OptionalLong hash = dynamic.value(ElfDynamic.HASH);
        return hash.isEmpty()
                ? 0
                : Integer.toUnsignedLong(elf.memory(hash.getAsLong(), 8).getInt(4));
    }

    private static long gnuCount(ElfFile elf, long address) throws IOException {
        ByteBuffer head = elf.memory(address, 16);
        long bucketCount = Integer.toUnsignedLong(head.getInt(0));
        long first = Integer.toUnsignedLong(head.getInt(4));
        long bloomWords = Integer.toUnsignedLong(head.getInt(8));
        long buckets = address + 16 + bloomWords * Long.BYTES;
        ByteBuffer starts = elf.memory(buckets, bucketCount * Integer.BYTES);
        long last = 0;
        while (starts.hasRemaining()) {
            last = Math.max(last, Integer.toUnsignedLong(starts.getInt()));
        }
        if (last < first) {
            return 0;
        }
        long chain = buckets + bucketCount * Integer.BYTES + (last - first) * Integer.BYTES;
        ByteBuffer hashes = elf.memory(chain, elf.available(chain) / Integer.BYTES * Integer.BYTES);
        while (hashes.hasRemaining()) {
            last++;
            if ((hashes.getInt() & 1) != 0) {
                return last;
            }
        }
        throw elf.bytes().damaged("its symbol hash table has no end");
    }
}
