package dev.jox.model.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * An order of binaries in which each comes after those that it needs, as far as there is one.
 *
 * <p>Cycles are found as strongly connected components (R. Tarjan, "Depth-first search and linear graph algorithms", SIAM J.
 * Comput. 1, 1972); the order is A. B. Kahn's topological one (CACM 5, 1962) over the components, with those first that the
 * caller prefers, then by path, so that it is the same for the same graph.
 */
final class LoadOrder {
    private final Map<String, Integer> rank;
    private final List<List<String>> cycles;

    private LoadOrder(Map<String, Integer> rank, List<List<String>> cycles) {
        this.rank = rank;
        this.cycles = cycles;
    }

    static LoadOrder of(
            Collection<String> paths, Function<String, Set<String>> neededBy, Function<String, Boolean> first) {
        Components components = new Components(neededBy);
        new TreeSet<>(paths).forEach(components::visit);
        Map<Integer, Set<Integer>> dependents = new HashMap<>();
        Map<Integer, Integer> open = new HashMap<>();
        components.component.forEach((path, id) -> {
            for (String needed : neededBy.apply(path)) {
                int other = components.of(needed);
                if (other != id
                        && dependents
                                .computeIfAbsent(other, key -> new HashSet<>())
                                .add(id)) {
                    open.merge(id, 1, Integer::sum);
                }
            }
        });
        PriorityQueue<List<String>> ready = new PriorityQueue<>(
                Comparator.comparing((List<String> members) -> members.stream().noneMatch(first::apply))
                        .thenComparing(members -> members.get(0)));
        for (int id = 0; id < components.members.size(); id++) {
            if (!open.containsKey(id)) {
                ready.add(components.members.get(id));
            }
        }
        Map<String, Integer> rank = new HashMap<>();
        while (!ready.isEmpty()) {
            List<String> members = ready.remove();
            members.forEach(path -> rank.put(path, rank.size()));
            for (int dependent : dependents.getOrDefault(components.of(members.get(0)), Set.of())) {
                if (open.merge(dependent, -1, Integer::sum) == 0) {
                    ready.add(components.members.get(dependent));
                }
            }
        }
        return new LoadOrder(
                rank,
                components.members.stream()
                        .filter(members -> members.size() > 1)
                        .sorted(Comparator.comparing(members -> members.get(0)))
                        .toList());
    }

    /** The paths in order. */
    List<String> sorted(Collection<String> paths) {
        return paths.stream()
                .sorted(Comparator.comparing(path -> rank.getOrDefault(path, Integer.MAX_VALUE)))
                .toList();
    }

    /** Groups of binaries that need each other in a circle, each sorted. */
    List<List<String>> cycles() {
        return cycles;
    }

    /** The group that a binary needs in a circle, itself among them; empty where there is none. */
    Set<String> circleOf(String path) {
        return cycles.stream()
                .filter(cycle -> cycle.contains(path))
                .findFirst()
                .<Set<String>>map(TreeSet::new)
                .orElse(Set.of());
    }

    /** Tarjan's algorithm with a stack of its own: chains of libraries may be longer than Java's stack is deep. */
    private static final class Components {
        private final Function<String, Set<String>> neededBy;
        private final Map<String, Integer> index = new HashMap<>();
        private final Map<String, Integer> low = new HashMap<>();
        private final Map<String, Integer> component = new HashMap<>();
        private final List<List<String>> members = new ArrayList<>();
        private final Deque<String> stack = new ArrayDeque<>();

        private record Frame(String path, Iterator<String> rest) {}

        Components(Function<String, Set<String>> neededBy) {
            this.neededBy = neededBy;
        }

        int of(String path) {
            return component.getOrDefault(path, -1);
        }

        void visit(String root) {
            if (index.containsKey(root)) {
                return;
            }
            Deque<Frame> frames = new ArrayDeque<>();
            frames.push(enter(root));
            while (!frames.isEmpty()) {
                Frame frame = frames.element();
                if (frame.rest().hasNext()) {
                    String next = frame.rest().next();
                    if (!index.containsKey(next)) {
                        frames.push(enter(next));
                    } else if (!component.containsKey(next)) {
                        low.merge(frame.path(), index.getOrDefault(next, 0), Math::min);
                    }
                } else {
                    frames.pop();
                    leave(frame.path());
                    if (!frames.isEmpty()) {
                        low.merge(frames.element().path(), low.getOrDefault(frame.path(), 0), Math::min);
                    }
                }
            }
        }

        private Frame enter(String path) {
            index.put(path, index.size());
            low.put(path, index.size() - 1);
            stack.push(path);
            return new Frame(path, neededBy.apply(path).iterator());
        }

        private void leave(String path) {
            if (low.getOrDefault(path, 0) < index.getOrDefault(path, 0)) {
                return;
            }
            List<String> group = new ArrayList<>();
            String member;
            do {
                member = stack.pop();
                component.put(member, members.size());
                group.add(member);
            } while (!member.equals(path));
            group.sort(Comparator.naturalOrder());
            members.add(group);
        }
    }
}
