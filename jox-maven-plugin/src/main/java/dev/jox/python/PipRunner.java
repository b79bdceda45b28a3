package dev.jox.python;

import dev.jox.model.JoxException;
import dev.jox.model.spec.PackageIndex;
import dev.jox.model.spec.PackagesRequest;
import dev.jox.process.Command;
import dev.jox.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Runs {@code pip wheel}: every package that a request needs becomes a wheel in a folder, downloaded or built. The user's pip
 * configuration holds, except for the cache: pip's wheel cache is jox's own.
 */
final class PipRunner {
    private final PythonScripts scripts;
    private final Path pipCache;
    private final boolean offline;
    private final PythonLog log;

    /**
     * @param pipCache the folder for pip's cache, of this target and toolchain only
     * @param offline whether no index may be asked
     */
    PipRunner(PythonScripts scripts, Path pipCache, boolean offline, PythonLog log) {
        this.scripts = scripts;
        this.pipCache = pipCache;
        this.offline = offline;
        this.log = log;
    }

    /**
     * Fills {@code folder} with the wheels of a request.
     *
     * @param local wheels and sdists that are wanted themselves
     * @throws JoxException saying which requirement cannot be met and why
     */
    void wheel(BuildInterpreter interpreter, PackagesRequest request, List<Path> local, Path folder)
            throws IOException {
        Path work = Files.createTempDirectory("jox-pip");
        try {
            Path requirements = work.resolve("requirements.txt");
            Files.write(requirements, requirementLines(request, local));
            List<String> arguments = new ArrayList<>(List.of(
                    "wheel",
                    "--no-input",
                    "--disable-pip-version-check",
                    "--no-color",
                    "--progress-bar=off",
                    "--cache-dir=" + pipCache,
                    "--wheel-dir=" + folder,
                    "--requirement=" + requirements));
            request.requirementsFile().ifPresent(file -> arguments.add("--requirement=" + file));
            request.wheels().ifPresent(wheels -> arguments.add("--find-links=" + wheels));
            arguments.addAll(request.pipArguments());
            Command command = interpreter
                    .script(scripts.file("run_pip.py"), arguments)
                    // pip breaks its messages at this width
                    .withVariable("COLUMNS", "400")
                    .withVariables(request.environment())
                    .withVariables(indexVariables(request.index(), work));
            log.detail(withoutPasswords(command.toString()));
            run(command, request, requirements);
        } finally {
            Folders.delete(work);
        }
    }

    private void run(Command command, PackagesRequest request, Path requirements) {
        List<String> output = new ArrayList<>();
        boolean succeeded = Processes.run(command, line -> {
                    String shown = withoutPasswords(line);
                    log.detail(shown);
                    output.add(shown);
                })
                .succeeded();
        if (!succeeded) {
            throw new PipDiagnosis(request, requirements, offline).of(output);
        }
    }

    /** Addresses may come with credentials in {@code <pipArguments>} and in pip's configuration. */
    private static String withoutPasswords(String line) {
        return line.replaceAll("(://[^/:@\\s]*:)[^/@\\s]+@", "$1****@");
    }

    /** The pom's requirements in pip's format; line numbers are those of the pom's list. */
    private static List<String> requirementLines(PackagesRequest request, List<Path> local) {
        List<String> lines = new ArrayList<>();
        for (String requirement : request.requirements()) {
            String text = requirement.strip();
            if (text.isEmpty() || text.startsWith("-") || text.contains("\n")) {
                throw JoxException.user(
                        "<requirement>" + requirement + "</requirement> is not a requirement such as markupsafe==3.0.3",
                        "options for pip go into <pipArguments>, files of requirements into <requirementsFile>");
            }
            lines.add(text);
        }
        local.forEach(file -> lines.add(file.toUri().toString()));
        return lines;
    }

    /** An index's address by variable and its credentials by netrc: neither is seen in a list of processes or in a log. */
    private Map<String, String> indexVariables(Optional<PackageIndex> index, Path work) throws IOException {
        Map<String, String> variables = new TreeMap<>();
        if (offline) {
            variables.put("PIP_NO_INDEX", "1");
        }
        if (index.isPresent()) {
            variables.put("PIP_INDEX_URL", index.get().url());
            if (index.get().credentials().isPresent()) {
                variables.put("NETRC", Netrc.write(work, index.get()).toString());
            }
        }
        return variables;
    }
}
