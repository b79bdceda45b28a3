package dev.jox.model.binary;

import dev.jox.model.binary.PeFile.Directory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Where a PE image holds addresses ("The .reloc Section" of Microsoft, "PE Format"). */
final class PeRelocations {
    private static final int BLOCK_HEADER = 8;
    private static final int DIR64 = 10;

    private PeRelocations() {}

    /** Addresses of the words that the loader adds the image's base to, in the order of the table. */
    static long[] words(PeFile file) throws IOException {
        Directory directory = file.directory(PeFile.RELOCATIONS);
        if (directory.address() == 0) {
            return new long[0];
        }
        ByteBuffer table = file.at(directory.address(), directory.size());
        long[] words = new long[table.limit() / Short.BYTES];
        int count = 0;
        int at = 0;
        while (at + BLOCK_HEADER <= table.limit()) {
            long page = Integer.toUnsignedLong(table.getInt(at));
            int size = table.getInt(at + 4);
            if (size < BLOCK_HEADER || size > table.limit() - at) {
                break;
            }
            for (int entry = at + BLOCK_HEADER; entry + Short.BYTES <= at + size; entry += Short.BYTES) {
                int value = Short.toUnsignedInt(table.getShort(entry));
                if (value >>> 12 == DIR64) {
                    words[count++] = page + (value & 0xfff);
                }
            }
            at += size;
        }
        return Arrays.copyOf(words, count);
    }
}
