package dev.jox.maven;

import dev.jox.capture.HandMadeExtensions;
import dev.jox.maven.parameter.ExtensionModuleParameters;
import dev.jox.maven.parameter.FileParameters;
import dev.jox.maven.parameter.HandedParameters;
import dev.jox.maven.parameter.PolicyParameters;
import dev.jox.maven.parameter.SharedLibraryParameters;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.resource.Origin;
import dev.jox.model.spec.ExtensionModuleObjects;
import dev.jox.model.spec.HandedFiles;
import dev.jox.model.spec.InstalledPackages;
import dev.jox.model.spec.PackagesRequest;
import dev.jox.python.CollectRequest;
import dev.jox.python.Compilation;
import dev.jox.python.Packages;
import dev.jox.python.Pythons;
import dev.jox.python.SourceFolder;
import dev.jox.stage.CompileStage;
import dev.jox.stage.Workspace;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.NullUnmarked;

/**
 * Runs pip, collects the application, its packages and the standard library, compiles bytecode, and plans what becomes of each
 * resource.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "compile",
        defaultPhase = LifecyclePhase.COMPILE,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
@NullUnmarked
public final class CompileMojo extends ExecutableMojo {
    /**
     * The packages that the application needs, as pip's requirement specifiers.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<String> requirements;

    /**
     * More packages, in pip's format for requirements files.
     *
     * @since 0.1.0
     */
    @Parameter(property = "jox.requirementsFile")
    private File requirementsFile;

    /**
     * A folder of wheels and sdists, all of which are wanted.
     *
     * @since 0.1.0
     */
    @Parameter(property = "jox.wheels")
    private File wheels;

    /**
     * Folders with installed packages, laid out as site-packages is, all of which are wanted.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<File> packageRoots;

    /**
     * Virtual environments of the executable's Python version; all of their packages but pip are wanted.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<File> virtualenvs;

    /**
     * Which versions of their build requirements packages are built with, in pip's format for constraints files. A build writes those
     * that it decided to {@code target/jox/<executable>-<classifier>/build-constraints.txt}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "jox.buildConstraintsFile")
    private File buildConstraintsFile;

    /**
     * Further arguments for pip, when it finds packages ({@code pip download}) and when it builds one ({@code pip wheel}).
     *
     * @since 0.1.0
     */
    @Parameter
    private List<String> pipArguments;

    /**
     * Environment variables that pip and the build backends of packages see.
     *
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> environment;

    /**
     * The folder of the application's own modules.
     *
     * @since 0.1.0
     */
    @Parameter(property = "jox.sourceDirectory", defaultValue = "${project.basedir}/src/main/python")
    private File sourceDirectory;

    /**
     * Extension modules by the files that they are linked from: they become built-in modules of the executable.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<ExtensionModuleParameters> extensionModules;

    /**
     * Where resources go and which are included.
     *
     * @since 0.1.0
     */
    @Parameter
    private PolicyParameters policy;

    /**
     * Shared libraries that nothing leads to, each with {@code <file>}, and with {@code <neededBy>} and {@code <location>} where
     * wanted.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<SharedLibraryParameters> sharedLibraries;

    /**
     * Files and folders that lie beside the executable, each with {@code <source>}, and with {@code <place>} and
     * {@code <executable>} where wanted.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<FileParameters> files;

    /**
     * What a file beside the executable is called that has the licence texts of all that is in it, such as {@code COPYING.txt}; none
     * where empty. {@code target/jox/<executable>-<classifier>} has the texts, and a CycloneDX document, in any case.
     *
     * @since 0.1.0
     */
    @Parameter(property = "jox.licensesFilename")
    private String licensesFilename;

    @Override
    protected void run() throws IOException {
        Workspace workspace = workspace();
        Dependencies dependencies = Dependencies.of(project, cache(), workspace.folder());
        List<SourceFolder> sources = new ArrayList<>(dependencies.sources());
        sources.add(new SourceFolder(sourceDirectory.toPath(), project.getArtifactId(), project.getVersion()));
        HandedFiles handed = HandedParameters.toFiles(sharedLibraries, files);
        var wanted = filled(policy == null ? new PolicyParameters() : policy, "jox.policy")
                .toPolicy(HandedParameters.placements(handed));
        Distribution python = workspace.readDistribution();
        CollectRequest request = new CollectRequest(
                new Pythons(python, workspace.readBuildPython()),
                packages(dependencies),
                new InstalledPackages(absolute(packageRoots), absolute(virtualenvs)),
                sources,
                handMade(python),
                module -> wanted.wantsBuiltIn(module, python.flavor()),
                handed,
                List.copyOf(wanted.compiledLevels()),
                wanted.includeTest(),
                freshness());
        new CompileStage(cache(), new Compilation(toolchains(workspace), nativeLibraries()), new StepLog(getLog()))
                .run(workspace, request, wanted, startsWith(), Optional.ofNullable(licensesFilename));
    }

    private List<HandMadeExtensions.HandMade> handMade(Distribution python) throws IOException {
        List<ExtensionModuleObjects> modules = new ArrayList<>();
        if (extensionModules != null) {
            for (ExtensionModuleParameters module : extensionModules) {
                modules.add(module.toObjects(modules.size() + 1));
            }
        }
        Origin application = new Origin(Origin.Kind.APPLICATION, project.getArtifactId(), project.getVersion());
        return new HandMadeExtensions(cache(), toolchains(workspace()), new StepLog(getLog())::detail)
                .make(modules, python, application, nativeLibraries());
    }

    private PackagesRequest packages(Dependencies dependencies) {
        return new PackagesRequest(
                requirements == null ? List.of() : requirements,
                Optional.ofNullable(requirementsFile).map(CompileMojo::absolute),
                Optional.ofNullable(wheels).map(CompileMojo::absolute),
                dependencies.wheels(),
                index(),
                Optional.ofNullable(buildConstraintsFile).map(CompileMojo::absolute),
                pipArguments == null ? List.of() : pipArguments,
                environment == null ? Map.of() : environment);
    }

    private static List<Path> absolute(List<File> files) {
        return files == null
                ? List.of()
                : files.stream().map(CompileMojo::absolute).toList();
    }

    private static Path absolute(File file) {
        return file.toPath().toAbsolutePath().normalize();
    }

    private Packages.Freshness freshness() {
        if (session.isOffline()) {
            return Packages.Freshness.OFFLINE;
        }
        return session.getRequest().isUpdateSnapshots() ? Packages.Freshness.UPDATE : Packages.Freshness.KEEP;
    }
}
