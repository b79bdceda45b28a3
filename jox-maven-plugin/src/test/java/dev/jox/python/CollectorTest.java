package dev.jox.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.model.distribution.Distribution;
import dev.jox.model.resource.Bytecode;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.Resource;
import dev.jox.model.resource.Resource.ExtensionModule;
import dev.jox.model.resource.Resource.ModuleBytecode;
import dev.jox.model.resource.Resource.ModuleSource;
import dev.jox.model.resource.ResourceCollection;
import dev.jox.model.spec.HandedFiles;
import dev.jox.model.spec.InstalledPackages;
import dev.jox.model.spec.PackagesRequest;
import dev.jox.process.Command;
import dev.jox.process.Outcome;
import dev.jox.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Collections with a real Python. */
class CollectorTest {
    @TempDir
    Path folder;

    private final Distribution distribution = TestDistribution.get();
    private final List<String> steps = new ArrayList<>();

    private final Collector collector =
            new Collector(TestDistribution.CACHE, Compilation.with(TestDistribution::toolchain), new PythonLog() {
                @Override
                public void step(String what) {
                    steps.add(what);
                }

                @Override
                public void detail(String line) {}
            });

    private CollectRequest request(PackagesRequest packages, Integer... levels) {
        return new CollectRequest(
                Pythons.same(distribution),
                packages,
                InstalledPackages.NONE,
                List.of(new SourceFolder(folder.resolve("src"), "app", "1.0")),
                List.of(),
                module -> false,
                HandedFiles.NONE,
                List.of(levels),
                false,
                Packages.Freshness.KEEP);
    }

    private Path source(String path, String text) throws IOException {
        Path file = folder.resolve("src").resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        return Files.writeString(file, text);
    }

    private static Optional<Resource> at(ResourceCollection collection, String path) {
        return collection.resources().stream()
                .filter(resource -> resource.path().equals(path))
                .findFirst();
    }

    private static List<Bytecode> code(ResourceCollection collection, String path) {
        return collection.bytecode().stream()
                .filter(code -> code.path().equals(path))
                .toList();
    }

    @Test
    void theStandardLibraryIsWhole() throws IOException {
        ResourceCollection collection = collector.collect(request(PackagesRequest.NONE, 0));
        assertThat(at(collection, "encodings/__init__.py")).get().isInstanceOf(ModuleSource.class);
        assertThat(at(collection, "_ssl.cpython-314-x86_64-linux-gnu.so")).get().isInstanceOf(ExtensionModule.class);
        assertThat(at(collection, "pydoc_data/_pydoc.css")).get().isInstanceOf(Resource.PackageResource.class);
        assertThat(collection.resources()).noneMatch(r -> r.path().startsWith("pip/"));
        assertThat(collection.resources())
                .filteredOn(r -> r.path().startsWith("_sysconfigdata"))
                .singleElement()
                .isInstanceOf(ModuleSource.class);
        assertThat(collection.resources()).noneMatch(r -> r.path().contains("_testcapi"));
        assertThat(collection.uncompiled()).isEmpty();
        assertThat(collection.resources())
                .filteredOn(r -> r instanceof ModuleSource module && !module.test())
                .allMatch(module -> code(collection, module.path()).size() == 1);
        assertThat(Collector.isWhole(collection)).isTrue();
        assertThat(collector.collect(request(PackagesRequest.NONE, 0))).isEqualTo(collection);
    }

    @Test
    void codeIsWhatPythonCompilesUnderAVirtualName() throws IOException {
        source("pkg/__init__.py", "def f():\n    'doc'\n    assert False\n");
        ResourceCollection collection = collector.collect(request(PackagesRequest.NONE, 0, 2));
        List<Bytecode> codes = code(collection, "pkg/__init__.py");
        assertThat(codes).extracting(Bytecode::optimizeLevel).containsExactly(0, 2);
        assertThat(run(
                        "print(code.co_filename, scope['f'].__doc__)\ntry: print(scope['f']())\nexcept AssertionError: print('asserted')",
                        codes.get(0),
                        codes.get(1)))
                .isEqualTo("/<jox>/pkg/__init__.py doc\nasserted\n/<jox>/pkg/__init__.py None\nNone\n");
    }

    /** What a statement prints for each code, run with its globals as {@code scope}. */
    private String run(String statement, Bytecode... codes) {
        String script =
                "import marshal, sys\nfor name in sys.argv[1:]:\n  with open(name, 'rb') as file:\n    code = marshal.load(file)\n"
                        + "  scope = {}\n  exec(code, scope)\n" + statement.indent(2);
        List<String> files = Arrays.stream(codes)
                .map(code -> code.content().path().toString())
                .toList();
        Outcome outcome = Processes.capture(
                Command.of(distribution.interpreter().orElseThrow(), "-I", "-c", script)
                        .with(files),
                line -> {});
        return outcome.output() + outcome.excerpt();
    }

    @Test
    void onlyWhatChangedIsCompiled() throws IOException {
        source("a.py", "x = 1 # " + folder + "\n");
        source("b.py", "y = 1 # " + folder + "\n");
        CollectRequest request = request(PackagesRequest.NONE, 0);
        ResourceCollection first = collector.collect(request);
        CollectionInputs inputs = collector.inputs(request);
        assertThat(collector.inputs(request)).isEqualTo(inputs);
        steps.clear();
        source("b.py", "y = 2 # " + folder + "\n");
        ResourceCollection second = collector.collect(request);
        assertThat(steps).containsExactly("compiling 1 module");
        assertThat(second.digest()).isNotEqualTo(first.digest());
        assertThat(collector.inputs(request)).isNotEqualTo(inputs);
        assertThat(code(second, "a.py")).isEqualTo(code(first, "a.py"));
        steps.clear();
        collector.collect(request);
        assertThat(steps).isEmpty();
    }

    @Test
    void whatDoesNotCompileIsReported() throws IOException {
        source("template.py", "def {{ name }}:\n");
        source("nul.py", "x = '\0'\n");
        ResourceCollection collection = collector.collect(request(PackagesRequest.NONE, 0));
        assertThat(collection.uncompiled()).containsOnlyKeys("template.py", "nul.py");
        assertThat(collection.uncompiled().get("template.py")).contains("SyntaxError", "line 1");
        assertThat(at(collection, "template.py")).get().isInstanceOf(ModuleSource.class);
    }

    @Test
    void bytecodeWithoutSourceLosesItsHeader() throws IOException {
        Path source = source("lib.py", "value = 7\n");
        Processes.run(
                Command.of(
                        distribution.interpreter().orElseThrow(),
                        "-I",
                        "-c",
                        "import py_compile, sys; py_compile.compile(sys.argv[1], sys.argv[2])",
                        source,
                        folder.resolve("lib.pyc")),
                line -> {});
        Path wheels = Files.createDirectory(folder.resolve("dist"));
        new TestWheel("closed", "1.0")
                .file("closed/__init__.py", "")
                .file("closed/lib.pyc", Files.readAllBytes(folder.resolve("lib.pyc")))
                .file("closed/old.pyc", "0123456789abcdef and then code of another version")
                .write(wheels);
        Files.delete(source);
        ResourceCollection collection = collector.collect(request(
                new PackagesRequest(
                        List.of(),
                        Optional.empty(),
                        Optional.of(wheels),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of("--no-index"),
                        Map.of()),
                0));
        assertThat(at(collection, "closed/old.pyc")).get().isInstanceOf(ModuleBytecode.class);
        assertThat(collection.uncompiled().get("closed/old.pyc")).contains("another Python version");
        assertThat(run(
                        "print(scope['value'])",
                        code(collection, "closed/lib.pyc").get(0)))
                .isEqualTo("7\n");
    }

    @Test
    void theApplicationsOwnModulesComeFirst() throws IOException {
        source("json/__init__.py", "mine = True\n");
        source(".git/config", "");
        source("pkg/__pycache__/x.cpython-314.pyc", "");
        ResourceCollection collection = collector.collect(request(PackagesRequest.NONE, 0));
        assertThat(at(collection, "json/__init__.py").orElseThrow().origin().kind())
                .isEqualTo(Origin.Kind.APPLICATION);
        assertThat(at(collection, "json/decoder.py")).isEmpty();
        assertThat(collection.notes()).anyMatch(note -> note.startsWith("json of python 3.14.3 is left out"));
        assertThat(collection.resources())
                .noneMatch(r -> r.path().contains(".git") || r.path().contains("__pycache__"));
    }
}
