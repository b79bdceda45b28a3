package dev.jox.fetch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The symbolic links of an archive, and where each of them leads. */
final class LinkTable {
    /** As many links as Linux follows for one path. */
    private static final int MOST_LINKS = 40;

    private final Map<String, String> targets = new TreeMap<>();

    void add(EntryName link, String target) throws BadArchiveException {
        if (link.isRoot() || target.isEmpty()) {
            throw new BadArchiveException("the link '" + link + "' has no name or no target");
        }
        targets.put(link.toString(), target);
    }

    void remove(EntryName name) {
        targets.remove(name.toString());
    }

    boolean has(EntryName name) {
        return targets.containsKey(name.toString());
    }

    String target(EntryName link) {
        return Objects.requireNonNull(targets.get(link.toString()));
    }

    Set<EntryName> names() throws BadArchiveException {
        Set<EntryName> names = new LinkedHashSet<>();
        for (String name : targets.keySet()) {
            names.add(EntryName.parse(name));
        }
        return names;
    }

    /**
     * Follows every link, as the operating system will, through the others.
     *
     * @throws BadArchiveException when one leaves the root on its way or leads in a circle
     */
    void check() throws BadArchiveException {
        for (EntryName link : names()) {
            follow(link);
        }
    }

    private void follow(EntryName link) throws BadArchiveException {
        Deque<String> todo = new ArrayDeque<>(link.segments());
        List<String> reached = new ArrayList<>();
        int followed = 0;
        while (!todo.isEmpty()) {
            String segment = todo.pop();
            if (segment.isEmpty() || segment.equals(".")) {
                continue;
            }
            if (segment.equals("..")) {
                if (reached.isEmpty()) {
                    throw leaves(link);
                }
                reached.remove(reached.size() - 1);
                continue;
            }
            reached.add(segment);
            String target = targets.get(String.join("/", reached));
            if (target == null) {
                continue;
            }
            followed++;
            if (followed > MOST_LINKS) {
                throw new BadArchiveException("the link '" + link + "' leads in a circle");
            }
            if (target.startsWith("/") || target.indexOf('\\') >= 0 || target.indexOf('\0') >= 0) {
                throw leaves(link);
            }
            reached.remove(reached.size() - 1);
            List<String> steps = Arrays.asList(target.split("/", -1));
            for (int i = steps.size() - 1; i >= 0; i--) {
                todo.push(steps.get(i));
            }
        }
    }

    private BadArchiveException leaves(EntryName link) {
        return new BadArchiveException(
                "the link '" + link + "' to '" + target(link) + "' would leave the folder it is unpacked to");
    }
}
