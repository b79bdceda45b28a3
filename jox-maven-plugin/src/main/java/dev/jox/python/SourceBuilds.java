package dev.jox.python;

import dev.jox.capture.CaptureFolder;
import dev.jox.capture.CaptureShim;
import dev.jox.capture.LinkedInterpreter;
import dev.jox.capture.RealTools;
import dev.jox.capture.WindowsHeaders;
import dev.jox.capture.WrapperProgram;
import dev.jox.fetch.Cache;
import dev.jox.fetch.CachedValues;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.capture.CapturedExtension;
import dev.jox.model.json.Json;
import dev.jox.model.resource.LinkableExtension;
import dev.jox.model.spec.PackagesRequest;
import dev.jox.toolchain.Toolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Builds wheels from sdists with the target's toolchain, and keeps what their extension modules were linked from. pip runs the build in
 * an environment of its own (PEP 517); what is watched, and what the backend is told of the target, is in {@code
 * docs/decisions/capture.md}. A build is done once for the same source, toolchain, Python and settings.
 */
final class SourceBuilds {
    /** Part of the cache key: raised when what is kept changes. */
    private static final String LAYOUT = "source build 1";

    private final Cache cache;
    private final CachedValues<BuildIndex> builds;
    private final Compilation compilation;
    private final BuildInterpreters interpreters;
    private final PythonScripts scripts;
    private final WheelStore wheels;
    private final PythonLog log;

    SourceBuilds(Cache cache, Compilation compilation, PythonLog log) {
        this.cache = cache;
        this.builds = new CachedValues<>(cache, "source-builds", BuildIndex.class);
        this.compilation = compilation;
        this.interpreters = new BuildInterpreters(cache, log);
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
        CachedValues.Entry<BuildIndex> entry = builds.get(key(pythons, request, sdist, toolchain, view), target -> {
            log.step("building " + sdist.getFileName() + " with " + toolchain.name());
            return produce(pythons, request, sdist, freshness, toolchain, view, target);
        });
        BuildIndex index = entry.value();
        PackageContents wheel = wheels.unpack(index.wheel(entry.folder())).noting(index.findings());
        List<LinkableExtension> linkable = new ArrayList<>();
        for (CapturedExtension extension : index.extensions(entry.folder())) {
            linkable.add(
                    extension.linkable(wheel.origin(), "from " + sdist.getFileName() + " with " + toolchain.name()));
        }
        return new ResolvedPackage(wheel, linkable);
    }

    private Sha256 key(Pythons pythons, PackagesRequest request, Path sdist, Toolchain toolchain, TargetView view)
            throws IOException {
        return Json.digest(List.of(
                LAYOUT,
                sdist.getFileName().toString(),
                Sha256.ofFile(sdist),
                toolchain.digest(),
                pythons.target().digest(),
                pythons.build().digest(),
                view,
                compilation.digest(),
                CaptureShim.digest(),
                WrapperProgram.digest(),
                PythonScripts.digest(PipRunner.SCRIPT),
                request.pipArguments(),
                Json.digest(request.environment())));
    }

    private BuildIndex produce(
            Pythons pythons,
            PackagesRequest request,
            Path sdist,
            Packages.Freshness freshness,
            Toolchain toolchain,
            TargetView view,
            Path target)
            throws IOException {
        Path wrapper = new WrapperProgram(cache, log::detail)
                .with(compilation.toolchains().find(pythons.build().target()));
        List<String> compile = new ArrayList<>(view.compile());
        if (toolchain.target().isWindows()) {
            compile.add("-I" + WindowsHeaders.in(cache));
        }
        CaptureFolder capture = CaptureFolder.create(
                target.resolve(BuildIndex.CAPTURE),
                wrapper,
                RealTools.of(toolchain).compilingWith(compile),
                List.of(),
                view.link());
        String path = Optional.ofNullable(request.environment().get("PATH"))
                .or(() -> Optional.ofNullable(System.getenv("PATH")))
                .orElse("/usr/bin:/bin");
        Map<String, String> backend = new TreeMap<>(capture.environment(path));
        backend.putAll(view.variables());
        Path wheelFolder = Files.createDirectory(target.resolve(BuildIndex.WHEEL));
        PipRunner pip = new PipRunner(
                scripts,
                interpreters.of(pythons.build()),
                PackageFiles.pipCache(cache, pythons),
                freshness == Packages.Freshness.OFFLINE,
                log);
        pip.build(
                request,
                sdist,
                PipSettings.building(backend),
                wheelFolder,
                output -> new BuildDiagnosis(pythons, sdist, toolchain, freshness == Packages.Freshness.OFFLINE)
                        .of(output));
        return BuildIndex.of(target, capture, wheels);
    }
}
