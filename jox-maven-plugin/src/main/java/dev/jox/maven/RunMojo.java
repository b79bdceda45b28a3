package dev.jox.maven;

import dev.jox.model.JoxException;
import dev.jox.stage.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.util.cli.CommandLineUtils;
import org.jspecify.annotations.NullUnmarked;

/**
 * Starts the executable, with this terminal as its own: {@code mvn package jox:run -Djox.arguments="--help"}.
 *
 * @since 0.1.0
 */
@Mojo(name = "run", requiresDirectInvocation = true)
@NullUnmarked
public final class RunMojo extends ExecutableMojo {
    /**
     * The program's arguments, separated and quoted as in a shell.
     *
     * @since 0.1.0
     */
    @Parameter(property = "jox.arguments", defaultValue = "")
    private String arguments;

    @Override
    protected void run() throws IOException, InterruptedException {
        Workspace workspace = workspace();
        if (!Files.isExecutable(workspace.executable())) {
            throw JoxException.user(
                    "There is no executable " + workspace.executable() + " yet.",
                    "Make it first: `mvn package jox:run`.");
        }
        List<String> command = new ArrayList<>(List.of(workspace.executable().toString()));
        command.addAll(List.of(words()));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw JoxException.user(workspace.executable() + " ended with status " + status + ".", "");
        }
    }

    private String[] words() {
        try {
            return CommandLineUtils.translateCommandline(arguments == null ? "" : arguments);
        } catch (Exception e) {
            throw JoxException.user("-Djox.arguments: " + e.getMessage() + ".", "Close every quote.", e);
        }
    }
}
