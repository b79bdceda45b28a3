package dev.jox.python;

import dev.jox.process.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The Python that runs pip and compiles bytecode: jox's own copy, never the user's interpreter or the distribution itself. What is
 * put into its site-packages reaches every Python that pip starts and nothing else on the machine.
 *
 * @param executable the program
 * @param sitePackages the folder that its pip is in
 */
public record BuildInterpreter(Path executable, Path sitePackages) {
    /** pip's settings that would send its result elsewhere, or refuse to run outside a virtual environment. */
    private static final Set<String> MISLEADING = Set.of(
            "PIP_TARGET", "PIP_USER", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON", "PIP_DRY_RUN", "PIP_REQUIRE_VIRTUALENV");

    /**
     * Runs a script with this interpreter: isolated from the user's site-packages and from {@code PYTHON*} variables, and so is every
     * Python that the script starts.
     */
    public Command script(Path script, List<String> arguments) {
        return Command.of(executable, "-I", script)
                .with(arguments)
                .withoutVariables(BuildInterpreter::unwanted)
                .withVariables(Map.of(
                        "PYTHONNOUSERSITE", "1",
                        "PIP_REQUIRE_VIRTUALENV", "0",
                        "JOX", "1"));
    }

    private static boolean unwanted(String variable) {
        String name = variable.toUpperCase(Locale.ROOT);
        return name.startsWith("PYTHON")
                || name.equals("__PYVENV_LAUNCHER__")
                || name.equals("VIRTUAL_ENV")
                || MISLEADING.contains(name);
    }
}
