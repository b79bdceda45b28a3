package dev.jox.link;

import dev.jox.model.distribution.Distribution;
import dev.jox.model.pack.PackSettings;
import dev.jox.model.plan.Plan;
import dev.jox.model.windows.WindowsProgram;
import dev.jox.toolchain.Toolchain;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to make an executable of.
 *
 * @param nativeLibraries folders with libraries that extension modules need
 * @param windows what Windows shows of the executable; there for its targets only
 * @param executable where it goes; its folder need not exist
 * @param workFolder for what is needed to make it and to make it again; no other executable uses it, and those of the other
 *     executables of a project are its siblings
 */
public record LinkRequest(
        Plan plan,
        Distribution distribution,
        PackSettings settings,
        Toolchain toolchain,
        List<Path> nativeLibraries,
        Optional<WindowsProgram> windows,
        Path executable,
        Path workFolder) {
    public LinkRequest {
        nativeLibraries = List.copyOf(nativeLibraries);
    }
}
