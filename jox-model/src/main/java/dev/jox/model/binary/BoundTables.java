package dev.jox.model.binary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the runtime is told of the objects that are bound into the image. The layout is that of {@code bound.h} in the plugin's
 * native sources: an array of {@code struct jox_bound}, then what it points to. Addresses are relative to the image's base.
 */
final class BoundTables {
    private static final int HEAD_WORDS = 14;

    private record Item(BoundObject object, BoundObject.Words words) {}

    private final List<Item> items = new ArrayList<>();

    /** @param objects whose numbers are their places in the list */
    BoundTables(List<BoundObject> objects, ElfExports libpython) throws IOException {
        for (BoundObject object : objects) {
            items.add(new Item(object, object.words(libpython, objects)));
        }
    }

    int count() {
        return items.size();
    }

    /** Size in bytes, wherever the tables are. */
    long size() {
        return encode(0).length;
    }

    /** The tables as they lie at an address, which is a multiple of 8. */
    byte[] encode(long address) {
        long heads = (long) items.size() * HEAD_WORDS * Long.BYTES;
        Area area = new Area(address + heads);
        ByteBuffer out = ByteBuffer.allocate((int) heads).order(ByteOrder.LITTLE_ENDIAN);
        items.forEach(item -> head(item, area, out));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(out.array());
        all.writeBytes(area.bytes.toByteArray());
        return all.toByteArray();
    }

    private static void head(Item item, Area area, ByteBuffer out) {
        BoundObject object = item.object;
        BoundObject.Words words = item.words;
        String name = object.elf().bytes().file().getFileName().toString();
        out.putLong(area.text(name));
        area.list(out, words.direct(), word -> List.of(word.where(), word.value()));
        area.list(
                out,
                words.named(),
                word -> List.of(word.where(), area.text(word.symbol()), area.text(word.version()), word.addend()));
        List<BoundObject.Range> ranges = new ArrayList<>(object.writable());
        ranges.addAll(object.readable());
        area.list(out, ranges, range -> List.of(range.start(), range.size(), (long) range.protection()));
        area.list(out, object.libraries(), library -> List.of((long) library));
        out.putLong(object.init());
        out.putLong(object.initArray().address()).putLong(object.initArray().size() / Long.BYTES);
        area.list(
                out,
                List.copyOf(object.initFunctions().entrySet()),
                function -> List.of(area.text(function.getKey()), function.getValue()));
    }

    private interface Element<T> {
        List<Long> words(T of);
    }

    /** What heads point to. */
    private static final class Area {
        private final long start;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Map<String, Long> texts = new HashMap<>();

        Area(long start) {
            this.start = start;
        }

        /** Adds an array and puts its address and number of elements. */
        <T> void list(ByteBuffer head, List<T> elements, Element<T> element) {
            ByteArrayOutputStream array = new ByteArrayOutputStream();
            for (T one : elements) {
                List<Long> words = element.words(one);
                ByteBuffer out = ByteBuffer.allocate(words.size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                words.forEach(out::putLong);
                array.writeBytes(out.array());
            }
            head.putLong(start + bytes.size()).putLong(elements.size());
            bytes.writeBytes(array.toByteArray());
        }

        /** Address of a text, which ends with NUL; 0 for none. */
        long text(Optional<String> text) {
            return text.map(this::text).orElse(0L);
        }

        long text(String text) {
            return texts.computeIfAbsent(text, key -> {
                byte[] ascii = key.getBytes(StandardCharsets.UTF_8);
                long address = start + bytes.size();
                bytes.writeBytes(ascii);
                bytes.writeBytes(new byte[Long.BYTES - ascii.length % Long.BYTES]);
                return address;
            });
        }
    }
}
