package dev.jox.model.policy;

import dev.jox.model.JoxException;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.Libpython;
import dev.jox.model.plan.Location;
import dev.jox.model.plan.Planned;
import dev.jox.model.plan.Planned.PlannedBoundLibrary;
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.Resource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Chooses the standard library's extension modules that are bound, which is laid into the executable beside a shared libpython
 * as built-in modules, with the libraries that only they need. A bound module needs nothing of the machine: neither memory
 * files nor {@code /proc}.
 */
final class Binding {
    /** Where what is bound is. */
    static final Place PLACE = new Place(Location.IN_MEMORY, "bound into the executable", false, false);

    /** What the loader has always loaded for libpython: its own libraries, and these. */
    private static final Set<String> ALWAYS_LOADED = Set.of("libc.so.6", "ld-linux-x86-64.so.2");

    private final Distribution distribution;
    private final Places places;
    private final LibraryGraph graph;
    private final Set<String> loaded = new HashSet<>(ALWAYS_LOADED);
    private final SortedSet<String> bound = new TreeSet<>();
    private final Map<String, String> refusals = new HashMap<>();

    /** @param linked paths of modules that are built-in in another way, and load what they need */
    Binding(
            Distribution distribution,
            Optional<NativeImage> libpython,
            Places places,
            LibraryGraph graph,
            SortedMap<String, Binary> included,
            Set<String> linked) {
        this.distribution = distribution;
        this.places = places;
        this.graph = graph;
        if (distribution.libpython() instanceof Libpython.SharedElf shared) {
            loaded.add(shared.soname());
            libpython.ifPresent(image -> loaded.addAll(image.needed()));
            choose(included, linked);
        }
    }

    /** Whether an extension module is bound unless something stands against it. */
    static boolean isTried(Resource.ExtensionModule module, Distribution distribution) {
        return module.origin().kind() == Origin.Kind.DISTRIBUTION
                && distribution.libpython() instanceof Libpython.SharedElf;
    }

    private void choose(SortedMap<String, Binary> included, Set<String> linked) {
        included.forEach((path, binary) -> {
            Optional<String> obstacle = obstacle(binary);
            if (obstacle.isEmpty()) {
                bound.add(path);
            } else {
                refusals.put(path, obstacle.get());
            }
        });
        Map<String, SortedSet<String>> users = new HashMap<>();
        Stream.concat(included.keySet().stream(), linked.stream())
                .forEach(path -> graph.neededBy(path)
                        .forEach(library -> users.computeIfAbsent(library, key -> new TreeSet<>())
                                .add(path)));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (String path : List.copyOf(bound)) {
                Optional<String> obstacle = company(path, users.getOrDefault(path, new TreeSet<>()), included);
                if (obstacle.isPresent()) {
                    bound.remove(path);
                    refusals.put(path, obstacle.get());
                    changed = true;
                }
            }
        }
        included.forEach((path, binary) -> demanded(binary));
    }

    /** What stands against binding a binary, whatever becomes of others. */
    private Optional<String> obstacle(Binary binary) {
        Resource resource = binary.resource();
        Origin.Kind origin = resource.origin().kind();
        if (origin == Origin.Kind.PACKAGE || origin == Origin.Kind.APPLICATION) {
            return Optional.of("it is of a package");
        }
        Optional<String> standalone = binary.matched()
                .extension()
                .filter(setting -> setting.value() == ExtensionMode.STANDALONE)
                .map(setting -> setting.by() + " wants it standalone");
        if (standalone.isPresent()) {
            return standalone;
        }
        Place place = places.anywhere(binary.matched());
        if (place.isFile()) {
            return Optional.of(place.by() + " wants it to be a file");
        }
        if (resource instanceof Resource.ExtensionModule module) {
            if (!binary.image().initFunctions().contains(module.name().initFunction())) {
                return Optional.of("it has no function " + module.name().initFunction());
            }
            if (!graph.neededAs(binary.path()).isEmpty()) {
                return Optional.of("other libraries need it as a library");
            }
        }
        return binary.image().bindingObstacle().or(() -> foreign(binary));
    }

    /** A library that it needs and that is neither carried nor there for libpython. */
    private Optional<String> foreign(Binary binary) {
        Set<String> carried = graph.needs(binary.path()).keySet();
        return binary.image().needed().stream()
                .filter(name -> !loaded.contains(name) && !carried.contains(name))
                .findFirst()
                .map(name -> "it needs " + name + ", which libpython does not need");
    }

    /** What stands against binding a binary because of those that it needs, or that need it. */
    private Optional<String> company(String path, SortedSet<String> users, SortedMap<String, Binary> included) {
        for (String library : graph.neededBy(path)) {
            if (!bound.contains(library)) {
                return Optional.of("it needs " + library + ", which is not bound");
            }
        }
        if (graph.closure(List.of(path)).contains(path)) {
            return Optional.of("it needs itself");
        }
        Binary binary = included.get(path);
        if (binary == null || binary.isExtension()) {
            return Optional.empty();
        }
        return users.isEmpty()
                ? Optional.of("nothing that is bound needs it")
                : users.stream()
                        .filter(user -> !bound.contains(user))
                        .findFirst()
                        .map(user -> user + " needs it and is not bound");
    }

    /** A rule may insist on a built-in. */
    private void demanded(Binary binary) {
        String why = refusals.get(binary.path());
        if (why != null
                && binary.resource() instanceof Resource.ExtensionModule module
                && isTried(module, distribution)) {
            binary.matched()
                    .extension()
                    .filter(setting -> setting.value() == ExtensionMode.BUILT_IN)
                    .ifPresent(setting -> {
                        throw JoxException.user(
                                setting.by() + " wants " + module.name() + " (" + module.origin()
                                        + ") to be a built-in, but it cannot be bound into the executable: " + why
                                        + ".",
                                "Set <extension> to auto or standalone for it.");
                    });
        }
    }

    /** Paths of the binaries that are bound. */
    SortedSet<String> bound() {
        return bound;
    }

    /** Why an extension module of the standard library is not bound, as words before its location's reason. */
    Optional<String> refusal(Binary binary) {
        boolean tried = binary.resource() instanceof Resource.ExtensionModule module && isTried(module, distribution);
        return Optional.ofNullable(refusals.get(binary.path()))
                .filter(why -> tried)
                .map(why -> "not bound into the executable: " + why + "; ");
    }

    /** A bound binary as the plan has it. */
    Planned planned(Binary binary, String words) {
        List<String> libraries =
                LoadOrder.of(bound, graph::neededBy, path -> false).sorted(graph.closure(List.of(binary.path())));
        Resource resource = binary.resource();
        if (resource instanceof Resource.ExtensionModule module) {
            return new PlannedBuiltIn(
                    binary.path(),
                    module.origin(),
                    PLACE.location(),
                    words + PLACE.by(),
                    module.name(),
                    module.isPackage(),
                    module.name().initFunction(),
                    Optional.empty(),
                    libraries,
                    Optional.of(module.content()));
        }
        return new PlannedBoundLibrary(
                binary.path(),
                resource.origin(),
                PLACE.location(),
                words + PLACE.by() + " for the modules that need it",
                binary.image().soname().orElseGet(binary::fileName),
                resource.content(),
                libraries);
    }
}
