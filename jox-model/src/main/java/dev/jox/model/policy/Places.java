package dev.jox.model.policy;

import dev.jox.model.JoxException;
import dev.jox.model.plan.Location;
import dev.jox.model.policy.Matched.Setting;
import dev.jox.model.resource.Origin;
import java.util.Optional;

/** Chooses locations by rules and policy. */
final class Places {
    private final Policy policy;

    Places(Policy policy) {
        this.policy = policy;
    }

    /** The place of a resource that can be anywhere. */
    Place anywhere(Matched matched) {
        Setting<Location> wanted = wanted(matched);
        return new Place(wanted.value(), wanted.by(), false, matched.location().isPresent());
    }

    /**
     * The place of a resource that cannot be in memory.
     *
     * @param why the cause, in words that follow "because"
     * @throws JoxException when there is no other place
     */
    Place notInMemory(String path, Origin origin, Matched matched, String why) {
        Setting<Location> wanted = wanted(matched);
        if (!(wanted.value() instanceof Location.InMemory)) {
            return anywhere(matched);
        }
        Optional<Setting<Location>> fallback = matched.locationFallback()
                .or(() -> policy.resourcesLocationFallback()
                        .map(location -> new Setting<>(location, "policy.resourcesLocationFallback")));
        if (fallback.isEmpty() || fallback.get().value() instanceof Location.InMemory) {
            throw JoxException.user(
                    path + " (" + origin + ") has no place: " + wanted.by()
                            + " puts it in memory, where it cannot be because " + why
                            + ", and policy.resourcesLocationFallback names no folder.",
                    "Name one with <resourcesLocationFallback>filesystem-relative:lib</resourcesLocationFallback>"
                            + " (-Djox.policy.resourcesLocationFallback), or with a rule's <location> for this resource alone"
                            + (policy.allowInMemorySharedLibraryLoading()
                                    ? "."
                                    : "; or set <allowInMemorySharedLibraryLoading>"
                                            + " (-Djox.policy.allowInMemorySharedLibraryLoading) to true."));
        }
        return new Place(
                fallback.get().value(),
                fallback.get().by() + ", not in memory because " + why,
                true,
                matched.location().isPresent());
    }

    private Setting<Location> wanted(Matched matched) {
        return matched.location()
                .orElseGet(() -> new Setting<>(policy.resourcesLocation(), "policy.resourcesLocation"));
    }
}
