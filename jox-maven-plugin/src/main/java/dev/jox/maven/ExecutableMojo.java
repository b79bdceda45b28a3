package dev.jox.maven;

import dev.jox.fetch.Cache;
import dev.jox.maven.parameter.DistributionParameters;
import dev.jox.maven.parameter.IndexParameters;
import dev.jox.maven.parameter.ParameterProperties;
import dev.jox.maven.parameter.Parsed;
import dev.jox.maven.parameter.RunParameters;
import dev.jox.model.JoxException;
import dev.jox.model.pack.Run;
import dev.jox.model.spec.PackageIndex;
import dev.jox.stage.IndexWheels;
import dev.jox.stage.Workspace;
import dev.jox.toolchain.ToolchainChoice;
import dev.jox.toolchain.ToolchainFinder;
import dev.jox.toolchain.Toolchains;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** What the goals that work on an executable share: which one, for which target, and where its files are. */
@NullUnmarked
public abstract class ExecutableMojo extends JoxMojo {
    /**
     * The executable's name, without a suffix such as {@code .exe}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "jox.executable", defaultValue = "${project.artifactId}")
    protected String executable;

    /**
     * Which Python, for which target, and where it comes from.
     *
     * @since 0.1.0
     */
    @Parameter
    protected DistributionParameters distribution;

    /**
     * The folder that gets the executable and what lies beside it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "jox.outputDirectory", defaultValue = "${project.build.directory}")
    protected File outputDirectory;

    /**
     * The folder outside the project that keeps what is slow to fetch or to make; default: {@code jox} in the user's cache folder.
     *
     * @since 0.1.0
     */
    @Parameter(property = "jox.cacheDirectory")
    protected File cacheDirectory;

    /**
     * The package index; default: pip's own configuration.
     *
     * @since 0.1.0
     */
    @Parameter
    private IndexParameters index;

    /**
     * Folders with libraries that extension modules are linked with, in them or in their folders {@code lib}; static ones for
     * targets that have no others.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<File> nativeLibraries;

    /**
     * {@code auto}: the system's compiler where it fits the target, else zig, which jox fetches; {@code system}; {@code zig}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "jox.toolchain", defaultValue = "auto")
    private String toolchain;

    /**
     * What the executable does when it starts.
     *
     * @since 0.1.0
     */
    @Parameter
    private RunParameters run;

    @Parameter(defaultValue = "${project.build.directory}", readonly = true)
    private File buildDirectory;

    /** {@link #distribution} with what user properties say. */
    protected final DistributionParameters distribution() {
        return filled(distribution == null ? new DistributionParameters() : distribution, "jox.distribution");
    }

    /** The package index, if the pom names one. */
    protected final Optional<PackageIndex> index() {
        return filled(index == null ? new IndexParameters() : index, "jox.index")
                .toIndex(ServerCredentials.of(session.getRepositorySession()));
    }

    /** Folders with libraries for extension modules, absolute. */
    protected final List<Path> nativeLibraries() {
        return nativeLibraries == null
                ? List.of()
                : nativeLibraries.stream()
                        .map(folder -> folder.toPath().toAbsolutePath().normalize())
                        .flatMap(folder -> Stream.of(folder, folder.resolve("lib"))
                                .filter(place -> place.equals(folder) || Files.isDirectory(place)))
                        .toList();
    }

    /** What the executable does when it starts. */
    protected final Run startsWith() {
        return filled(run == null ? new RunParameters() : run, "jox.run").toRun();
    }

    /** A nested parameter with what user properties say. */
    protected final <T> T filled(T parameters, String path) {
        return new ParameterProperties(this::property, project.getBasedir()).fill(parameters, path);
    }

    private String property(String name) {
        return Optional.ofNullable(session.getUserProperties().getProperty(name))
                .orElseGet(() -> project.getProperties().getProperty(name));
    }

    protected final Cache cache() {
        return new Cache(
                cacheDirectory == null
                        ? Cache.defaultRoot(System.getenv(), Path.of(System.getProperty("user.home")))
                        : cacheDirectory.toPath());
    }

    /** What compiles for a target; found, or fetched, when it is asked for. */
    protected final Toolchains toolchains(Workspace workspace) {
        ToolchainChoice choice = Parsed.of("toolchain", toolchain, ToolchainChoice::parse);
        return target -> {
            try {
                IndexWheels wheels = new IndexWheels(
                        cache(), workspace.readBuildPython(), index(), session.isOffline(), new StepLog(getLog()));
                return new ToolchainFinder(cache(), wheels, System.getenv()).find(choice, target);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    protected final Workspace workspace() {
        if (!executable.equals(Path.of(executable).getFileName().toString()) || executable.startsWith(".")) {
            throw JoxException.user(
                    "<executable> (-Djox.executable): '" + executable + "' is no name of a file.",
                    "Give a name without slashes; <outputDirectory> says in which folder the executable is.");
        }
        var target = distribution().toRequest().target();
        return new Workspace(
                buildDirectory.toPath().resolve("jox").resolve(executable + "-" + target.classifier()),
                outputDirectory.toPath().resolve(executable + target.executableSuffix()));
    }
}
