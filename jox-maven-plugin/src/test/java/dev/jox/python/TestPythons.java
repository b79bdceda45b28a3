package dev.jox.python;

import dev.jox.model.PythonVersion;
import dev.jox.model.Sha256;
import dev.jox.model.Target;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.Libpython;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Pythons that are not there: enough to decide what pip is told. */
final class TestPythons {
    private TestPythons() {}

    /** A build on Linux for a target. */
    static Pythons buildingFor(Target target) {
        return new Pythons(distribution(target), distribution(Target.LINUX_GNU));
    }

    /** A build by a Python that is there for a target whose Python is not. */
    static Pythons buildingFor(Target target, Distribution build) {
        return new Pythons(distribution(target), build);
    }

    private static Distribution distribution(Target target) {
        return new Distribution(
                "the test's Python",
                Sha256.of(target.triple()),
                PythonVersion.parse("3.14.3"),
                target,
                target.defaultFlavor(),
                Path.of("/python"),
                Optional.empty(),
                new Libpython.StaticArchive(Path.of("/python/libpython3.14.a")),
                Path.of("/python/include"),
                Path.of("/python/lib"),
                List.of(),
                List.of(),
                List.of(),
                "cpython-314",
                List.of(target.isWindows() ? ".cp314-win_amd64.pyd" : ".cpython-314-x86_64-linux-musl.so"),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
