package dev.jox.model.binary;

import dev.jox.model.windows.Resource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The section of a program's resources: a tree of directories by type, id and language, then where each resource is, then the resources.
 * Source: Microsoft, "PE Format", section "The .rsrc Section".
 */
final class PeResources {
    static final String SECTION = ".rsrc";

    private static final int DIRECTORY = 16;
    private static final int DIRECTORY_ENTRY = 8;
    private static final int DATA_ENTRY = 16;
    private static final int IS_DIRECTORY = 0x8000_0000;
    private static final int ALIGNMENT = 8;

    private final List<Resource> resources = new ArrayList<>();
    private final SortedMap<Integer, List<Resource>> types = new TreeMap<>();

    private PeResources(List<Resource> resources) {
        for (Resource resource : resources) {
            types.computeIfAbsent(resource.type().number(), type -> new ArrayList<>())
                    .add(resource);
        }
        types.values().forEach(this.resources::addAll);
    }

    /**
     * The section's content.
     *
     * @param resources those of a type in the order of their ids
     * @param address of the section, relative to the image's base
     */
    static byte[] section(List<Resource> resources, long address) {
        return new PeResources(resources).write(address);
    }

    private byte[] write(long address) {
        int languages = directories() - resources.size() * (DIRECTORY + DIRECTORY_ENTRY);
        int entries = directories();
        int end = entries + resources.size() * DATA_ENTRY;
        List<Integer> places = new ArrayList<>();
        for (Resource resource : resources) {
            places.add(PeHeaders.align(end, ALIGNMENT));
            end = places.get(places.size() - 1) + resource.content().limit();
        }
        ByteBuffer out = ByteBuffer.allocate(end).order(ByteOrder.LITTLE_ENDIAN);

        int directory = DIRECTORY + types.size() * DIRECTORY_ENTRY;
        begin(out, types.size());
        for (Map.Entry<Integer, List<Resource>> type : types.entrySet()) {
            out.putInt(type.getKey()).putInt(directory | IS_DIRECTORY);
            directory += DIRECTORY + type.getValue().size() * DIRECTORY_ENTRY;
        }
        for (List<Resource> type : types.values()) {
            begin(out, type.size());
            for (Resource resource : type) {
                out.putInt(resource.id()).putInt(languages | IS_DIRECTORY);
                languages += DIRECTORY + DIRECTORY_ENTRY;
            }
        }
        for (int i = 0; i < resources.size(); i++) {
            begin(out, 1);
            out.putInt(0).putInt(entries + i * DATA_ENTRY); // no particular language
        }
        for (int i = 0; i < resources.size(); i++) {
            out.putInt((int) address + places.get(i))
                    .putInt(resources.get(i).content().limit())
                    .putInt(0)
                    .putInt(0);
        }
        for (int i = 0; i < resources.size(); i++) {
            ByteBuffer content = resources.get(i).content();
            out.put(places.get(i), content, 0, content.limit());
        }
        return out.array();
    }

    /** The size of all directories. */
    private int directories() {
        return (1 + types.size() + resources.size()) * DIRECTORY
                + (types.size() + 2 * resources.size()) * DIRECTORY_ENTRY;
    }

    /** Writes the head of a directory, whose entries have numbers and no names. */
    private static void begin(ByteBuffer out, int entries) {
        out.putInt(0).putInt(0).putInt(0).putShort((short) 0).putShort((short) entries);
    }
}
