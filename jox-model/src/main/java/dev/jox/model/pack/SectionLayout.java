package dev.jox.model.pack;

import dev.jox.model.pack.PackFormat.Section;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Where the sections of a pack lie: header, parts in their order, the contents of the blobs last. */
final class SectionLayout {
    /** A section's bytes, which are elements of one size. */
    record Part(Section section, byte[] bytes, int elementBytes) {}

    private final List<Part> parts;
    private final long[] offsets;
    private final long contentsOffset;

    SectionLayout(List<Part> parts) {
        this.parts = parts;
        this.offsets = new long[parts.size()];
        long offset = headerBytes();
        for (int i = 0; i < offsets.length; i++) {
            offset = PackFormat.align(offset, PackFormat.SECTION_ALIGNMENT);
            offsets[i] = offset;
            offset += parts.get(i).bytes().length;
        }
        this.contentsOffset = PackFormat.align(offset, PackFormat.BLOB_ALIGNMENT);
    }

    private int headerBytes() {
        return PackFormat.HEADER_BYTES + (parts.size() + 1) * PackFormat.SECTION_BYTES;
    }

    long contentsOffset() {
        return contentsOffset;
    }

    /** The bytes of the section, to be changed in place. */
    byte[] part(Section section) {
        return parts.stream()
                .filter(part -> part.section() == section)
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    /** Writes everything up to where the contents start. */
    void write(OutputStream out, long contentsSize) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(headerBytes()).order(ByteOrder.LITTLE_ENDIAN);
        header.put(PackFormat.MAGIC).putInt(PackFormat.VERSION).putInt(parts.size() + 1);
        header.putLong(contentsOffset + contentsSize).putLong(0);
        for (int i = 0; i < offsets.length; i++) {
            Part part = parts.get(i);
            header.putInt(part.section().id()).putInt(part.bytes().length / part.elementBytes());
            header.putLong(offsets[i]).putLong(part.bytes().length);
        }
        header.putInt(Section.CONTENTS.id()).putInt(0).putLong(contentsOffset).putLong(contentsSize);
        out.write(header.array());
        long position = header.capacity();
        for (int i = 0; i < offsets.length; i++) {
            out.write(new byte[Math.toIntExact(offsets[i] - position)]);
            out.write(parts.get(i).bytes());
            position = offsets[i] + parts.get(i).bytes().length;
        }
        out.write(new byte[Math.toIntExact(contentsOffset - position)]);
    }
}
