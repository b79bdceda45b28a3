package dev.jox.model.policy;

import dev.jox.model.Flavor;
import dev.jox.model.ModuleName;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.Libpython;
import dev.jox.model.plan.LoaderNames;
import dev.jox.model.plan.Planned.PlannedExtension;
import dev.jox.model.plan.Planned.PlannedLibrary;
import dev.jox.model.resource.LinkableExtension;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.Resource;
import dev.jox.model.resource.ResourceCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Plans extension modules and the libraries that come along with them. */
final class BinaryPlanner {
    private final Policy policy;
    private final Distribution distribution;
    private final Optional<NativeImage> libpython;
    private final Places places;
    private final Draft draft;
    private final SortedMap<String, Binary> binaries;
    private final LibraryGraph graph;
    private final ExtensionSelection selection;
    private final Map<String, List<ModuleName>> importChains;
    private final List<LinkableExtension> linkable;
    private final PackageBuiltIns builtIns;

    /** @param collection whose binaries {@code binaries} are */
    BinaryPlanner(
            Policy policy,
            Distribution distribution,
            Optional<NativeImage> libpython,
            Rules rules,
            Places places,
            Draft draft,
            SortedMap<String, Binary> binaries,
            ResourceCollection collection) {
        this.policy = policy;
        this.distribution = distribution;
        this.libpython = libpython;
        this.places = places;
        this.draft = draft;
        this.binaries = binaries;
        this.graph = new LibraryGraph(binaries, collection.needs(), rules);
        this.selection = new ExtensionSelection(policy, distribution, rules, draft);
        this.importChains = collection.importChains();
        this.linkable = collection.linkable();
        this.builtIns = new PackageBuiltIns(policy, distribution, rules, binaries);
    }

    void plan() {
        selection.planBuiltIns();
        builtIns.choose(linkable, draft);
        List<Binary> others = binaries.values().stream()
                .filter(binary -> !builtIns.takes(binary.path()))
                .toList();
        SortedMap<String, String> words = selection.standalone(others, graph);
        leaveOutIncomplete(words);
        libpythonDll().ifPresent(path -> words.put(path, "the executable needs it; "));
        SortedMap<String, Binary> included = new TreeMap<>();
        words.keySet().forEach(path -> include(path, included));
        graph.closure(included.keySet()).forEach(path -> include(path, included));
        builtIns.chosen()
                .keySet()
                .forEach(path -> neededByBuiltIn(path).forEach(library -> include(library, included)));
        SortedMap<String, Inclusion.Decision> leftOut = carryOthers(included, words);
        SortedSet<String> neededByAny = graph.closure(included.keySet());
        neededByAny.forEach(path -> include(path, included));
        leaveOut(leftOut, included.keySet());
        graph.leftToMachine(included.keySet()).forEach(draft::warn);
        included.keySet()
                .forEach(path -> graph.neededBy(path)
                        .forEach(library -> words.merge(library, "needed by " + path + "; ", (first, other) -> first)));
        bind(included, words);
        LoadOrder order = LoadOrder.of(included.keySet(), graph::neededBy, this::hasStaticTls);
        SortedMap<String, Binary> loaded = builtIns.loaded();
        SortedMap<String, Binary> placed = new TreeMap<>(loaded);
        placed.putAll(included);
        SortedMap<String, Place> chosen =
                new BinaryPlaces(policy, distribution, places, graph, placed, order.cycles()).choose();
        builtIns.chosen()
                .forEach((path, extension) -> builtIns.plan(
                        extension,
                        order.sorted(neededByBuiltIn(path)),
                        loaded.containsKey(path) ? Optional.ofNullable(chosen.get(path)) : Optional.empty(),
                        draft));
        LoadNames names = LoadNames.of(distribution.target(), graph, included);
        SearchPaths paths = new SearchPaths(graph, chosen);
        chosen.forEach((path, place) -> {
            Binary binary = included.get(path);
            if (binary != null) {
                Set<String> circle = place.isFile() ? Set.of() : order.circleOf(path);
                LoaderNames changes = names.changes(binary, circle, paths);
                emit(
                        binary,
                        place,
                        words.getOrDefault(path, "") + names.words(binary),
                        names.name(binary),
                        changes,
                        order);
            }
        });
    }

    /** Plans those that are laid into the executable; the others remain. */
    private void bind(SortedMap<String, Binary> included, SortedMap<String, String> words) {
        Binding binding = new Binding(
                distribution,
                libpython,
                places,
                graph,
                included,
                builtIns.chosen().keySet());
        for (String path : binding.bound()) {
            Binary binary = included.get(path);
            if (binary != null) {
                draft.add(binding.planned(binary, words.getOrDefault(path, "")), Binding.PLACE);
            }
        }
        included.keySet().removeAll(binding.bound());
        included.forEach(
                (path, binary) -> binding.refusal(binary).ifPresent(why -> words.merge(path, why, String::concat)));
    }

    /** The shared libraries that a built-in of a package needs: those of the shared library that it would be otherwise. */
    private SortedSet<String> neededByBuiltIn(String path) {
        return distribution.flavor() == Flavor.STANDALONE_STATIC ? new TreeSet<>() : graph.closure(List.of(path));
    }

    /** The DLL that is libpython on Windows: one of the binaries, loaded before all others. */
    private Optional<String> libpythonDll() {
        if (!(distribution.libpython() instanceof Libpython.WindowsDll dll)) {
            return Optional.empty();
        }
        return binaries.values().stream()
                .filter(binary -> binary.resource().origin().kind() == Origin.Kind.DISTRIBUTION
                        && binary.resource().content().path().equals(dll.dll()))
                .map(Binary::path)
                .findFirst();
    }

    private boolean hasStaticTls(String path) {
        Binary binary = binaries.get(path);
        return binary != null && binary.image().staticTls();
    }

    private void include(String path, SortedMap<String, Binary> included) {
        Binary binary = binaries.get(path);
        if (binary != null) {
            included.put(path, binary);
        }
    }

    /** Extension modules that cannot be loaded: the standard library does without, a package does not. */
    private void leaveOutIncomplete(SortedMap<String, String> words) {
        List<MissingLibraries.Failure> failures = new ArrayList<>();
        if (distribution.flavor() == Flavor.STANDALONE_DYNAMIC) {
            builtIns.chosen().forEach((path, extension) -> {
                List<LibraryGraph.MissingChain> missing = graph.missing(path);
                Binary binary = binaries.get(path);
                if (!missing.isEmpty() && binary != null) {
                    failures.add(new MissingLibraries.Failure(binary, extension.name(), "", missing));
                }
            });
        }
        for (String path : List.copyOf(words.keySet())) {
            List<LibraryGraph.MissingChain> missing = graph.missing(path);
            Binary binary = binaries.get(path);
            if (!missing.isEmpty() && binary != null && binary.resource() instanceof Resource.ExtensionModule module) {
                Optional<String> demand = demand(binary, module);
                if (demand.isPresent()) {
                    failures.add(new MissingLibraries.Failure(binary, module.name(), demand.get(), missing));
                } else {
                    String reason = MissingLibraries.words(missing);
                    words.remove(path);
                    draft.omitReported(path, module.origin(), reason);
                    draft.warn("the standard library's " + module.name() + " is left out: " + reason);
                }
            }
        }
        if (!failures.isEmpty()) {
            throw MissingLibraries.failure(failures);
        }
    }

    /** Why the result cannot do without an included extension module; empty where it can. */
    private Optional<String> demand(Binary binary, Resource.ExtensionModule module) {
        if (module.origin().kind() != Origin.Kind.DISTRIBUTION) {
            return Optional.of("");
        }
        List<ModuleName> chain = importChains.get(binary.path());
        if (chain != null) {
            return Optional.of(" It is imported: "
                    + chain.stream().map(ModuleName::dotted).collect(Collectors.joining(" -> ")) + ".");
        }
        return binary.matched().include().map(include -> " It is demanded by " + include.by() + ".");
    }

    /**
     * Libraries that no included binary needs: those of packages may be loaded by name, so they come along.
     *
     * @return the others, which may still be needed by one that comes along
     */
    private SortedMap<String, Inclusion.Decision> carryOthers(
            SortedMap<String, Binary> included, SortedMap<String, String> words) {
        builtIns.chosen()
                .keySet()
                .forEach(path -> neededByBuiltIn(path).forEach(library -> include(library, included)));
        SortedMap<String, Inclusion.Decision> leftOut = new TreeMap<>();
        for (Binary binary : binaries.values()) {
            String path = binary.path();
            if (binary.isExtension() || included.containsKey(path)) {
                continue;
            }
            Inclusion.Decision decision = ofUnneeded(binary);
            if (!decision.included()) {
                leftOut.put(path, decision);
            } else if (!distribution.loadsSharedLibraries()) {
                draft.omitReported(
                        path,
                        binary.resource().origin(),
                        "a " + distribution.flavor().text() + " executable for "
                                + distribution.target().triple() + " loads no shared libraries");
            } else {
                included.put(path, binary);
                words.put(path, decision.by());
                List<LibraryGraph.MissingChain> missing = graph.missing(path);
                if (!missing.isEmpty()) {
                    draft.warn(binary + " is carried, but cannot be loaded: " + MissingLibraries.words(missing));
                }
            }
        }
        return leftOut;
    }

    private Inclusion.Decision ofUnneeded(Binary binary) {
        Origin.Kind kind = binary.resource().origin().kind();
        return Inclusion.ruled(binary.matched()).orElseGet(() -> {
            if (kind != Origin.Kind.PACKAGE && kind != Origin.Kind.APPLICATION) {
                return new Inclusion.Decision(false, "nothing that is included needs it");
            }
            return policy.includeClassifiedResources()
                    ? new Inclusion.Decision(true, "a library of a package; ")
                    : new Inclusion.Decision(false, "policy.includeClassifiedResources is false");
        });
    }

    private void leaveOut(SortedMap<String, Inclusion.Decision> unneeded, Set<String> included) {
        unneeded.forEach((path, decision) -> {
            Binary binary = binaries.get(path);
            if (binary != null && !included.contains(path)) {
                draft.omit(path, binary.resource().origin(), decision.by());
            }
        });
    }

    private void emit(Binary binary, Place place, String words, String soname, LoaderNames changes, LoadOrder order) {
        String path = binary.path();
        SortedSet<String> libraries = new TreeSet<>(graph.closure(List.of(path)));
        libraries.remove(path);
        Resource resource = binary.resource();
        if (resource instanceof Resource.ExtensionModule module) {
            draft.add(
                    new PlannedExtension(
                            path,
                            module.origin(),
                            place.location(),
                            words + place.by(),
                            module.name(),
                            module.isPackage(),
                            module.content(),
                            binary.image().staticTls(),
                            order.sorted(libraries),
                            changes),
                    place);
        } else {
            draft.add(
                    new PlannedLibrary(
                            path,
                            resource.origin(),
                            place.location(),
                            words + place.by(),
                            soname,
                            resource.content(),
                            binary.image().staticTls(),
                            order.sorted(libraries),
                            changes),
                    place);
        }
    }
}
