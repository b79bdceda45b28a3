package dev.jox.model.policy;

import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.Libpython;
import dev.jox.model.distribution.StandardExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The standard library's extension modules: their variants, and what the policy's filter says about each. */
final class StandardExtensions {
    /**
     * What becomes of one module.
     *
     * @param chosen the variant that is taken; empty when the module is left out
     * @param by why, in words
     */
    record Choice(Optional<StandardExtension> chosen, String by) {}

    /** Modules for CPython's own tests: TEST_MODULES in configure.ac and Modules/Setup.stdlib.in. */
    private static final Set<String> TEST_MODULES =
            Set.of("_ctypes_test", "_xxtestfuzz", "xxlimited", "xxlimited_35", "xxsubtype");

    /** Libraries that are parts of libc, by the names after {@code -l}: math is linked with one, and needs nothing all the same. */
    private static final Set<String> LIBC = Set.of("c", "m", "dl", "pthread", "rt", "util");

    private final Policy policy;
    private final SortedMap<ModuleName, List<StandardExtension>> variants = new TreeMap<>();
    private final boolean separable;

    StandardExtensions(Policy policy, Distribution distribution) {
        this.policy = policy;
        this.separable = distribution.libpython() instanceof Libpython.StaticArchive
                && distribution.core().isPresent();
        for (StandardExtension extension : distribution.extensions()) {
            variants.computeIfAbsent(extension.name(), name -> new ArrayList<>())
                    .add(extension);
        }
        policy.preferredExtensionModuleVariants().forEach(this::checkPreference);
    }

    /** Every module that the distribution describes. */
    Set<ModuleName> names() {
        return variants.keySet();
    }

    /** What becomes of a module that the distribution describes. */
    Choice choose(ModuleName name, Matched matched) {
        List<StandardExtension> all = variants.getOrDefault(name, List.of());
        Optional<Matched.Setting<Boolean>> include = matched.include();
        List<StandardExtension> fixed = all.stream().filter(this::inseparable).toList();
        if (include.isPresent()) {
            if (include.get().value()) {
                return take(
                        name,
                        prefer(all, matched),
                        "included by " + include.get().by() + "; ");
            }
            return fixed.isEmpty()
                    ? new Choice(Optional.empty(), include.get().by())
                    : take(name, fixed, include.get().by() + " cannot take it out of libpython; ");
        }
        if (!policy.includeTest() && isTest(name) && fixed.isEmpty()) {
            return new Choice(Optional.empty(), "policy.includeTest is false");
        }
        List<StandardExtension> required = prefer(all, matched).stream()
                .filter(StandardExtension::required)
                .toList();
        if (!required.isEmpty()) {
            return take(name, required, "");
        }
        List<StandardExtension> passing =
                prefer(all, matched).stream().filter(this::passes).toList();
        List<StandardExtension> sound = passing.stream()
                .filter(extension -> defect(extension).isEmpty())
                .toList();
        if (!sound.isEmpty()) {
            return take(name, sound, "");
        }
        Optional<String> defect = passing.stream().findFirst().flatMap(this::defect);
        if (defect.isPresent()) {
            return new Choice(Optional.empty(), "it cannot be linked: " + defect.get());
        }
        String filter = "policy.extensionModuleFilter is "
                + policy.extensionModuleFilter().text();
        return fixed.isEmpty()
                ? new Choice(Optional.empty(), filter)
                : take(name, fixed, filter + ", but it is part of libpython; ");
    }

    /** Whether a module file of the standard library that the distribution does not describe is included. */
    Inclusion.Decision undescribed(ModuleName name, boolean needsLibraries, Matched matched) {
        return Inclusion.ruled(matched).orElseGet(() -> {
            if (!policy.includeTest() && isTest(name)) {
                return new Inclusion.Decision(false, "policy.includeTest is false");
            }
            boolean passes = switch (policy.extensionModuleFilter()) {
                case ALL -> true;
                case MINIMAL, NO_COPYLEFT -> false;
                case NO_LIBRARIES -> !needsLibraries;
            };
            return passes
                    ? new Inclusion.Decision(true, "")
                    : new Inclusion.Decision(
                            false,
                            "policy.extensionModuleFilter is "
                                    + policy.extensionModuleFilter().text()
                                    + ", and the distribution does not describe it");
        });
    }

    private boolean passes(StandardExtension extension) {
        return switch (policy.extensionModuleFilter()) {
            case ALL -> true;
            case MINIMAL -> false;
            case NO_LIBRARIES -> LIBC.containsAll(extension.links());
            case NO_COPYLEFT -> !extension.copyleft();
        };
    }

    /** Variants that are of the kind a rule wants, or all where none is. */
    private static List<StandardExtension> prefer(List<StandardExtension> all, Matched matched) {
        ExtensionMode mode = matched.extension().map(Matched.Setting::value).orElse(ExtensionMode.AUTO);
        List<StandardExtension> ofKind = all.stream()
                .filter(extension ->
                        mode == ExtensionMode.AUTO || extension.builtIn() == (mode == ExtensionMode.BUILT_IN))
                .toList();
        return ofKind.isEmpty() ? all : ofKind;
    }

    private Choice take(ModuleName name, List<StandardExtension> candidates, String by) {
        String preferred = policy.preferredExtensionModuleVariants().get(name.dotted());
        for (StandardExtension candidate : candidates) {
            if (candidate.variant().equals(preferred)) {
                return new Choice(Optional.of(candidate), by + "policy.preferredExtensionModuleVariants; ");
            }
        }
        StandardExtension usual = candidates.stream()
                .filter(candidate -> candidate.variant().equals("default"))
                .findFirst()
                .orElse(candidates.get(0));
        return new Choice(Optional.of(usual), by);
    }

    /** Why a module cannot be linked, where it has to be. */
    private Optional<String> defect(StandardExtension extension) {
        return separable && extension.builtIn() ? extension.defect() : Optional.empty();
    }

    private boolean inseparable(StandardExtension extension) {
        return extension.builtIn() && !(separable && !extension.objects().isEmpty());
    }

    private static boolean isTest(ModuleName name) {
        return name.dotted().startsWith("_test") || TEST_MODULES.contains(name.dotted());
    }

    private void checkPreference(String module, String variant) {
        List<StandardExtension> known = variants.getOrDefault(new ModuleName(module), List.of());
        if (known.stream().noneMatch(extension -> extension.variant().equals(variant))) {
            throw JoxException.user(
                    "policy.preferredExtensionModuleVariants asks for variant '" + variant + "' of " + module
                            + ", which the distribution does not have.",
                    known.isEmpty()
                            ? "It has no extension module of that name; remove the entry."
                            : "It has "
                                    + known.stream()
                                            .map(StandardExtension::variant)
                                            .collect(Collectors.joining(", ")) + ".");
        }
    }
}
