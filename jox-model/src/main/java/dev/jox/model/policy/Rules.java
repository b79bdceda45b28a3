package dev.jox.model.policy;

import dev.jox.model.Flavor;
import java.util.ArrayList;
import java.util.List;

/** A policy's rules as they apply to one distribution. */
final class Rules {
    private final List<Rule> rules;
    private final Flavor flavor;

    Rules(List<Rule> rules, Flavor flavor) {
        this.rules = rules;
        this.flavor = flavor;
    }

    Matched matching(Subject subject) {
        List<Matched.Numbered> matching = new ArrayList<>(0);
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).matches(subject, flavor)) {
                matching.add(new Matched.Numbered(i + 1, rules.get(i)));
            }
        }
        return matching.isEmpty() ? Matched.NONE : new Matched(matching);
    }
}
