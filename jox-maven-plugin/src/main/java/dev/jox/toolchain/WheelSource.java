package dev.jox.toolchain;

import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import java.io.IOException;
import java.nio.file.Path;

/** Where tools that are published as wheels come from: the package index that pip is configured for. */
@FunctionalInterface
public interface WheelSource {
    /**
     * Downloads a wheel for the machine that builds.
     *
     * @param project its name on the index, such as {@code ziglang}
     * @param version the one version that will do
     * @param sha256 of the wheel; verified
     * @param folder where to put it, an existing folder
     * @return the wheel's file
     * @throws JoxException when the index cannot be reached or asked, or has no such wheel
     */
    Path fetch(String project, String version, Sha256 sha256, Path folder) throws IOException;
}
