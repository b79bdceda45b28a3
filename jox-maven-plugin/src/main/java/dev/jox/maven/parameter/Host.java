package dev.jox.maven.parameter;

import dev.jox.model.JoxException;
import dev.jox.model.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The machine that the build runs on. */
public final class Host {
    /** musl's loader; a machine that has it and no glibc loader, such as Alpine, makes musl executables by default. */
    private static final Path MUSL_LOADER = Path.of("/lib/ld-musl-x86_64.so.1");

    private static final Path GLIBC_LOADER = Path.of("/lib64/ld-linux-x86-64.so.2");

    private Host() {}

    /**
     * The target that the machine itself is.
     *
     * @throws JoxException for machines that jox does not make executables for
     */
    public static Target target() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        if (processor.equals("amd64") || processor.equals("x86_64")) {
            if (system.startsWith("linux")) {
                return Files.exists(MUSL_LOADER) && !Files.exists(GLIBC_LOADER) ? Target.LINUX_MUSL : Target.LINUX_GNU;
            }
            if (system.startsWith("windows")) {
                return Target.WINDOWS_MSVC;
            }
        }
        throw JoxException.user(
                "jox makes no executables for this machine (" + system + ", " + processor + ").",
                "Name one of jox's targets in <distribution><target> (-Djox.distribution.target), such as "
                        + Target.LINUX_GNU.triple() + ".");
    }
}
