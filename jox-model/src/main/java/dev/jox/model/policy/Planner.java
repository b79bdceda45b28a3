package dev.jox.model.policy;

import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.Libpython;
import dev.jox.model.json.Json;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.Resource;
import dev.jox.model.resource.ResourceCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Decides what becomes of every resource: the same plan for the same policy, distribution and collection. */
public final class Planner {
    private final Policy policy;
    private final Distribution distribution;
    private final Optional<NativeImage> libpython;
    private final Rules rules;
    private final Places places;

    /** @param libpython what libpython's shared library says about itself; empty for a static one */
    public Planner(Policy policy, Distribution distribution, Optional<NativeImage> libpython) {
        this.policy = policy;
        this.distribution = distribution;
        this.libpython = libpython;
        this.rules = new Rules(policy, distribution.flavor());
        this.places = new Places(policy);
    }

    /**
     * Makes the plan.
     *
     * @throws JoxException when a resource has no place, a package's library was not found, two libraries cannot be loaded
     *     together, or a rule asks for what is not there
     */
    public Plan plan(ResourceCollection collection) {
        Draft draft = new Draft();
        Inclusion inclusion = new Inclusion(policy, distribution, collection);
        ModulePlanner modules = new ModulePlanner(policy, places, collection, draft);
        FilePlanner files = new FilePlanner(places, draft);
        SortedMap<String, Binary> binaries = new TreeMap<>();
        for (Resource resource : collection.resources()) {
            Matched matched = rules.matching(Subject.of(resource));
            if (inclusion.staysFile(resource) && !isLibraryByHand(resource)) {
                Inclusion.Decision decision = inclusion.ofPlainFile(matched);
                if (decision.included()) {
                    files.addPlain(resource, matched, decision.by());
                } else {
                    draft.omit(resource.path(), resource.origin(), decision.by());
                }
            } else if (resource instanceof Resource.ExtensionModule module) {
                binaries.put(resource.path(), new Binary(resource, module.image(), matched));
            } else if (resource instanceof Resource.SharedLibrary library) {
                binaries.put(resource.path(), new Binary(resource, library.image(), matched));
            } else {
                Inclusion.Decision decision = inclusion.ofClassified(resource, matched);
                if (!decision.included()) {
                    draft.omit(resource.path(), resource.origin(), decision.by());
                } else if (resource instanceof Resource.ModuleSource module) {
                    modules.add(module, matched, decision.by());
                } else if (resource instanceof Resource.ModuleBytecode module) {
                    modules.add(module, matched, decision.by());
                } else {
                    files.addReadable(resource, matched, decision.by());
                }
            }
        }
        new BinaryPlanner(policy, distribution, libpython, rules, places, draft, binaries, collection).plan();
        collection.notes().forEach(draft::warn);
        return draft.finish(digest(collection), floor(draft, binaries));
    }

    /** What is added as a library stays one, whatever the policy says of files that a scanner finds. */
    private boolean isLibraryByHand(Resource resource) {
        return resource instanceof Resource.SharedLibrary && rules.areByHand(resource.path());
    }

    private Sha256 digest(ResourceCollection collection) {
        return Json.digest(List.of(policy, distribution, libpython, collection.digest()));
    }

    private Optional<Plan.GlibcFloor> floor(Draft draft, SortedMap<String, Binary> binaries) {
        List<Plan.GlibcFloor> own = new ArrayList<>();
        List<Plan.GlibcFloor> machines = new ArrayList<>();
        if (distribution.libpython() instanceof Libpython.SharedElf shared) {
            libpython
                    .flatMap(NativeImage::glibcFloor)
                    .ifPresent(version -> own.add(new Plan.GlibcFloor(version, shared.soname())));
        }
        for (Planned entry : draft.entries()) {
            Binary binary = binaries.get(entry.path());
            if (binary != null) {
                boolean machine = entry.origin().kind() == Origin.Kind.SYSTEM;
                binary.image()
                        .glibcFloor()
                        .ifPresent(
                                version -> (machine ? machines : own).add(new Plan.GlibcFloor(version, entry.path())));
            }
        }
        return GlibcFloors.highest(own, machines);
    }
}
