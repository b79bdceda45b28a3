package dev.jox.model.windows;

import java.nio.ByteBuffer;

/**
 * Something that a program's file holds for Windows, in no particular language.
 *
 * @param id by which it is found among those of its type, from 1
 * @param content its bytes, from the buffer's first to its limit
 */
public record Resource(Type type, int id, ByteBuffer content) {
    /** Types that Windows itself looks for. Source: Microsoft, "Resource Types". */
    public enum Type {
        /** An image of an icon. */
        ICON(3),
        /** An icon: its images, by their ids. */
        GROUP_ICON(14),
        VERSION(16),
        MANIFEST(24);

        private final int number;

        Type(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    Resource(Type type, int id, byte... content) {
        this(type, id, ByteBuffer.wrap(content).asReadOnlyBuffer());
    }
}
