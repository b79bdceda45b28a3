package dev.jox.maven;

import dev.jox.fetch.Cache;
import dev.jox.link.Linked;
import dev.jox.maven.parameter.InterpreterParameters;
import dev.jox.maven.parameter.Parsed;
import dev.jox.maven.parameter.WindowsParameters;
import dev.jox.model.JoxException;
import dev.jox.model.Target;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.pack.Compression;
import dev.jox.model.windows.WindowsProgram;
import dev.jox.stage.LinkStage;
import dev.jox.stage.Workspace;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.model.Organization;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.NullUnmarked;

/**
 * Compiles the launcher, packs the resources and links the executable. It becomes the main artifact of a project with packaging
 * {@code jox} and is attached to any other.
 *
 * @since 0.1.0
 */
@Mojo(name = "link", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
@NullUnmarked
public final class LinkMojo extends ExecutableMojo {
    private final MavenProjectHelper projectHelper;

    /**
     * How the interpreter is configured.
     *
     * @since 0.1.0
     */
    @Parameter
    private InterpreterParameters interpreter;

    /**
     * Whether what is packed into the executable is compressed: {@code none}, or {@code deflate}, which makes it smaller and slower to
     * start.
     *
     * @since 0.1.0
     */
    @Parameter(property = "jox.compression", defaultValue = "none")
    private String compression;

    /**
     * What Windows shows of the executable: {@code <subsystem>}, {@code <icon>}, {@code <version>} and texts.
     *
     * @since 0.1.0
     */
    @Parameter
    private WindowsParameters windows;

    @Parameter(defaultValue = "${project.build.outputTimestamp}", readonly = true)
    private String outputTimestamp;

    @Inject
    LinkMojo(MavenProjectHelper projectHelper) {
        this.projectHelper = projectHelper;
    }

    @Override
    protected void run() throws IOException {
        Workspace workspace = workspace();
        Cache cache = cache();
        StepLog log = new StepLog(getLog());
        Distribution resolved = workspace.readDistribution();
        claim(workspace, resolved.target());
        Linked linked = new LinkStage(cache, log)
                .run(
                        workspace,
                        resolved,
                        filled(interpreter == null ? new InterpreterParameters() : interpreter, "jox.interpreter")
                                .toSettings(startsWith())
                                .madeBy(pluginVersion())
                                .with(Parsed.of("compression", compression, Compression::parse)),
                        toolchains(workspace).find(resolved.target()),
                        nativeLibraries(),
                        resolved.target().isWindows() ? Optional.of(windowsProgram(workspace)) : Optional.empty());
        linked.warnings().forEach(getLog()::warn);
        publish(linked, resolved.target().classifier());
    }

    /** Executables for glibc and for musl have the same name: two executions that make one would publish the last one twice. */
    private void claim(Workspace workspace, Target target) {
        String key =
                "dev.jox.executable:" + workspace.executable().toAbsolutePath().normalize();
        Object maker = project.getContextValue(key);
        if (maker != null && !maker.equals(target.triple())) {
            throw JoxException.user(
                    workspace.executable() + ", the executable for " + target.triple() + ", is that for " + maker
                            + " as well, which another execution made.",
                    "Give one of them another folder by <outputDirectory> or another name by <executable>, in the <configuration> of"
                            + " its <execution>.");
        }
        project.setContextValue(key, target.triple());
    }

    private WindowsProgram windowsProgram(Workspace workspace) {
        return filled(windows == null ? new WindowsParameters() : windows, "jox.windows")
                .toProgram(new WindowsParameters.Defaults(
                        project.getVersion(),
                        project.getName(),
                        Optional.ofNullable(project.getOrganization()).map(Organization::getName),
                        workspace.executable().getFileName().toString()));
    }

    private void publish(Linked linked, String platform) throws IOException {
        File file = linked.executable().toFile();
        File main = project.getArtifact().getFile();
        if (project.getPackaging().equals("jox") && (main == null || main.equals(file))) {
            project.getArtifact().setFile(file);
        } else {
            projectHelper.attachArtifact(project, "exe", classifier(platform), file);
        }
        if (!linked.beside().isEmpty()) {
            Path folder = linked.executable().getParent();
            Path archive = folder.resolve(linked.executable().getFileName() + "-" + platform + ".tar.gz");
            List<Path> files = new ArrayList<>(linked.beside());
            files.add(linked.executable());
            ReproducibleArchive.tarGz(folder, files, archive, outputTimestamp);
            projectHelper.attachArtifact(project, "tar.gz", classifier(platform), archive.toFile());
        }
    }

    private String classifier(String platform) {
        return executable.equals(project.getArtifactId()) ? platform : executable + "-" + platform;
    }
}
