package dev.jox.maven.parameter;

import dev.jox.model.Flavor;
import dev.jox.model.JoxException;
import dev.jox.model.plan.Location;
import dev.jox.model.policy.ExtensionMode;
import dev.jox.model.policy.ResourceType;
import dev.jox.model.policy.Rule;
import dev.jox.model.policy.RuleBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code <rule>}: what the policy says about the resources that match. The last rule that matches and says something wins. */
public final class RuleParameters {
    /** A glob on dotted module names or on paths, such as {@code numpy.**}. */
    @Nullable
    String match;

    /** A package's name. */
    @Nullable
    String packageName;

    /** A kind of resource, such as {@code extension-module}. */
    @Nullable
    String type;

    /** {@code standalone_dynamic} or {@code standalone_static}. */
    @Nullable
    String flavor;

    /** At least this many bytes. */
    @Nullable
    Long minimumSize;

    /** At most this many bytes. */
    @Nullable
    Long maximumSize;

    /** Whether the resource is part of the executable at all. */
    @Nullable
    Boolean include;

    /** {@code in-memory} or {@code filesystem-relative:<folder>}. */
    @Nullable
    String location;

    /** Like {@link #location}, for what cannot be at its location. */
    @Nullable
    String locationFallback;

    /** {@code built-in}, {@code standalone} or {@code auto}. */
    @Nullable
    String extension;

    /** Whether a module's source is included. */
    @Nullable
    Boolean source;

    /** The optimisation levels of a module's bytecode. */
    @Nullable
    List<Integer> bytecode;

    /**
     * The rule as a value.
     *
     * @param number the rule's place among the rules, from 1, for messages
     */
    Rule toRule(int number) {
        RuleBuilder rule = Rule.builder();
        String where = "policy.rules.rule[" + number + "]";
        try {
            Parsed.ifSet(match, rule::match);
            Parsed.ifSet(packageName, rule::packageName);
            Parsed.ifSet(type, text -> rule.type(ResourceType.parse(text)));
            Parsed.ifSet(flavor, text -> rule.flavor(Flavor.parse(text)));
            Parsed.ifSet(minimumSize, rule::minimumSize);
            Parsed.ifSet(maximumSize, rule::maximumSize);
            Parsed.ifSet(include, rule::include);
            Parsed.ifSet(location, text -> rule.location(Location.parse(text)));
            Parsed.ifSet(locationFallback, text -> rule.locationFallback(Location.parse(text)));
            Parsed.ifSet(extension, text -> rule.extension(ExtensionMode.parse(text)));
            Parsed.ifSet(source, rule::source);
            Parsed.ifSet(bytecode, rule::bytecode);
            return rule.build();
        } catch (IllegalArgumentException e) {
            throw JoxException.user(
                    Parsed.element(where) + ": " + e.getMessage() + ".", "Correct the rule in the pom.", e);
        }
    }
}
