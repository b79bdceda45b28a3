package dev.jox.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jox.distribution.DistributionResolver;
import dev.jox.fetch.Cache;
import dev.jox.fetch.Downloader;
import dev.jox.fetch.MavenParts;
import dev.jox.model.Flavor;
import dev.jox.model.Target;
import dev.jox.model.binary.NativeImageReader;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.DistributionRequest;
import dev.jox.model.distribution.Libpython;
import dev.jox.model.distribution.WantedPython;
import dev.jox.model.pack.PackSettings;
import dev.jox.model.pack.PackWriter;
import dev.jox.model.plan.Plan;
import dev.jox.model.policy.Planner;
import dev.jox.model.policy.Policy;
import dev.jox.model.spec.PackagesRequest;
import dev.jox.process.Command;
import dev.jox.process.Outcome;
import dev.jox.process.Processes;
import dev.jox.python.CollectRequest;
import dev.jox.python.Collector;
import dev.jox.python.Packages;
import dev.jox.python.PythonLog;
import dev.jox.python.SourceFolder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.aether.DefaultRepositorySystemSession;

/**
 * The runtime compiled against the headers of a default distribution and linked against its libpython, where the local
 * repository has it and there is a C compiler. What tests pack goes through the stages that a build goes through.
 */
final class Runtimes {
    private static final Path NATIVE = Path.of("src/main/native").toAbsolutePath();
    private static final Path HARNESS = Path.of("src/test/native/harness.c").toAbsolutePath();
    private static final Path WORK = Path.of("target/runtime-test").toAbsolutePath();
    private static final Map<String, String> ARTIFACTS = Map.of(
            "3.11", "3.11.3-1.5.9",
            "3.12", "3.12.1-1.5.10",
            "3.13", "3.13.5-1.5.12",
            "3.14", "3.14.3-1.5.13");
    private static final Map<String, Runtimes> KNOWN = new ConcurrentHashMap<>();

    private final Distribution distribution;
    private final Path program;
    private final Cache cache;

    private Runtimes(Distribution distribution, Path program, Cache cache) {
        this.distribution = distribution;
        this.program = program;
        this.cache = cache;
    }

    /** The versions of Python whose artifacts the local repository has. */
    static Stream<String> versions() {
        return ARTIFACTS.keySet().stream()
                .filter(version -> Files.exists(jar(version)))
                .sorted();
    }

    static Runtimes of(String version) {
        assumeTrue(Files.exists(jar(version)), "the local repository has no CPython " + version);
        assumeTrue(hasCompiler(), "there is no C compiler");
        return KNOWN.computeIfAbsent(version, v -> {
            try {
                return make(v);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Runtimes make(String version) throws IOException {
        Cache cache = new Cache(WORK.resolve("cache"));
        MavenParts maven = new MavenParts();
        DefaultRepositorySystemSession session = maven.session(localRepository());
        session.setOffline(true);
        Downloader downloader = maven.downloaders().in(session, List.of(), cache);
        Distribution distribution = new DistributionResolver(cache, downloader)
                .resolve(new DistributionRequest(
                        Optional.of(new WantedPython(version)),
                        Target.LINUX_GNU,
                        Flavor.STANDALONE_DYNAMIC,
                        new DistributionRequest.Default()));
        Path program = WORK.resolve("python" + version);
        List<String> arguments = new ArrayList<>(List.of(
                "-std=gnu11",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-O2",
                "-fPIC",
                "-fvisibility=hidden",
                "-I" + distribution.include(),
                "-I" + NATIVE,
                HARNESS.toString(),
                "-o",
                program.toString()));
        sources().forEach(source -> arguments.add(source.toString()));
        Path libpython = ((Libpython.SharedElf) distribution.libpython()).file();
        arguments.addAll(List.of(libpython.toString(), "-Wl,-rpath," + libpython.getParent(), "-ldl"));
        List<String> line = new ArrayList<>(List.of("cc"));
        line.addAll(arguments);
        Outcome outcome = Processes.run(Command.of(line), text -> {});
        assertThat(outcome.succeeded()).as(outcome.excerpt()).isTrue();
        return new Runtimes(distribution, program, cache);
    }

    /** The runtime's C files, as {@code runtime.sources} lists them. */
    static List<Path> sources() throws IOException {
        return Files.readAllLines(NATIVE.resolve("runtime.sources")).stream()
                .filter(line -> line.endsWith(".c"))
                .map(NATIVE::resolve)
                .toList();
    }

    /** Packs the folder of Python sources with the standard library, and gives the program to run. */
    Packed pack(String name, Path sources, PackSettings settings) throws IOException {
        return pack(name, sources, settings, Policy.defaults());
    }

    Packed pack(String name, Path sources, PackSettings settings, Policy policy) throws IOException {
        CollectRequest request = new CollectRequest(
                distribution,
                PackagesRequest.NONE,
                List.of(new SourceFolder(sources.toAbsolutePath(), "tests", "1")),
                List.copyOf(policy.compiledLevels()),
                false,
                Packages.Freshness.OFFLINE);
        Path libpython = ((Libpython.SharedElf) distribution.libpython()).file();
        Plan plan = new Planner(policy, distribution, NativeImageReader.read(libpython))
                .plan(new Collector(cache, PythonLog.SILENT).collect(request));
        Path folder = Files.createDirectories(
                WORK.resolve(distribution.version().majorMinor()).resolve(name));
        Path executable = folder.resolve(name);
        Files.deleteIfExists(executable);
        Files.copy(program, executable);
        Path pack = folder.resolve("pack");
        PackWriter.write(pack, plan, settings);
        return new Packed(executable, pack, plan);
    }

    private static boolean hasCompiler() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "cc")));
    }

    private static Path jar(String version) {
        String artifact = ARTIFACTS.getOrDefault(version, "");
        return localRepository()
                .resolve("org/bytedeco/cpython/" + artifact + "/cpython-" + artifact + "-linux-x86_64.jar");
    }

    private static Path localRepository() {
        String told = System.getProperty("maven.repo.local");
        return told != null ? Path.of(told) : Path.of(System.getProperty("user.home"), ".m2", "repository");
    }
}
