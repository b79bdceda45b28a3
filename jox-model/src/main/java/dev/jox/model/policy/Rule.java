package dev.jox.model.policy;

import dev.jox.model.Flavor;
import dev.jox.model.plan.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.regex.Pattern;

/**
 * An exception to the policy for the resources that match. A resource must meet every criterion that is there; every setting
 * that is there is made. Where several rules match, the last one that makes a setting wins for that setting.
 *
 * @param match a pattern on the module's name or on the path
 * @param packageName the package whose resource it is, normalised; {@code python} for the standard library, the artifactId for
 *     the application
 * @param type the kind of resource
 * @param flavor the distribution's flavor
 * @param minimumSize in bytes
 * @param maximumSize in bytes
 * @param include whether the resource is part of the result
 * @param location where it goes
 * @param locationFallback where it goes when it cannot be at its location
 * @param extension what an extension module becomes
 * @param source whether a module's source is carried
 * @param bytecode the optimisation levels at which a module's bytecode is carried
 */
public record Rule(
        Optional<Glob> match,
        Optional<String> packageName,
        Optional<ResourceType> type,
        Optional<Flavor> flavor,
        OptionalLong minimumSize,
        OptionalLong maximumSize,
        Optional<Boolean> include,
        Optional<Location> location,
        Optional<Location> locationFallback,
        Optional<ExtensionMode> extension,
        Optional<Boolean> source,
        Optional<SortedSet<Integer>> bytecode) {

    private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");

    /** @throws IllegalArgumentException when nothing can match, nothing is set, or a level does not exist */
    public Rule {
        packageName = packageName.map(Rule::normalised);
        if (match.isEmpty()
                && packageName.isEmpty()
                && type.isEmpty()
                && flavor.isEmpty()
                && minimumSize.isEmpty()
                && maximumSize.isEmpty()) {
            throw new IllegalArgumentException(
                    "a rule needs at least one of match, packageName, type, flavor, minimumSize, maximumSize");
        }
        if (include.isEmpty()
                && location.isEmpty()
                && locationFallback.isEmpty()
                && extension.isEmpty()
                && source.isEmpty()
                && bytecode.isEmpty()) {
            throw new IllegalArgumentException(
                    "a rule needs at least one of include, location, locationFallback, extension, source, bytecode");
        }
        for (int level : bytecode.map(List::copyOf).orElse(List.of())) {
            if (level < 0 || level > 2) {
                throw new IllegalArgumentException("unknown bytecode level " + level + "; known are 0, 1, 2");
            }
        }
    }

    public static RuleBuilder builder() {
        return new RuleBuilder();
    }

    boolean matches(Subject subject, Flavor distributionFlavor) {
        return match.map(glob -> glob.matches(subject.path(), subject.module())).orElse(true)
                && packageName.map(normalised(subject.origin().name())::equals).orElse(true)
                && type.map(subject.type()::equals).orElse(true)
                && flavor.map(distributionFlavor::equals).orElse(true)
                && subject.size() >= minimumSize.orElse(0)
                && subject.size() <= maximumSize.orElse(Long.MAX_VALUE);
    }

    /** The criteria in words. */
    String criteria() {
        List<String> words = new ArrayList<>();
        match.ifPresent(glob -> words.add(glob.text()));
        packageName.ifPresent(name -> words.add("package " + name));
        type.ifPresent(t -> words.add("type " + t.text()));
        flavor.ifPresent(f -> words.add("flavor " + f.text()));
        minimumSize.ifPresent(size -> words.add("at least " + size + " bytes"));
        maximumSize.ifPresent(size -> words.add("at most " + size + " bytes"));
        return String.join(", ", words);
    }

    /** A project name as https://packaging.python.org/en/latest/specifications/name-normalization/ says. */
    private static String normalised(String name) {
        return SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
    }
}
