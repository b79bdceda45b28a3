package dev.jox.model.binary;

import dev.jox.model.binary.PeFile.Directory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a PE image imports and exports, by name. */
final class PeTables {
    private static final int IMPORT_ENTRY = 20;
    private static final int DELAY_ENTRY = 32;

    private PeTables() {}

    /** Names of the DLLs that it needs, in order; those that are loaded at their first use come last. */
    static List<String> needed(PeFile file) throws IOException {
        List<String> names = new ArrayList<>();
        names(file, file.directory(PeFile.IMPORTS), IMPORT_ENTRY, 12, names);
        names(file, file.directory(PeFile.DELAY_IMPORTS), DELAY_ENTRY, 4, names);
        return names.stream().distinct().toList();
    }

    /** Adds the name in each entry of a table that ends with an entry without one. */
    private static void names(PeFile file, Directory table, int entrySize, int nameAt, List<String> names)
            throws IOException {
        if (table.address() == 0) {
            return;
        }
        for (long at = table.address(); ; at += entrySize) {
            long name = Integer.toUnsignedLong(file.at(at, entrySize).getInt(nameAt));
            if (name == 0) {
                return;
            }
            names.add(file.text(name));
        }
    }

    /** Names of what it exports, in the order of the table, which is sorted; whether each is a function. */
    static SortedMap<String, Boolean> exports(PeFile file) throws IOException {
        SortedMap<String, Boolean> exports = new TreeMap<>();
        Directory table = file.directory(PeFile.EXPORTS);
        if (table.address() == 0) {
            return exports;
        }
        ByteBuffer header = file.at(table.address(), 40);
        int count = header.getInt(24);
        ByteBuffer pointers = file.at(Integer.toUnsignedLong(header.getInt(32)), count * (long) Integer.BYTES);
        ByteBuffer ordinals = file.at(Integer.toUnsignedLong(header.getInt(36)), count * (long) Short.BYTES);
        ByteBuffer addresses = file.at(
                Integer.toUnsignedLong(header.getInt(28)), Integer.toUnsignedLong(header.getInt(20)) * Integer.BYTES);
        for (int i = 0; i < count; i++) {
            int ordinal = Short.toUnsignedInt(ordinals.getShort(i * Short.BYTES));
            long address = Integer.toUnsignedLong(addresses.getInt(ordinal * Integer.BYTES));
            exports.put(file.text(Integer.toUnsignedLong(pointers.getInt(i * Integer.BYTES))), file.isCode(address));
        }
        return exports;
    }
}
