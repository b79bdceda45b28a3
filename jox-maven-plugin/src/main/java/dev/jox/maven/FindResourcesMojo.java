package dev.jox.maven;

import dev.jox.model.resource.Origin;
import dev.jox.model.resource.Resource;
import dev.jox.model.resource.ResourceCollection;
import java.io.IOException;
import java.util.Locale;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.NullUnmarked;

/**
 * Lists what the last build's scan saw, before any policy: each resource with its type, size and origin.
 *
 * @since 0.1.0
 */
@Mojo(name = "find-resources", threadSafe = true)
@NullUnmarked
public final class FindResourcesMojo extends ExecutableMojo {
    /**
     * Whether the standard library's resources are listed too.
     *
     * @since 0.1.0
     */
    @Parameter(property = "jox.standardLibrary", defaultValue = "false")
    private boolean standardLibrary;

    @Override
    protected void run() throws IOException {
        ResourceCollection collection = workspace().readCollection();
        for (Resource resource : collection.resources()) {
            if (standardLibrary || resource.origin().kind() != Origin.Kind.DISTRIBUTION) {
                getLog().info(String.format(
                        Locale.ROOT,
                        "%-20s %10d  %-24s %s",
                        resource.getClass().getSimpleName(),
                        resource.content().size(),
                        resource.origin(),
                        resource.path()));
            }
        }
        collection.uncompiled().forEach((path, message) -> getLog().warn(path + " does not compile: " + message));
        collection.notes().forEach(getLog()::info);
    }
}
