package dev.jox.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.fetch.Cache;
import dev.jox.model.Target;
import dev.jox.model.binary.NativeImageReader;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.Libpython;
import dev.jox.model.pack.PackSettings;
import dev.jox.model.pack.PackWriter;
import dev.jox.model.pack.Payload;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import dev.jox.model.policy.ExtensionMode;
import dev.jox.model.policy.Planner;
import dev.jox.model.policy.Policy;
import dev.jox.model.policy.Rule;
import dev.jox.model.spec.HandedFiles;
import dev.jox.model.spec.InstalledPackages;
import dev.jox.model.spec.PackagesRequest;
import dev.jox.process.Command;
import dev.jox.process.Outcome;
import dev.jox.process.Processes;
import dev.jox.python.CollectRequest;
import dev.jox.python.Collector;
import dev.jox.python.Compilation;
import dev.jox.python.Packages;
import dev.jox.python.PythonLog;
import dev.jox.python.Pythons;
import dev.jox.python.SourceFolder;
import dev.jox.testing.DefaultPythons;
import dev.jox.testing.Needs;
import dev.jox.toolchain.Toolchain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The runtime compiled against the headers of a default distribution and linked against its libpython. What tests pack goes through the stages that a build goes through.
 */
final class Runtimes {
    private static final Path NATIVE = Path.of("src/main/native").toAbsolutePath();
    private static final Path HARNESS = Path.of("src/test/native/harness.c").toAbsolutePath();
    private static final Path WORK = Path.of("target/runtime-test").toAbsolutePath();
    /** Nothing is bound into the program that the tests start: it is linked against libpython. */
    static final Policy POLICY = Policy.builder()
            .rules(List.of(Rule.builder()
                    .match("**")
                    .extension(ExtensionMode.STANDALONE)
                    .build()))
            .build();

    private static final Map<String, Runtimes> KNOWN = new ConcurrentHashMap<>();

    private final Distribution distribution;
    private final Path program;
    private final Cache cache;

    private Runtimes(Distribution distribution, Path program, Cache cache) {
        this.distribution = distribution;
        this.program = program;
        this.cache = cache;
    }

    static Runtimes of(String version) {
        Needs.program("cc");
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
        Distribution distribution = DefaultPythons.resolve(version, cache);
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

    /** The runtime's C files for Linux, without those that belong to one way of linking. */
    static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(NATIVE)) {
            return files.filter(file ->
                            file.toString().endsWith(".c") && !file.toString().endsWith("_win.c"))
                    .sorted()
                    .toList();
        }
    }

    private static Toolchain noToolchain(Target target) {
        throw new IllegalStateException("nothing here is built from source");
    }

    /** Packs the folder of Python sources with the standard library, and gives the program to run. */
    Packed pack(String name, Path sources, PackSettings settings) throws IOException {
        return pack(name, sources, settings, POLICY);
    }

    /** Packs built-in modules and the library with their code besides. */
    Packed pack(String name, Path sources, PackSettings settings, List<PlannedBuiltIn> builtIns, Payload payload)
            throws IOException {
        Plan plan = plan(sources, POLICY);
        List<Planned> entries = new ArrayList<>(plan.entries());
        entries.addAll(builtIns);
        Plan extended = new Plan(
                plan.digest(), entries, plan.omissions(), plan.fallbacks(), plan.glibcFloor(), plan.warnings());
        return pack(name, extended, settings, List.of(payload));
    }

    /** The folder of the distribution's C headers. */
    Path include() {
        return distribution.include();
    }

    Packed pack(String name, Path sources, PackSettings settings, Policy policy) throws IOException {
        return pack(name, plan(sources, policy), settings, List.of());
    }

    private Plan plan(Path sources, Policy policy) throws IOException {
        CollectRequest request = new CollectRequest(
                Pythons.same(distribution),
                PackagesRequest.NONE,
                InstalledPackages.NONE,
                List.of(new SourceFolder(sources.toAbsolutePath(), "tests", "1")),
                List.of(),
                module -> false,
                HandedFiles.NONE,
                List.copyOf(policy.compiledLevels()),
                false,
                Packages.Freshness.OFFLINE);
        Path libpython = ((Libpython.SharedElf) distribution.libpython()).file();
        return new Planner(policy, distribution, NativeImageReader.read(libpython))
                .plan(new Collector(cache, Compilation.with(Runtimes::noToolchain), PythonLog.SILENT).collect(request));
    }

    private Packed pack(String name, Plan plan, PackSettings settings, List<Payload> payloads) throws IOException {
        Path folder = Files.createDirectories(
                WORK.resolve(distribution.version().majorMinor()).resolve(name));
        Path executable = folder.resolve(name);
        Files.deleteIfExists(executable);
        Files.copy(program, executable);
        Path pack = folder.resolve("pack");
        PackWriter.write(pack, plan, settings, payloads);
        return new Packed(executable, pack, plan);
    }
}
