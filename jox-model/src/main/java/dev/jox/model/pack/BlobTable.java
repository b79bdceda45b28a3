package dev.jox.model.pack;

import dev.jox.model.Content;
import dev.jox.model.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The contents of a pack, equal ones held once. */
final class BlobTable {
    private final List<Content> contents = new ArrayList<>();
    private final Map<Sha256, Integer> known = new HashMap<>();

    /** The index of the content, which is added if it is new. */
    int add(Content content) {
        return known.computeIfAbsent(content.sha256(), digest -> {
            contents.add(content);
            return contents.size() - 1;
        });
    }

    /** In the order of their indices. */
    List<Content> contents() {
        return List.copyOf(contents);
    }

    /** The table's bytes, to be {@linkplain StoredContents#fillTable filled} when it is known where the contents start. */
    byte[] newTable() {
        return new byte[contents.size() * PackFormat.BLOB_BYTES];
    }
}
