package dev.jox.maven;

import dev.jox.maven.parameter.ParsedGlob;
import dev.jox.model.JoxException;
import dev.jox.model.report.Explain;
import dev.jox.stage.LinkStage;
import dev.jox.stage.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.NullUnmarked;

/**
 * Says of each resource where it is, as what, and why; from the last build's plan.
 *
 * @since 0.1.0
 */
@Mojo(name = "explain", threadSafe = true)
@NullUnmarked
public final class ExplainMojo extends ExecutableMojo {
    /**
     * A pattern such as {@code numpy.**}: only what matches it is explained.
     *
     * @since 0.1.0
     */
    @Parameter(property = "jox.match")
    private String match;

    /**
     * {@code text}, to the build's output; {@code json} or {@code html}, to a file beside the plan.
     *
     * @since 0.1.0
     */
    @Parameter(property = "jox.format", defaultValue = "text")
    private String format;

    @Override
    protected void run() throws IOException {
        Workspace workspace = workspace();
        Explain explain = Explain.of(workspace.readPlan(), LinkStage.sizes(workspace), ParsedGlob.of("match", match));
        switch (format) {
            case "text" -> explain.text().lines().forEach(getLog()::info);
            case "json" -> write("explain.json", explain.json());
            case "html" -> write("explain.html", explain.html(executable));
            default ->
                throw JoxException.user(
                        "<format> (-Djox.format): unknown format '" + format + "'; known are text, json, html.",
                        "Correct the value.");
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = workspace().folder().resolve(name);
        Files.writeString(file, text);
        getLog().info("Wrote " + file);
    }
}
