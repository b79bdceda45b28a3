package dev.jox.maven;

import dev.jox.model.JoxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.NullUnmarked;

/** What all goals share: the guard of {@code jox.skip} and the one translation of exceptions. Maven sets the fields. */
@NullUnmarked
public abstract class JoxMojo extends AbstractMojo {
    /** What concerns the whole project is told once, not by each goal. */
    private static final String CHECKED = "dev.jox.checked";

    /** Skips every goal of jox. */
    @Parameter(property = "jox.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    protected MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    protected MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("jox.skip is set: nothing is done.");
            return;
        }
        try {
            check();
            run();
        } catch (JoxException e) {
            if (e.kind() == JoxException.Kind.USER) {
                throw new MojoFailureException(e.getMessage(), e);
            }
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new MojoExecutionException(e.getCause().toString(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(e.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("interrupted", e);
        }
    }

    private void check() {
        ConfigurationCheck check = ConfigurationCheck.of(execution);
        check.elements();
        if (project.getContextValue(CHECKED) == null) {
            project.setContextValue(CHECKED, true);
            check.warnings(session.getUserProperties()).forEach(getLog()::warn);
        }
    }

    protected final String pluginVersion() {
        return execution.getMojoDescriptor().getPluginDescriptor().getVersion();
    }

    /** The goal itself. */
    protected abstract void run() throws IOException, InterruptedException;
}
