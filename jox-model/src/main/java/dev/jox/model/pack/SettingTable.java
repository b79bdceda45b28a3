package dev.jox.model.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.SortedMap;

/** The encoded settings of a pack. */
record SettingTable(byte[] elements, byte[] values) {
    static SettingTable of(PackSettings settings, StringTable strings) {
        SortedMap<String, List<String>> keyed = settings.keyed();
        int count = keyed.values().stream().mapToInt(List::size).sum();
        ByteBuffer elements =
                ByteBuffer.allocate(keyed.size() * PackFormat.SETTING_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer values = ByteBuffer.allocate(count * PackFormat.TEXT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        keyed.forEach((key, list) -> {
            strings.put(elements, key);
            elements.putInt(values.position() / PackFormat.TEXT_BYTES).putInt(list.size());
            list.forEach(value -> strings.put(values, value));
        });
        return new SettingTable(elements.array(), values.array());
    }
}
