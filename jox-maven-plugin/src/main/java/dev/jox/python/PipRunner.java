package dev.jox.python;

import dev.jox.model.JoxException;
import dev.jox.model.json.Json;
import dev.jox.model.spec.PackageIndex;
import dev.jox.model.spec.PackagesRequest;
import dev.jox.process.Command;
import dev.jox.process.Folders;
import dev.jox.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Runs pip: {@code pip download} finds the files of a request's packages, {@code pip wheel} builds one of them. The user's pip
 * configuration holds, except for the cache.
 */
final class PipRunner {
    static final String SCRIPT = "run_pip.py";

    private static final String LOG = "pip.log";

    private final PythonScripts scripts;
    private final BuildInterpreter interpreter;
    private final Path pipCache;
    private final boolean offline;
    private final PythonLog log;

    /**
     * @param pipCache the folder for pip's cache, of what this machine downloads and builds for itself
     * @param offline whether no index may be asked
     */
    PipRunner(PythonScripts scripts, BuildInterpreter interpreter, Path pipCache, boolean offline, PythonLog log) {
        this.scripts = scripts;
        this.interpreter = interpreter;
        this.pipCache = pipCache;
        this.offline = offline;
        this.log = log;
    }

    /**
     * Fills {@code folder} with the wheels and sdists of a request.
     *
     * @param local what the request wants of this machine's files
     * @throws JoxException saying which requirement cannot be met and why
     */
    void download(Pythons pythons, PackagesRequest request, LocalPackages local, Path folder) throws IOException {
        Path work = Files.createTempDirectory("jox-pip");
        try {
            Path requirements = work.resolve("requirements.txt");
            Files.write(requirements, requirementLines(request, local));
            List<String> arguments = new ArrayList<>(List.of(
                    "download", "--cache-dir=" + pipCache, "--dest=" + folder, "--requirement=" + requirements));
            request.requirementsFile().ifPresent(file -> arguments.add("--requirement=" + file));
            run(
                    request,
                    arguments,
                    PipSettings.resolving(pythons).constrained(constraints(request, work)),
                    Map.of(),
                    work,
                    output -> new PipDiagnosis(pythons, request, local, requirements, offline).of(output));
        } finally {
            Folders.delete(work);
        }
    }

    /**
     * What pip installs for the build of an sdist, as requirements of exact versions. pip installs it before it asks the backend for
     * metadata; nothing is built.
     *
     * @param failure makes what is thrown of pip's output when that does not work
     */
    List<String> buildRequirements(
            PackagesRequest request, Path sdist, PipSettings settings, Function<List<String>, JoxException> failure)
            throws IOException {
        Path work = Files.createTempDirectory("jox-pip");
        try {
            run(
                    request,
                    List.of(
                            "download",
                            "--cache-dir=" + pipCache,
                            "--no-deps",
                            "--dest=" + work.resolve("download"),
                            sdist.toString()),
                    settings.constrained(constraints(request, work)),
                    // those that pip starts write there, too
                    Map.of("PIP_LOG", work.resolve(LOG).toString()),
                    work,
                    failure);
            return PipLog.installed(Files.readAllLines(work.resolve(LOG)));
        } finally {
            Folders.delete(work);
        }
    }

    /**
     * Builds a wheel from an sdist. pip's wheel cache is not asked and gets nothing: what it has may be of another toolchain.
     *
     * @param constraints which versions of build requirements will do, beside what the request says
     * @param failure makes what is thrown of pip's output when that does not work
     */
    void build(
            PackagesRequest request,
            Path sdist,
            PipSettings settings,
            Path constraints,
            Path folder,
            Function<List<String>, JoxException> failure)
            throws IOException {
        Path work = Files.createTempDirectory("jox-pip");
        try {
            run(
                    request,
                    List.of("wheel", "--no-cache-dir", "--no-deps", "--wheel-dir=" + folder, sdist.toString()),
                    settings.constrained(constraints(request, work, constraints)),
                    Map.of(),
                    work,
                    failure);
        } finally {
            Folders.delete(work);
        }
    }

    private void run(
            PackagesRequest request,
            List<String> task,
            PipSettings settings,
            Map<String, String> variables,
            Path work,
            Function<List<String>, JoxException> failure)
            throws IOException {
        Path settingsFile = work.resolve("settings.json");
        Json.write(settingsFile, settings);
        List<String> arguments = new ArrayList<>(List.of(settingsFile.toString()));
        arguments.addAll(task);
        arguments.addAll(List.of(
                "--no-input",
                "--disable-pip-version-check",
                "--no-color",
                "--progress-bar=off",
                // without it pip runs setup.py itself where there is no pyproject.toml, in no environment of its own
                "--use-pep517"));
        request.wheels().ifPresent(wheels -> arguments.add("--find-links=" + wheels));
        arguments.addAll(request.pipArguments());
        String temporary =
                Files.createDirectory(work.resolve("tmp")).toRealPath().toString();
        Command command = interpreter
                .script(scripts.file(SCRIPT), arguments)
                // pip breaks its messages at this width
                .withVariables(Map.of("COLUMNS", "400", "PIP_CACHE_DIR", pipCache.toString()))
                // the wrapper around compilers gives what is below it names that are the same in every build
                .withVariables(Map.of("TMPDIR", temporary, "JOX_TEMPORARY", temporary))
                .withVariables(request.environment())
                .withVariables(variables)
                .withVariables(indexVariables(request.index(), work));
        log.detail(withoutPasswords(command.toString()));
        List<String> output = new ArrayList<>();
        boolean succeeded = Processes.run(command, line -> {
                    String shown = withoutPasswords(line);
                    log.detail(shown);
                    output.add(shown);
                })
                .succeeded();
        if (!succeeded) {
            throw failure.apply(output);
        }
    }

    /** One file for all: pips before 25.3 take several only where no path has a space. */
    private static Path constraints(PackagesRequest request, Path work, Path... more) throws IOException {
        List<String> lines = new ArrayList<>();
        Stream.concat(Stream.of(more), request.buildConstraintsFile().stream())
                .forEach(file -> lines.add("--constraint \"" + file + "\""));
        return Files.write(work.resolve("build-constraints.txt"), lines);
    }

    /** Addresses may come with credentials in {@code <pipArguments>} and in pip's configuration. */
    private static String withoutPasswords(String line) {
        return line.replaceAll("(://[^/:@\\s]*:)[^/@\\s]+@", "$1****@");
    }

    /** The pom's requirements in pip's format; line numbers are those of the pom's list. */
    private static List<String> requirementLines(PackagesRequest request, LocalPackages local) {
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
        local.wanted().forEach(file -> lines.add(file.toUri().toString()));
        lines.addAll(local.replaced().keySet());
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
