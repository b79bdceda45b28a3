package dev.jox.stage;

import dev.jox.fetch.Cache;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.binary.NativeImageReader;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.Libpython;
import dev.jox.model.json.Json;
import dev.jox.model.pack.Run;
import dev.jox.model.plan.Plan;
import dev.jox.model.policy.Planner;
import dev.jox.model.policy.Policy;
import dev.jox.model.resource.ResourceCollection;
import dev.jox.python.CollectRequest;
import dev.jox.python.CollectionInputs;
import dev.jox.python.Collector;
import dev.jox.python.Compilation;
import dev.jox.python.Packages;
import dev.jox.python.PythonLog;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** From the distribution and what the pom says to the collection and the plan. */
public final class CompileStage {
    private final Cache cache;
    private final Compilation compilation;
    private final PythonLog log;

    /** @param compilation what packages are compiled with that are built from source */
    public CompileStage(Cache cache, Compilation compilation, PythonLog log) {
        this.cache = cache;
        this.compilation = compilation;
        this.log = log;
    }

    /**
     * Everything that the plan comes from.
     *
     * @param plugin the plugin's own code
     * @param cache which cache the values' paths point into; another one after it was emptied
     * @param distribution all of its description; the collection depends on its digest
     */
    private record Inputs(
            Sha256 plugin, String cache, Sha256 distribution, CollectionInputs collection, Policy policy, Run run) {}

    /**
     * Collects and plans, unless what is there came from the same inputs.
     *
     * @throws JoxException when something is missing, or what is to be run is not among the modules
     */
    public void run(Workspace workspace, CollectRequest request, Policy policy, Run run) throws IOException {
        Inputs inputs = inputs(request, policy, run);
        if (request.freshness() != Packages.Freshness.UPDATE && workspace.plan().isCurrent(inputs)) {
            log.step("Nothing changed: the plan is kept.");
            return;
        }
        ResourceCollection collection = collector().collect(request);
        Plan plan = new Planner(
                        policy,
                        request.pythons().target(),
                        libpython(request.pythons().target()))
                .plan(collection);
        RunCheck.check(run, plan);
        workspace.writeCollection(collection);
        workspace.plan().write(inputs, plan);
    }

    private Collector collector() {
        return new Collector(cache, compilation, log);
    }

    private Inputs inputs(CollectRequest request, Policy policy, Run run) throws IOException {
        return new Inputs(
                PluginFingerprint.of(List.of(CompileStage.class, Plan.class)),
                CacheIdentity.of(cache.root()),
                Json.digest(request.pythons().target()),
                collector().inputs(request),
                policy,
                run);
    }

    private static Optional<NativeImage> libpython(Distribution distribution) throws IOException {
        return distribution.libpython() instanceof Libpython.SharedElf elf
                ? NativeImageReader.read(elf.file())
                : Optional.empty();
    }
}
