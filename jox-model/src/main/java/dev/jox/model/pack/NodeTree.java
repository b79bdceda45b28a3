package dev.jox.model.pack;

import dev.jox.model.Content;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tree of folders and files that the executable shows. */
final class NodeTree {
    /** A folder or a file, with what is known of it before it has an index. */
    private static final class Node {
        final String path;
        final String name;
        final Map<byte[], Node> children = new TreeMap<>(Arrays::compareUnsigned);
        boolean file;
        boolean executable;
        String place = "";
        int blob = PackFormat.NONE;
        int firstChild = PackFormat.NONE;
        int parentIndex = PackFormat.NONE;

        Node(String path, String name) {
            this.path = path;
            this.name = name;
        }

        Node child(String childName) {
            return children.computeIfAbsent(
                    childName.getBytes(StandardCharsets.UTF_8),
                    key -> new Node(path.isEmpty() ? childName : path + "/" + childName, childName));
        }
    }

    private final Node root = new Node("", "");
    private final BlobTable blobs;

    NodeTree(BlobTable blobs) {
        this.blobs = blobs;
    }

    /**
     * Adds a file.
     *
     * @param place where it lies below the executable's folder; empty when its content is packed
     */
    void addFile(String path, Optional<String> place, Content content, boolean executable) {
        Node node = root;
        for (String segment : path.split("/")) {
            if (node.file) {
                throw new IllegalArgumentException(node.path + " is both a file and a folder");
            }
            node = node.child(segment);
        }
        if (!node.children.isEmpty()) {
            throw new IllegalArgumentException(path + " is both a file and a folder");
        }
        node.file = true;
        node.executable = executable;
        if (place.isPresent()) {
            node.place = place.get();
        } else {
            node.blob = blobs.add(content);
        }
    }

    /** The nodes' elements, and their paths in the same order. */
    Encoded encode(StringTable strings) {
        List<Node> order = breadthFirst();
        ByteBuffer out =
                ByteBuffer.allocate(order.size() * PackFormat.NODE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (Node node : order) {
            strings.put(out, node.path);
            strings.put(out, node.place);
            out.putInt(node.parentIndex);
            out.putInt(node.firstChild);
            out.putInt(node.children.size());
            out.putInt(node.blob);
            out.put((byte) (node.file ? PackFormat.FILE : PackFormat.FOLDER));
            out.put((byte) (node.executable ? 1 : 0));
            out.putShort((short) node.name.getBytes(StandardCharsets.UTF_8).length);
            out.putInt(0);
        }
        return new Encoded(out.array(), order.stream().map(node -> node.path).toList());
    }

    record Encoded(byte[] elements, List<String> paths) {}

    private List<Node> breadthFirst() {
        List<Node> order = new ArrayList<>();
        Deque<Node> pending = new ArrayDeque<>();
        pending.add(root);
        order.add(root);
        int index = 0;
        while (!pending.isEmpty()) {
            Node node = pending.remove();
            Collection<Node> children = node.children.values();
            if (!children.isEmpty()) {
                node.firstChild = order.size();
            }
            for (Node child : children) {
                child.parentIndex = index;
                order.add(child);
                pending.add(child);
            }
            index++;
        }
        return order;
    }
}
