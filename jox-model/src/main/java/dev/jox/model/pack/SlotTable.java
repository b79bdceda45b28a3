package dev.jox.model.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Builds the open-addressing index of names that the runtime looks things up with. */
final class SlotTable {
    private SlotTable() {}

    /** Slots for the names, at most half of them taken; an element's index is its name's position. */
    static byte[] of(List<String> names) {
        int count = Integer.highestOneBit(Math.max(names.size(), 1) * 2 - 1) * 2;
        ByteBuffer slots = ByteBuffer.allocate(count * PackFormat.SLOT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int index = 0; index < names.size(); index++) {
            int hash = PackFormat.hash(names.get(index).getBytes(StandardCharsets.UTF_8));
            int slot = hash & (count - 1);
            while (slots.getInt(slot * PackFormat.SLOT_BYTES + 4) != 0) {
                slot = (slot + 1) & (count - 1);
            }
            slots.putInt(slot * PackFormat.SLOT_BYTES, hash).putInt(slot * PackFormat.SLOT_BYTES + 4, index + 1);
        }
        return slots.array();
    }
}
