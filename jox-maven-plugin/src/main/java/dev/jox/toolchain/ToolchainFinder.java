package dev.jox.toolchain;

import dev.jox.fetch.Cache;
import dev.jox.model.JoxException;
import dev.jox.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the toolchain that the pom asks for. */
public final class ToolchainFinder {
    private final SystemCompilers system;
    private final ZigToolchains zig;

    /**
     * @param cache where zig and its own caches are
     * @param wheels where zig comes from
     * @param environment this process's variables: PATH says which compilers there are
     */
    public ToolchainFinder(Cache cache, WheelSource wheels, Map<String, String> environment) {
        this.system = new SystemCompilers(cache, environment);
        this.zig = new ZigToolchains(cache, wheels);
    }

    /**
     * A toolchain that compiles and links for the target.
     *
     * @throws JoxException naming everything that was tried
     */
    public Toolchain find(ToolchainChoice choice, Target target) {
        List<String> tried = new ArrayList<>();
        if (choice != ToolchainChoice.ZIG) {
            Optional<Toolchain> found = system.find(target, tried);
            if (found.isPresent()) {
                return found.get();
            }
        }
        if (choice == ToolchainChoice.SYSTEM) {
            throw JoxException.environment(
                    "<toolchain>system</toolchain> (-Djox.toolchain) finds no C compiler for " + target.triple() + ": "
                            + String.join("; ", tried),
                    installOr(target) + "leave <toolchain> at auto: jox then fetches zig");
        }
        try {
            return zig.find(target);
        } catch (JoxException e) {
            if (tried.isEmpty()) {
                throw e;
            }
            tried.add("zig " + ZigToolchains.VERSION + " as the wheel " + ZigToolchains.PROJECT
                    + " from the package index: " + e.problem());
            throw JoxException.environment(
                    "<toolchain>auto</toolchain> (-Djox.toolchain) finds no C compiler for " + target.triple() + ": "
                            + String.join("; ", tried),
                    installOr(target)
                            + "help jox to zig: "
                            + (e.hint().isEmpty() ? "build once where the package index can be reached" : e.hint()),
                    e);
        }
    }

    /** The beginning of hints: one way where there is one on the machine. */
    private static String installOr(Target target) {
        return SystemCompilers.serve(target)
                ? "install a C compiler with the C library's headers (Debian: gcc libc6-dev, Fedora: gcc glibc-devel), or "
                : "";
    }
}
