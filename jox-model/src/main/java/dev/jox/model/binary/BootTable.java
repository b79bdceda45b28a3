package dev.jox.model.binary;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the boot code is told: which words of the runtime to fill in with what, and where the parts of the image are. The
 * layout is that of {@code boot.h} in the plugin's native sources. Addresses are relative to the image's base.
 *
 * @param direct words that point into the image
 * @param named words that point to symbols of libc
 */
record BootTable(List<Direct> direct, List<Named> named) {
    /** Size of {@code struct jox_boot_table}. */
    static final int HEAD_SIZE = 15 * Long.BYTES;

    private static final int DIRECT_SIZE = 2 * Long.BYTES;
    private static final int NAMED_SIZE = 3 * Long.BYTES;

    /** A word at {@code where} that gets the address of {@code value}. */
    record Direct(long where, long value) {}

    /** A word at {@code where} that gets the address of libc's {@code symbol} plus {@code addend}. */
    record Named(long where, String symbol, long addend) {}

    /** A part of the image; empty with size 0. */
    record Part(long address, long size) {}

    /**
     * What the head says beside the tables.
     *
     * @param self address of the head
     * @param dlsymSlot the word that the loader fills with dlsym's address
     * @param protect whole pages to be made read-only once relocated
     * @param init address of the constructor that comes first; 0 for none
     * @param initArray addresses of constructors
     * @param bound what {@link BoundTables} describes; its size is the number of bound objects
     */
    record Places(long self, long dlsymSlot, Part protect, long init, Part initArray, Part pack, Part bound) {}

    BootTable {
        direct = List.copyOf(direct);
        named = List.copyOf(named);
    }

    /** {@code struct jox_boot_table} with the tables at {@code tables}. */
    ByteBuffer head(Places places, long tables) {
        ByteBuffer head = ByteBuffer.allocate(HEAD_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(places.self()).putLong(places.dlsymSlot());
        head.putLong(tables).putLong(direct.size());
        head.putLong(tables + directSize()).putLong(named.size());
        head.putLong(places.protect().address()).putLong(places.protect().size());
        head.putLong(places.init());
        head.putLong(places.initArray().address()).putLong(places.initArray().size() / Long.BYTES);
        head.putLong(places.pack().address()).putLong(places.pack().size());
        head.putLong(places.bound().address()).putLong(places.bound().size());
        return head.flip();
    }

    /** The tables as they lie at the address {@code tables}: direct words, named words, names. */
    byte[] tables(long tables) {
        Map<String, Long> names = new LinkedHashMap<>();
        long address = tables + directSize() + namedSize();
        for (Named word : named) {
            if (names.putIfAbsent(word.symbol(), address) == null) {
                address += word.symbol().length() + 1;
            }
        }
        ByteBuffer out = ByteBuffer.allocate(size()).order(ByteOrder.LITTLE_ENDIAN);
        direct.forEach(word -> out.putLong(word.where()).putLong(word.value()));
        for (Named word : named) {
            out.putLong(word.where())
                    .putLong(names.getOrDefault(word.symbol(), 0L))
                    .putLong(word.addend());
        }
        names.keySet()
                .forEach(name ->
                        out.put(name.getBytes(StandardCharsets.US_ASCII)).put((byte) 0));
        return out.array();
    }

    /** Size of the tables in bytes. */
    int size() {
        int names = named.stream()
                .map(Named::symbol)
                .distinct()
                .mapToInt(name -> name.length() + 1)
                .sum();
        return directSize() + namedSize() + names;
    }

    private int directSize() {
        return direct.size() * DIRECT_SIZE;
    }

    private int namedSize() {
        return named.size() * NAMED_SIZE;
    }
}
