package dev.jox.maven;

import dev.jox.model.JoxException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.NullUnmarked;

/**
 * Zips a project's Python sources, so that applications in other modules can name the project as a dependency of type
 * {@code jox-library}. With packaging {@code jox-library} the zip is the main artifact.
 *
 * @since 0.1.0
 */
@Mojo(name = "library", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
@NullUnmarked
public final class LibraryMojo extends JoxMojo {
    /**
     * The folder of the Python modules.
     *
     * @since 0.1.0
     */
    @Parameter(property = "jox.sourceDirectory", defaultValue = "${project.basedir}/src/main/python")
    private File sourceDirectory;

    @Parameter(defaultValue = "${project.build.directory}/${project.build.finalName}.zip", readonly = true)
    private File archive;

    @Parameter(defaultValue = "${project.build.outputTimestamp}", readonly = true)
    private String outputTimestamp;

    @Override
    protected void run() throws IOException {
        Path sources = sourceDirectory.toPath();
        if (!sourceDirectory.isDirectory()) {
            throw JoxException.user(
                    "<sourceDirectory> (-Djox.sourceDirectory) " + sources + " is no folder.",
                    "Put the project's Python modules there, or name the folder that has them.");
        }
        ReproducibleArchive.zip(sources, archive.toPath(), outputTimestamp);
        project.getArtifact().setFile(archive);
    }
}
