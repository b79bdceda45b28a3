package dev.jox.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.fetch.Cache;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.resource.LinkItem;
import dev.jox.model.resource.LinkableExtension;
import dev.jox.model.spec.PackagesRequest;
import dev.jox.process.Command;
import dev.jox.process.Outcome;
import dev.jox.process.Processes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds of sdists that are here, by the machine's compiler and without an index. */
class LocalSourceBuildsTest {
    private static final String MODULE = """
            #include <Python.h>
            static struct PyModuleDef def = {PyModuleDef_HEAD_INIT, "%1$s", NULL, -1, NULL};
            PyMODINIT_FUNC PyInit_%1$s(void) { return PyModule_Create(&def); }
            """;

    @TempDir
    Path folder;

    /** Wheels that are not wanted, but may be required. */
    @TempDir
    Path others;

    private final Cache cache = TestDistribution.CACHE;
    private final Pythons pythons = Pythons.same(TestDistribution.get());
    private final List<String> steps = new ArrayList<>();

    private final PythonLog log = new PythonLog() {
        @Override
        public void step(String what) {
            steps.add(what);
        }

        @Override
        public void detail(String line) {}
    };

    private PackagesRequest request(Map<String, String> environment) {
        return new PackagesRequest(
                List.of(),
                Optional.empty(),
                Optional.of(folder),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of("--no-index"),
                environment);
    }

    private List<ResolvedPackage> resolve(PackagesRequest request, Packages.FromSource fromSource) {
        return new Packages(cache, Compilation.with(TestDistribution::toolchain), log)
                .resolve(pythons, request, List.of(), Packages.Freshness.KEEP, fromSource);
    }

    private static Optional<String> never(PackageContents wheel) {
        return Optional.empty();
    }

    private static String text(ResolvedPackage found, String path) {
        return found.contents().files().stream()
                .filter(file -> file.path().equals(path))
                .map(file -> new String(file.content().read(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBuildIsCapturedAndDoneOnce() {
        new TestSdist("once", "1.0").file("once.c", MODULE.formatted("once")).write(folder);
        ResolvedPackage built =
                resolve(request(Map.of()), LocalSourceBuildsTest::never).get(0);
        assertThat(built.linkable()).extracting(LinkableExtension::name).hasToString("[once]");
        assertThat(built.linkable().get(0).build()).contains("once-1.0.tar.gz");
        steps.clear();
        assertThat(resolve(request(Map.of()), LocalSourceBuildsTest::never)).containsExactly(built);
        assertThat(steps).isEmpty();
    }

    @Test
    void buildsInDifferentFoldersAndAtDifferentTimesGiveTheSameFiles() throws IOException {
        new TestSdist("alike", "1.0")
                .file("alike.c", MODULE.formatted("alike") + "const char *made = __FILE__ __DATE__ __TIME__;\n")
                .file("hook.py", "FILES = {'alike.txt': str({str(i) for i in range(100)})}\n")
                .write(folder);
        ResolvedPackage first = resolve(
                        request(Map.of("MADE", String.valueOf(System.nanoTime()))), LocalSourceBuildsTest::never)
                .get(0);
        ResolvedPackage second = resolve(
                        request(Map.of("MADE", String.valueOf(System.nanoTime()))), LocalSourceBuildsTest::never)
                .get(0);
        assertThat(steps).filteredOn(step -> step.startsWith("building alike")).hasSize(2);
        assertThat(digests(second)).isEqualTo(digests(first)).hasSizeGreaterThan(1);
        assertThat(second.contents().files())
                .extracting(file -> file.path() + file.content().sha256())
                .containsExactlyElementsOf(first.contents().files().stream()
                        .map(file -> file.path() + file.content().sha256())
                        .toList());
    }

    /** Of the files that a package's modules can be linked from. */
    private static List<Sha256> digests(ResolvedPackage built) throws IOException {
        List<Sha256> digests = new ArrayList<>();
        for (LinkableExtension extension : built.linkable()) {
            for (LinkItem item : extension.items()) {
                if (item instanceof LinkItem.File file) {
                    digests.add(Sha256.ofFile(file.copy()));
                }
            }
            digests.add(Sha256.of(extension.name().dotted()));
        }
        return digests;
    }

    @Test
    void pipsWheelCacheNeitherHidesABuildNorGetsIt() throws IOException {
        // the source is new in every run, so that no cache knows it
        new TestSdist("hidden", "1.0")
                .file("hidden.c", MODULE.formatted("hidden") + "/* " + System.nanoTime() + " */\n")
                .write(folder);
        Path sdist = new PackageFiles(cache, log)
                .find(pythons, request(Map.of()), Packages.Freshness.KEEP)
                .get(0);
        Path pipCache = PackageFiles.pipCache(cache, pythons);
        Path before = Files.createDirectory(folder.resolve("before"));
        BuildInterpreter interpreter = new BuildInterpreters(cache, log).of(pythons.build());
        Outcome plain = Processes.run(
                Command.of(interpreter.executable(), "-I", "-m", "pip", "wheel", "--cache-dir=" + pipCache)
                        .with(List.of("--no-deps", "--no-index", "--wheel-dir=" + before, sdist.toString())),
                line -> {});
        assertThat(plain.succeeded()).as(String.join("\n", plain.tail())).isTrue();
        List<Path> cached = cachedWheels(pipCache, "hidden");
        assertThat(cached).as("pip would take its own wheel the next time").hasSize(1);

        assertThat(resolve(request(Map.of()), LocalSourceBuildsTest::never)
                        .get(0)
                        .linkable())
                .isNotEmpty();
        assertThat(cachedWheels(pipCache, "hidden")).isEqualTo(cached);

        Files.delete(cached.get(0));
        resolve(request(Map.of("ANOTHER", "build")), LocalSourceBuildsTest::never);
        assertThat(steps).filteredOn(step -> step.startsWith("building hidden")).hasSize(2);
        assertThat(cachedWheels(pipCache, "hidden")).isEmpty();
    }

    private static List<Path> cachedWheels(Path pipCache, String project) throws IOException {
        try (Stream<Path> files = Files.walk(pipCache)) {
            return files.filter(file -> file.getFileName().toString().startsWith(project)
                            && file.toString().endsWith(".whl"))
                    .toList();
        }
    }

    @Test
    void variablesReachBackendsAndTheCompilerOnlyThem() {
        new TestSdist("tool", "1.0")
                .file("hook.py", "import os\nFILES = {'tool.py': 'seen = %r' % os.environ.get('JOX_CAPTURE')}\n")
                .write(folder);
        new TestSdist("user", "1.0").requires("tool").file("hook.py", """
                        import os, tool
                        FILES = {"user.txt": "%s %s %s %s" % (
                            os.environ["JOX"], os.environ["COLOUR"], "JOX_CAPTURE" in os.environ, tool.seen)}
                        """).write(folder);
        ResolvedPackage user = resolve(request(Map.of("COLOUR", "red")), LocalSourceBuildsTest::never).stream()
                .filter(p -> p.contents().origin().name().equals("user"))
                .findFirst()
                .orElseThrow();
        assertThat(text(user, "user.txt")).isEqualTo("1 red True None");
    }

    /** A package that says which version of {@code tool} built it, and two versions of that. */
    private void twoVersionsOfABuildRequirement() {
        TestSdist user = new TestSdist("pinned", "1.0").requires("tool");
        // no decision is known for a source that is new in every run
        user.file("hook.py", "import tool\nFILES = {'pinned.txt': tool.version}\n# " + System.nanoTime())
                .write(folder);
        new TestWheel("tool", "1.0").file("tool.py", "version = '1.0'\n").write(others);
    }

    private ResolvedPackage pinned(PackagesRequest request, Packages.Freshness freshness) {
        return new Packages(cache, Compilation.with(TestDistribution::toolchain), log)
                .resolve(pythons, request, List.of(), freshness, LocalSourceBuildsTest::never)
                .get(0);
    }

    @Test
    void buildRequirementsAreDecidedOnceAndAgainForAnUpdate() {
        twoVersionsOfABuildRequirement();
        PackagesRequest request = request(Map.of("PIP_FIND_LINKS", others.toString()));
        ResolvedPackage first = pinned(request, Packages.Freshness.KEEP);
        assertThat(text(first, "pinned.txt")).isEqualTo("1.0");
        assertThat(first.build().orElseThrow().requirements()).containsExactly("tool==1.0");

        new TestWheel("tool", "2.0").file("tool.py", "version = '2.0'\n").write(others);
        steps.clear();
        // another toolchain, as far as the cache can see, so that it is built again
        List<Path> libraries = List.of(others);
        ResolvedPackage again = new Packages(cache, new Compilation(TestDistribution::toolchain, libraries), log)
                .resolve(pythons, request, List.of(), Packages.Freshness.KEEP, LocalSourceBuildsTest::never)
                .get(0);
        assertThat(steps).anyMatch(step -> step.startsWith("building pinned"));
        assertThat(text(again, "pinned.txt")).isEqualTo("1.0");

        assertThat(text(pinned(request, Packages.Freshness.UPDATE), "pinned.txt"))
                .isEqualTo("2.0");
    }

    @Test
    void buildRequirementsAreConstrained() throws IOException {
        twoVersionsOfABuildRequirement();
        new TestWheel("tool", "2.0").file("tool.py", "version = '2.0'\n").write(others);
        Path constraints = Files.writeString(others.resolve("build constraints.txt"), "tool<2\n");
        PackagesRequest free = request(Map.of("PIP_FIND_LINKS", others.toString()));
        PackagesRequest constrained = new PackagesRequest(
                free.requirements(),
                free.requirementsFile(),
                free.wheels(),
                free.handedWheels(),
                free.index(),
                Optional.of(constraints),
                free.pipArguments(),
                free.environment());
        assertThat(text(pinned(free, Packages.Freshness.KEEP), "pinned.txt")).isEqualTo("2.0");
        assertThat(text(pinned(constrained, Packages.Freshness.KEEP), "pinned.txt"))
                .isEqualTo("1.0");
        Files.writeString(constraints, "tool==3.0\n");
        assertThatThrownBy(() -> pinned(constrained, Packages.Freshness.KEEP))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("tool");
    }

    @Test
    void aMissingHeaderIsNamed() {
        new TestSdist("headless", "1.0")
                .file("headless.c", "#include <jox_absent.h>\n")
                .write(folder);
        assertThatThrownBy(() -> resolve(request(Map.of()), LocalSourceBuildsTest::never))
                .isInstanceOfSatisfying(JoxException.class, e -> {
                    assertThat(e.problem())
                            .contains("headless-1.0.tar.gz", "the header jox_absent.h", "#include <jox_absent.h>");
                    assertThat(e.hint()).contains("jox_absent.h", "<nativeLibraries>");
                });
    }

    @Test
    void aWheelIsReplacedByItsSourceWhereThatIsWanted() {
        new TestWheel("both", "1.0").file("both.py", "wheel = True\n").write(folder);
        new TestSdist("both", "1.0")
                .file("hook.py", "FILES = {'both.py': 'wheel = False'}\n")
                .write(folder);
        assertThat(text(resolve(request(Map.of()), LocalSourceBuildsTest::never).get(0), "both.py"))
                .contains("True");
        assertThat(text(
                        resolve(request(Map.of()), wheel -> Optional.of("a reason"))
                                .get(0),
                        "both.py"))
                .contains("False");
    }

    @Test
    void aWheelWithoutItsSourceIsNamedWithTheReason() {
        new TestWheel("alone", "1.0").write(folder);
        assertThatThrownBy(() -> resolve(request(Map.of()), wheel -> Optional.of("a rule wants it")))
                .isInstanceOf(JoxException.class)
                .hasMessageContainingAll("a rule wants it", "alone 1.0", "sdist", "<wheels>");
    }
}
