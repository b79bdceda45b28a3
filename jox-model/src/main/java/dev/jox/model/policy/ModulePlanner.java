package dev.jox.model.policy;

import dev.jox.model.Content;
import dev.jox.model.plan.Planned.PlannedModule;
import dev.jox.model.policy.Matched.Setting;
import dev.jox.model.resource.Bytecode;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.Resource.ModuleBytecode;
import dev.jox.model.resource.Resource.ModuleSource;
import dev.jox.model.resource.ResourceCollection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Plans modules in Python: what of them is carried, and where. */
final class ModulePlanner {
    private final Policy policy;
    private final Places places;
    private final Draft draft;
    private final Map<String, String> uncompiled;
    private final Map<String, SortedMap<Integer, Content>> bytecode = new HashMap<>();

    ModulePlanner(Policy policy, Places places, ResourceCollection collection, Draft draft) {
        this.policy = policy;
        this.places = places;
        this.draft = draft;
        this.uncompiled = collection.uncompiled();
        for (Bytecode code : collection.bytecode()) {
            bytecode.computeIfAbsent(code.path(), path -> new TreeMap<>()).put(code.optimizeLevel(), code.content());
        }
    }

    /** Plans an included module; {@code by} says why it is included, or is empty where that needs no word. */
    void add(ModuleSource module, Matched matched, String by) {
        StringBuilder reason = new StringBuilder(by);
        Place place = places.anywhere(matched);
        reason.append(place.by());
        Map<Integer, Content> levels = levels(module.path(), matched, reason);
        boolean source = source(module.origin(), matched, reason);
        String message = uncompiled.get(module.path());
        if (message != null) {
            source = true;
            reason.append("; packed as source because it does not compile");
            draft.warn(module.path() + " (" + module.origin() + ") is packed as source because it does not compile: "
                    + message);
        } else if (!source && levels.isEmpty()) {
            source = true;
            reason.append("; packed as source because there is no bytecode");
        }
        draft.add(
                new PlannedModule(
                        module.path(),
                        module.origin(),
                        place.location(),
                        reason.toString(),
                        module.name(),
                        module.isPackage(),
                        source ? Optional.of(module.content()) : Optional.empty(),
                        levels),
                place);
    }

    /** Plans an included module that has no source. Its code is carried whatever the levels: there is nothing else. */
    void add(ModuleBytecode module, Matched matched, String by) {
        Map<Integer, Content> code = bytecode.getOrDefault(module.path(), new TreeMap<>());
        if (code.isEmpty()) {
            draft.omitReported(
                    module.path(), module.origin(), "its bytecode is not this Python's, and it has no source");
            return;
        }
        Place place = places.anywhere(matched);
        draft.add(
                new PlannedModule(
                        module.path(),
                        module.origin(),
                        place.location(),
                        by + place.by(),
                        module.name(),
                        module.isPackage(),
                        Optional.empty(),
                        code),
                place);
    }

    private Map<Integer, Content> levels(String path, Matched matched, StringBuilder reason) {
        Optional<Setting<SortedSet<Integer>>> ruled = matched.bytecode();
        ruled.ifPresent(setting -> reason.append("; bytecode by ").append(setting.by()));
        Map<Integer, Content> levels = new TreeMap<>(bytecode.getOrDefault(path, new TreeMap<>()));
        levels.keySet().retainAll(ruled.map(Setting::value).orElseGet(policy::bytecodeLevels));
        return levels;
    }

    private boolean source(Origin origin, Matched matched, StringBuilder reason) {
        boolean ofDistribution = origin.kind() == Origin.Kind.DISTRIBUTION;
        Setting<Boolean> source = matched.source()
                .orElseGet(() -> ofDistribution
                        ? new Setting<>(policy.includeDistributionSources(), "policy.includeDistributionSources")
                        : new Setting<>(
                                policy.includeNonDistributionSources(), "policy.includeNonDistributionSources"));
        if (!source.value()) {
            reason.append("; source left out by ").append(source.by());
        } else if (matched.source().isPresent()) {
            reason.append("; source by ").append(source.by());
        }
        return source.value();
    }
}
