package dev.jox.model.pack;

import dev.jox.model.Content;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The shared objects of a pack and what each needs loaded before it. */
final class LibraryTable {
    private record Library(
            String soname, String path, String place, int blob, int flags, boolean staticTls, List<String> needs) {}

    private final List<Library> libraries = new ArrayList<>();
    private final Map<String, Integer> byPath = new HashMap<>();
    private final List<CircleLink> circles = new ArrayList<>();
    private final BlobTable blobs;

    LibraryTable(BlobTable blobs) {
        this.blobs = blobs;
    }

    /**
     * Adds a shared object and gives its index.
     *
     * @param needs paths of the libraries to load before it, each after those it needs itself
     */
    int add(
            String soname,
            String path,
            Optional<String> place,
            Content content,
            boolean staticTls,
            boolean extension,
            List<String> needs) {
        int flags = (staticTls ? PackFormat.STATIC_TLS : 0) | (extension ? PackFormat.IS_EXTENSION : 0);
        int blob = place.isPresent() ? PackFormat.NONE : blobs.add(content);
        libraries.add(new Library(soname, path, place.orElse(""), blob, flags, staticTls, needs));
        byPath.put(path, libraries.size() - 1);
        return libraries.size() - 1;
    }

    void addCircle(CircleLink link) {
        circles.add(link);
    }

    byte[] circles() {
        ByteBuffer out =
                ByteBuffer.allocate(circles.size() * PackFormat.CIRCLE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (CircleLink link : circles) {
            out.putInt(indexOf("a circle", link.library())).putInt(indexOf(link.library(), link.other()));
            out.putLong(link.offset());
        }
        return out.array();
    }

    /** Adds a shared object that is part of the executable, where it has that number, and gives its index. */
    int addBound(String path, int number) {
        int flags = PackFormat.BOUND | PackFormat.IS_EXTENSION;
        String soname = path.substring(path.lastIndexOf('/') + 1);
        libraries.add(new Library(soname, path, "", number, flags, false, List.of()));
        byPath.put(path, libraries.size() - 1);
        return libraries.size() - 1;
    }

    int count() {
        return libraries.size();
    }

    record Encoded(byte[] elements, byte[] needs) {}

    Encoded encode(StringTable strings) {
        ByteBuffer out =
                ByteBuffer.allocate(libraries.size() * PackFormat.LIBRARY_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> needs = new ArrayList<>();
        for (Library library : libraries) {
            List<Integer> own = needsOf(library);
            strings.put(out, library.soname);
            strings.put(out, library.path);
            strings.put(out, library.place);
            out.putInt(library.blob).putInt(library.flags);
            out.putInt(needs.size()).putInt(own.size());
            needs.addAll(own);
        }
        ByteBuffer needed = ByteBuffer.allocate(needs.size() * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        needs.forEach(needed::putInt);
        return new Encoded(out.array(), needed.array());
    }

    /**
     * What to load before the library. Those that ask for static thread-local storage come as early as their own needs
     * allow: the room for it is small and first come, first served.
     */
    private List<Integer> needsOf(Library library) {
        Set<Integer> order = new LinkedHashSet<>();
        for (String path : library.needs) {
            Library needed = libraries.get(indexOf(library.path, path));
            if (needed.staticTls) {
                needed.needs.forEach(inner -> order.add(indexOf(needed.path, inner)));
                order.add(indexOf(library.path, path));
            }
        }
        library.needs.forEach(path -> order.add(indexOf(library.path, path)));
        return List.copyOf(order);
    }

    private int indexOf(String needing, String path) {
        Integer index = byPath.get(path);
        if (index == null) {
            throw new IllegalArgumentException(needing + " needs " + path + ", which the plan does not have");
        }
        return index;
    }
}
