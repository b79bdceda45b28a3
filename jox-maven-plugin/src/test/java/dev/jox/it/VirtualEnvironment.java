package dev.jox.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A virtual environment as its user would make it.
 *
 * @param python the Python that it was made by
 * @param folder where it is
 */
public record VirtualEnvironment(Path python, Path folder) {
    /** Makes one by {@code python -m venv}. */
    public static VirtualEnvironment make(Path python, Path folder) {
        Program.of(python)
                .run("-m", "venv", "--without-pip", folder.toAbsolutePath())
                .exits(0);
        return new VirtualEnvironment(python, folder.toAbsolutePath());
    }

    /** Installs packages by the pip of the Python that made it; the index is the one that this machine's pip uses. */
    public VirtualEnvironment install(Object... requirements) throws IOException {
        List<Object> arguments = new ArrayList<>(
                List.of("-m", "pip", "--python", folder.resolve("bin/python"), "install", "--no-compile"));
        arguments.addAll(List.of(requirements));
        Program.of(python)
                .withEnvironment(System.getenv())
                .run(arguments.toArray())
                .exits(0);
        if (!Files.exists(folder.resolve("pyvenv.cfg"))) {
            throw new IOException(folder + " is no virtual environment");
        }
        return this;
    }
}
