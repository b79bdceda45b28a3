package dev.jox.model.policy;

import dev.jox.model.Flavor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A policy's rules and placements as they apply to one distribution. */
final class Rules {
    private final List<Rule> rules;
    private final Map<String, Placement> placements = new HashMap<>();
    private final Flavor flavor;

    Rules(Policy policy, Flavor flavor) {
        this.rules = policy.rules();
        this.flavor = flavor;
        policy.placements().forEach(placement -> placements.put(placement.path(), placement));
    }

    /** Whether a resource was added by hand. */
    boolean areByHand(String path) {
        return placements.containsKey(path);
    }

    Matched matching(Subject subject) {
        List<Matched.Numbered> matching = new ArrayList<>(0);
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).matches(subject, flavor)) {
                matching.add(new Matched.Numbered(i + 1, rules.get(i)));
            }
        }
        Placement placement = placements.get(subject.path());
        return matching.isEmpty() && placement == null
                ? Matched.NONE
                : new Matched(matching, Optional.ofNullable(placement));
    }
}
