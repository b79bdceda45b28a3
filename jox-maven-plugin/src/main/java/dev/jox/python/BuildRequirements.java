package dev.jox.python;

import dev.jox.fetch.Cache;
import dev.jox.model.Sha256;
import dev.jox.model.json.Json;
import dev.jox.process.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which versions of its build requirements a package is built with. An sdist seldom says more than a name, such as setuptools; so they
 * are decided as the requirements of the application are, once, and hold for every later build of that source.
 */
final class BuildRequirements {
    /** Part of the question: raised when it is answered in another way. */
    private static final String LAYOUT = "build requirements 1";

    private static final String FILE = "build-constraints.txt";

    private final Decisions decisions;
    private final BackendTools tools;
    private final PythonLog log;

    BuildRequirements(Cache cache, BackendTools tools, PythonLog log) {
        this.decisions = new Decisions(cache);
        this.tools = tools;
        this.log = log;
    }

    /**
     * What was decided for an sdist, in pip's format for constraints: {@code setuptools==80.9.0}, a line each, in the order of the
     * names. What it is built with for which target makes no difference.
     */
    Path of(BuildJob job, PipRunner pip) throws IOException {
        return decisions
                .get("build-requirements", question(job), job.freshness(), folder -> {
                    log.step("finding what the build of " + job.sdist().getFileName() + " requires");
                    Files.write(folder.resolve(FILE), decide(job, pip));
                })
                .resolve(FILE);
    }

    private List<String> decide(BuildJob job, PipRunner pip) throws IOException {
        Path work = Files.createTempDirectory("jox-build-requirements");
        try {
            return pip.buildRequirements(
                    job.request(),
                    job.sdist(),
                    PipSettings.building(tools.in(work, job).variables()),
                    job.diagnosis()::of);
        } finally {
            Folders.delete(work);
        }
    }

    private static Sha256 question(BuildJob job) throws IOException {
        Optional<Path> wheels = job.request().wheels();
        return Json.digest(List.of(
                LAYOUT,
                job.sdist().getFileName().toString(),
                Sha256.ofFile(job.sdist()),
                job.pythons().build().digest(),
                LocalPackages.digest(wheels.isPresent() ? Folders.files(wheels.get()) : List.of()),
                job.request().index(),
                job.request().pipArguments(),
                RequirementsFiles.digest(job.request().buildConstraintsFile(), "<buildConstraintsFile>"),
                Json.digest(job.request().environment())));
    }
}
