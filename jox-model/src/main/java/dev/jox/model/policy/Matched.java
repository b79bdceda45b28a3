package dev.jox.model.policy;

import dev.jox.model.plan.Location;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/** What the rules that match one resource set, and the placement that adds it by hand. */
final class Matched {
    /** A rule with its place among the rules, counted from 1. */
    record Numbered(int number, Rule rule) {
        String words() {
            return "rule " + number + " (" + rule.criteria() + ")";
        }
    }

    /**
     * A value and who set it.
     *
     * @param by a rule or an attribute of the policy, in words
     */
    record Setting<T>(T value, String by) {}

    static final Matched NONE = new Matched(List.of(), Optional.empty());

    private final List<Numbered> rules;
    private final Optional<Placement> placement;

    Matched(List<Numbered> rules, Optional<Placement> placement) {
        this.rules = rules;
        this.placement = placement;
    }

    Optional<Setting<Boolean>> include() {
        return placement.map(by -> new Setting<>(true, by.by())).or(() -> last(Rule::include));
    }

    Optional<Setting<Location>> location() {
        return placement
                .flatMap(by -> by.location().map(location -> new Setting<>(location, by.by())))
                .or(() -> last(Rule::location));
    }

    Optional<Setting<Location>> locationFallback() {
        return last(Rule::locationFallback);
    }

    Optional<Setting<ExtensionMode>> extension() {
        return last(Rule::extension);
    }

    Optional<Setting<Boolean>> source() {
        return last(Rule::source);
    }

    Optional<Setting<SortedSet<Integer>>> bytecode() {
        return last(Rule::bytecode);
    }

    private <T> Optional<Setting<T>> last(Function<Rule, Optional<T>> setting) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            Numbered numbered = rules.get(i);
            Optional<T> value = setting.apply(numbered.rule());
            if (value.isPresent()) {
                return Optional.of(new Setting<>(value.get(), numbered.words()));
            }
        }
        return Optional.empty();
    }
}
