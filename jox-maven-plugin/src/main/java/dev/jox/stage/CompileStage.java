package dev.jox.stage;

import dev.jox.fetch.Cache;
import dev.jox.model.Content;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.binary.NativeImageReader;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.Libpython;
import dev.jox.model.json.Json;
import dev.jox.model.pack.Run;
import dev.jox.model.plan.Location;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned.PlannedFile;
import dev.jox.model.policy.Planner;
import dev.jox.model.policy.Policy;
import dev.jox.model.report.Components;
import dev.jox.model.resource.ResourceCollection;
import dev.jox.model.spec.HandedFiles;
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
     * @param licensesFilename of the file with licence texts beside the executable
     * @param distribution all of its description; the collection depends on its digest
     */
    private record Inputs(
            Sha256 plugin,
            String cache,
            Sha256 distribution,
            CollectionInputs collection,
            Policy policy,
            Run run,
            Optional<String> licensesFilename) {}

    /**
     * Collects and plans, unless what is there came from the same inputs.
     *
     * @param licensesFilename what the file with licence texts beside the executable is called; empty for none
     * @throws JoxException when something is missing, or what is to be run is not among the modules
     */
    public void run(
            Workspace workspace, CollectRequest request, Policy policy, Run run, Optional<String> licensesFilename)
            throws IOException {
        Inputs inputs = inputs(request, policy, run, licensesFilename);
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
        Content texts = workspace.writeLicenses(
                request.application(),
                Components.of(plan, collection, request.pythons().target()));
        workspace
                .plan()
                .write(
                        inputs,
                        licensesFilename.isPresent() ? with(licensesFilename.get(), texts, request, plan) : plan);
    }

    /** The plan with a file of licence texts beside the executable. */
    private static Plan with(String licensesFilename, Content texts, CollectRequest request, Plan plan) {
        String place = place(licensesFilename, texts);
        if (plan.entries().stream()
                .anyMatch(entry -> entry.location() instanceof Location.FilesystemRelative folder
                        && folder.place(entry.path()).equals(place))) {
            throw JoxException.user(
                    "<licensesFilename> (-Djox.licensesFilename) is " + place + ", and another file is placed there",
                    "Take another name.");
        }
        return plan.with(new PlannedFile(
                place,
                request.application(),
                new Location.FilesystemRelative("."),
                "<licensesFilename>",
                texts,
                false));
    }

    private static String place(String licensesFilename, Content texts) {
        try {
            return new HandedFiles.PlainFile(texts.path(), licensesFilename, Optional.of(false)).place();
        } catch (IllegalArgumentException e) {
            throw JoxException.user(
                    "<licensesFilename> (-Djox.licensesFilename): " + e.getMessage(),
                    "Take a name such as COPYING.txt.",
                    e);
        }
    }

    private Collector collector() {
        return new Collector(cache, compilation, log);
    }

    private Inputs inputs(CollectRequest request, Policy policy, Run run, Optional<String> licensesFilename)
            throws IOException {
        return new Inputs(
                PluginFingerprint.of(List.of(CompileStage.class, Plan.class)),
                CacheIdentity.of(cache.root()),
                Json.digest(request.pythons().target()),
                collector().inputs(request),
                policy,
                run,
                licensesFilename);
    }

    private static Optional<NativeImage> libpython(Distribution distribution) throws IOException {
        return distribution.libpython() instanceof Libpython.SharedElf elf
                ? NativeImageReader.read(elf.file())
                : Optional.empty();
    }
}
