package dev.jox.model.policy;

import dev.jox.model.Flavor;
import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.object.Namespace;
import dev.jox.model.plan.Location;
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import dev.jox.model.policy.Matched.Setting;
import dev.jox.model.resource.LinkableExtension;
import dev.jox.model.resource.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides which extension modules of packages are linked into the executable. With a static flavor all that are included are; else those
 * that a rule or {@code <extensionModules>} names. An extension module of which there are objects by hand replaces a package's.
 */
final class PackageBuiltIns {
    /** Of what is linked into the executable itself. */
    private static final Place LINKED = new Place(Location.IN_MEMORY, "", false, false);

    private final Policy policy;
    private final Distribution distribution;
    private final Rules rules;
    private final SortedMap<String, Binary> binaries;
    private final SortedMap<String, LinkableExtension> chosen = new TreeMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final SortedMap<String, String> replaced = new TreeMap<>();

    PackageBuiltIns(Policy policy, Distribution distribution, Rules rules, SortedMap<String, Binary> binaries) {
        this.policy = policy;
        this.distribution = distribution;
        this.rules = rules;
        this.binaries = binaries;
    }

    /**
     * Chooses among all that could be.
     *
     * @param draft gets those that are left out and are nothing else
     */
    void choose(List<LinkableExtension> linkable, Draft draft) {
        Map<ModuleName, LinkableExtension> byHand = new HashMap<>();
        linkable.stream()
                .filter(PackageBuiltIns::isByHand)
                .forEach(extension -> byHand.put(extension.name(), extension));
        for (Binary binary : binaries.values()) {
            binary.module()
                    .map(byHand::get)
                    .filter(extension -> !extension.path().equals(binary.path()))
                    .ifPresent(extension -> replaced.put(binary.path(), "<extensionModules> has " + extension.name()));
        }
        for (LinkableExtension extension : linkable) {
            if (!replaced.containsKey(extension.path())
                    && (isByHand(extension) || !byHand.containsKey(extension.name()))) {
                choose(extension, draft);
            }
        }
        replaced.forEach((path, why) -> Optional.ofNullable(binaries.get(path))
                .ifPresent(binary -> draft.omitReported(path, binary.resource().origin(), why)));
    }

    /** Paths of the extension modules that become built-ins, in order. */
    SortedMap<String, LinkableExtension> chosen() {
        return chosen;
    }

    /** Whether a binary is accounted for: it becomes a built-in, or one takes its place. */
    boolean takes(String path) {
        return chosen.containsKey(path) || replaced.containsKey(path);
    }

    /**
     * The chosen ones whose code is in a library that is loaded, as the shared libraries that they are otherwise: what they need and
     * where they can be is the same.
     */
    SortedMap<String, Binary> loaded() {
        SortedMap<String, Binary> loaded = new TreeMap<>();
        if (distribution.libpython().shared()) {
            chosen.keySet()
                    .forEach(path ->
                            Optional.ofNullable(binaries.get(path)).ifPresent(binary -> loaded.put(path, binary)));
        }
        return loaded;
    }

    /**
     * Plans a chosen one.
     *
     * @param libraries what must be loaded before it
     * @param place where its code is; empty when it is linked into the executable
     */
    void plan(LinkableExtension extension, List<String> libraries, Optional<Place> place, Draft draft) {
        Place where = place.orElse(LINKED);
        draft.add(
                new PlannedBuiltIn(
                        extension.path(),
                        extension.origin(),
                        where.location(),
                        words.getOrDefault(extension.path(), "") + "built " + extension.build()
                                + place.map(chosen -> "; " + chosen.by()).orElse(""),
                        extension.name(),
                        extension.isPackage(),
                        Namespace.initFunction(extension.name()),
                        Optional.of(extension),
                        libraries,
                        Optional.empty()),
                where);
    }

    private static boolean isByHand(LinkableExtension extension) {
        return extension.origin().kind() == Origin.Kind.APPLICATION;
    }

    private void choose(LinkableExtension extension, Draft draft) {
        String path = extension.path();
        Binary binary = binaries.get(path);
        Matched matched = binary == null
                ? rules.matching(new Subject(
                        path, Optional.of(extension.name()), extension.origin(), ResourceType.EXTENSION_MODULE, 0))
                : binary.matched();
        Inclusion.Decision decision = Inclusion.ofPackageBinary(matched, policy);
        if (!decision.included()) {
            if (binary == null) {
                draft.omit(path, extension.origin(), decision.by());
            }
            return;
        }
        Optional<Setting<ExtensionMode>> mode = matched.extension();
        boolean isStatic = distribution.flavor() == Flavor.STANDALONE_STATIC;
        boolean standalone = mode.filter(setting -> setting.value() == ExtensionMode.STANDALONE)
                .isPresent();
        if (standalone && (isStatic || binary == null)) {
            throw standaloneRefused(extension, mode.get(), isStatic);
        }
        boolean ruled = mode.filter(setting -> setting.value() == ExtensionMode.BUILT_IN)
                .isPresent();
        if (!standalone && (isStatic || ruled || isByHand(extension))) {
            chosen.put(path, extension);
            List<String> why = new ArrayList<>(List.of(decision.by()));
            why.add(mode.map(setting -> setting.by() + "; ").orElse(""));
            words.put(path, String.join("", why));
        }
    }

    private JoxException standaloneRefused(
            LinkableExtension extension, Setting<ExtensionMode> setting, boolean isStatic) {
        return JoxException.user(
                setting.by() + " wants " + extension.name() + " (" + extension.origin() + ") to be standalone, but "
                        + (isStatic
                                ? "a " + distribution.flavor().text() + " executable for "
                                        + distribution.target().triple() + " cannot load shared libraries."
                                : "there is no shared library of it."),
                "Set <extension> to auto or built-in for it.");
    }
}
