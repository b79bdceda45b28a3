package dev.jox.model.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A file {@code .ico}: the images of one icon in several sizes. Source: Microsoft, "Icons" (Win32, Menus and other resources) and
 * "Resource File Formats", section "Icon Resources".
 */
final class IconFile {
    private static final int HEADER = 6;
    private static final int ENTRY = 16;

    /** An entry of a group names its image by a number of two bytes where the file's has an offset of four. */
    private static final int GROUP_ENTRY = 14;

    private static final int ICON = 1;
    private static final int PNG = 0x474e_5089;
    private static final int BITMAP_HEADER = 40;

    private IconFile() {}

    /**
     * The resources that a program with this icon has: each image, and the group of them.
     *
     * @throws IllegalArgumentException when it is no such file, or a damaged one
     */
    static List<Resource> resources(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < HEADER || in.getShort(0) != 0 || in.getShort(2) != ICON || in.getShort(4) == 0) {
            throw new IllegalArgumentException("is no icon in the format .ico");
        }
        int count = Short.toUnsignedInt(in.getShort(4));
        if (file.length < HEADER + count * ENTRY) {
            throw new IllegalArgumentException("is cut off: it lists " + count + " images");
        }
        List<Resource> resources = new ArrayList<>();
        ByteBuffer group = ByteBuffer.allocate(HEADER + count * GROUP_ENTRY).order(ByteOrder.LITTLE_ENDIAN);
        group.put(0, file, 0, HEADER);
        for (int i = 0; i < count; i++) {
            int entry = HEADER + i * ENTRY;
            group.put(HEADER + i * GROUP_ENTRY, file, entry, GROUP_ENTRY - 2);
            group.putShort(HEADER + i * GROUP_ENTRY + GROUP_ENTRY - 2, (short) (i + 1));
            resources.add(new Resource(Resource.Type.ICON, i + 1, image(in, entry, i + 1)));
        }
        resources.add(new Resource(Resource.Type.GROUP_ICON, 1, group.array()));
        return resources;
    }

    private static byte[] image(ByteBuffer in, int entry, int number) {
        long size = Integer.toUnsignedLong(in.getInt(entry + 8));
        long offset = Integer.toUnsignedLong(in.getInt(entry + 12));
        if (size < BITMAP_HEADER || offset + size > in.limit()) {
            throw new IllegalArgumentException("is cut off: its image " + number + " is not there in full");
        }
        byte[] image = new byte[(int) size];
        in.get((int) offset, image);
        int start = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).getInt(0);
        if (start != PNG && start != BITMAP_HEADER) {
            throw new IllegalArgumentException("is damaged: its image " + number + " is neither a bitmap nor a PNG");
        }
        return image;
    }
}
