package dev.jox.python;

import dev.jox.model.spec.PackagesRequest;
import dev.jox.toolchain.Toolchain;
import java.nio.file.Path;

/**
 * An sdist that is to be built.
 *
 * @param request of which it is a part: its settings for pip hold
 * @param toolchain the target's
 * @param view what the build is told of the target
 */
record BuildJob(
        Pythons pythons,
        PackagesRequest request,
        Path sdist,
        Packages.Freshness freshness,
        Toolchain toolchain,
        TargetView view) {
    boolean offline() {
        return freshness == Packages.Freshness.OFFLINE;
    }

    /** Says why it does not build. */
    BuildDiagnosis diagnosis() {
        return new BuildDiagnosis(pythons, sdist, toolchain, offline());
    }
}
