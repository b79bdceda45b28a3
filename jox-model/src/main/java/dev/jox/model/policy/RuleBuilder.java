package dev.jox.model.policy;

import dev.jox.model.Flavor;
import dev.jox.model.plan.Location;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects the criteria and settings of a {@link Rule}. */
public final class RuleBuilder {
    private Optional<Glob> match = Optional.empty();
    private Optional<String> packageName = Optional.empty();
    private Optional<ResourceType> type = Optional.empty();
    private Optional<Flavor> flavor = Optional.empty();
    private OptionalLong minimumSize = OptionalLong.empty();
    private OptionalLong maximumSize = OptionalLong.empty();
    private Optional<Boolean> include = Optional.empty();
    private Optional<Location> location = Optional.empty();
    private Optional<Location> locationFallback = Optional.empty();
    private Optional<ExtensionMode> extension = Optional.empty();
    private Optional<Boolean> source = Optional.empty();
    private Optional<SortedSet<Integer>> bytecode = Optional.empty();

    RuleBuilder() {}

    public RuleBuilder match(Glob value) {
        match = Optional.of(value);
        return this;
    }

    /** @throws IllegalArgumentException when it is no pattern */
    public RuleBuilder match(String pattern) {
        return match(Glob.parse(pattern));
    }

    public RuleBuilder packageName(String value) {
        packageName = Optional.of(value);
        return this;
    }

    public RuleBuilder type(ResourceType value) {
        type = Optional.of(value);
        return this;
    }

    public RuleBuilder flavor(Flavor value) {
        flavor = Optional.of(value);
        return this;
    }

    /** @param bytes the size of the smallest resources that match */
    public RuleBuilder minimumSize(long bytes) {
        minimumSize = OptionalLong.of(bytes);
        return this;
    }

    /** @param bytes the size of the largest resources that match */
    public RuleBuilder maximumSize(long bytes) {
        maximumSize = OptionalLong.of(bytes);
        return this;
    }

    public RuleBuilder include(boolean value) {
        include = Optional.of(value);
        return this;
    }

    public RuleBuilder location(Location value) {
        location = Optional.of(value);
        return this;
    }

    public RuleBuilder locationFallback(Location value) {
        locationFallback = Optional.of(value);
        return this;
    }

    public RuleBuilder extension(ExtensionMode value) {
        extension = Optional.of(value);
        return this;
    }

    public RuleBuilder source(boolean value) {
        source = Optional.of(value);
        return this;
    }

    /** @param levels 0, 1 or 2; empty for no bytecode at all */
    public RuleBuilder bytecode(Collection<Integer> levels) {
        bytecode = Optional.of(Collections.unmodifiableSortedSet(new TreeSet<>(levels)));
        return this;
    }

    /** @throws IllegalArgumentException as {@link Rule}'s constructor does */
    public Rule build() {
        return new Rule(
                match,
                packageName,
                type,
                flavor,
                minimumSize,
                maximumSize,
                include,
                location,
                locationFallback,
                extension,
                source,
                bytecode);
    }
}
