package dev.jox.python;

import dev.jox.capture.CaptureShim;
import dev.jox.capture.LinkedInterpreter;
import dev.jox.capture.WrapperProgram;
import dev.jox.fetch.Cache;
import dev.jox.fetch.CachedValues;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.capture.CapturedExtension;
import dev.jox.model.json.Json;
import dev.jox.model.resource.LinkableExtension;
import dev.jox.model.resource.SourceBuild;
import dev.jox.model.spec.PackagesRequest;
import dev.jox.toolchain.Toolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds wheels from sdists with the target's toolchain, and keeps what their extension modules were linked from. pip runs the build in
 * an environment of its own (PEP 517); what is watched, and what the backend is told of the target, is in {@code
 * docs/decisions/capture.md}. A build is done once for the same source, toolchain, Python, build requirements and settings.
 */
final class SourceBuilds {
    /** Part of the cache key: raised when what is kept changes. */
    private static final String LAYOUT = "source build 3";

    private final Cache cache;
    private final CachedValues<BuildIndex> builds;
    private final Compilation compilation;
    private final BuildInterpreters interpreters;
    private final BackendTools tools;
    private final BuildRequirements requirements;
    private final PythonScripts scripts;
    private final WheelStore wheels;
    private final PythonLog log;

    SourceBuilds(Cache cache, Compilation compilation, PythonLog log) {
        this.cache = cache;
        this.builds = new CachedValues<>(cache, "source-builds", BuildIndex.class);
        this.compilation = compilation;
        this.interpreters = new BuildInterpreters(cache, log);
        this.tools = new BackendTools(cache, compilation, log);
        this.requirements = new BuildRequirements(cache, tools, log);
        this.scripts = new PythonScripts(cache);
        this.wheels = new WheelStore(cache);
        this.log = log;
    }

    /**
     * The wheel of an sdist.
     *
     * @throws JoxException saying what did not compile
     */
    ResolvedPackage build(Pythons pythons, PackagesRequest request, Path sdist, Packages.Freshness freshness)
            throws IOException {
        Toolchain toolchain = compilation.toolchains().find(pythons.target().target());
        Optional<Path> interpreter = new LinkedInterpreter(cache, log::detail).of(pythons.target(), toolchain);
        TargetView view = TargetView.of(pythons, compilation.nativeLibraries(), interpreter);
        BuildJob job = new BuildJob(pythons, request, sdist, freshness, toolchain, view);
        PipRunner pip = new PipRunner(
                scripts, interpreters.of(pythons.build()), PackageFiles.pipCache(cache, pythons), job.offline(), log);
        Path constraints = requirements.of(job, pip);
        CachedValues.Entry<BuildIndex> entry = builds.get(key(job, constraints), target -> {
            log.step("building " + sdist.getFileName() + " with " + toolchain.name());
            return produce(job, pip, constraints, target);
        });
        BuildIndex index = entry.value();
        PackageContents wheel = wheels.unpack(index.wheel(entry.folder())).noting(index.findings());
        List<LinkableExtension> linkable = new ArrayList<>();
        for (CapturedExtension extension : index.extensions(entry.folder())) {
            linkable.add(
                    extension.linkable(wheel.origin(), "from " + sdist.getFileName() + " with " + toolchain.name()));
        }
        SourceBuild build = new SourceBuild(
                wheel.origin(), sdist.getFileName().toString(), Sha256.ofFile(sdist), index.requirements());
        return new ResolvedPackage(wheel, linkable, Optional.of(build));
    }

    private Sha256 key(BuildJob job, Path constraints) throws IOException {
        return Json.digest(List.of(
                LAYOUT,
                job.sdist().getFileName().toString(),
                Sha256.ofFile(job.sdist()),
                job.toolchain().digest(),
                job.pythons().target().digest(),
                job.pythons().build().digest(),
                job.view(),
                compilation.digest(),
                CaptureShim.digest(),
                WrapperProgram.digest(),
                PythonScripts.digest(PipRunner.SCRIPT),
                Sha256.ofFile(constraints),
                RequirementsFiles.digest(job.request().buildConstraintsFile(), "<buildConstraintsFile>"),
                job.request().pipArguments(),
                Json.digest(job.request().environment())));
    }

    private BuildIndex produce(BuildJob job, PipRunner pip, Path constraints, Path target) throws IOException {
        BackendTools.Set backend = tools.in(target.resolve(BuildIndex.CAPTURE), job);
        Path wheelFolder = Files.createDirectory(target.resolve(BuildIndex.WHEEL));
        pip.build(
                job.request(),
                job.sdist(),
                PipSettings.building(backend.variables()),
                constraints,
                wheelFolder,
                job.diagnosis()::of);
        return BuildIndex.of(target, backend.capture(), wheels, Files.readAllLines(constraints));
    }
}
