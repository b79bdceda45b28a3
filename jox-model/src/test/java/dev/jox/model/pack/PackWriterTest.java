package dev.jox.model.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.Sha256;
import dev.jox.model.pack.PackReader.ModuleKind;
import dev.jox.model.pack.PackReader.PackedLibrary;
import dev.jox.model.pack.PackReader.PackedModule;
import dev.jox.model.pack.PackReader.PackedNode;
import dev.jox.model.plan.Location;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackWriterTest {
    private static final PackSettings HELLO = PackSettings.of(new Run.Module(new ModuleName("hello")));

    @TempDir
    Path folder;

    private PackReader pack(Plan plan) throws IOException {
        Path file = folder.resolve("pack");
        long size = PackWriter.write(file, plan, HELLO);
        assertThat(file).hasSize(size);
        return PackReader.open(file);
    }

    private static String text(PackReader pack, int blob) {
        return new String(pack.blob(blob), StandardCharsets.UTF_8);
    }

    private static PackedModule module(PackReader pack, String name) {
        return pack.findModule(name).orElseThrow(() -> new AssertionError("no module " + name));
    }

    private static PackedNode node(PackReader pack, String path) {
        return pack.findNode(path).orElseThrow(() -> new AssertionError("no node " + path));
    }

    private static List<String> names(PackReader pack, String path) {
        return node(pack, path).children().stream()
                .map(child -> pack.node(child).path())
                .toList();
    }

    @Test
    void everythingIsFoundAgain() throws IOException {
        PackReader pack = pack(SamplePlan.ofEverything(folder));

        PackedModule source = module(pack, "pkg.mod");
        assertThat(source.kind()).isEqualTo(ModuleKind.PYTHON);
        assertThat(source.path()).isEqualTo("pkg/mod.py");
        assertThat(source.place()).isEmpty();
        assertThat(text(pack, source.source().orElseThrow())).isEqualTo("source of pkg.mod");
        assertThat(text(pack, Objects.requireNonNull(source.bytecode().get(0)))).isEqualTo("code of pkg.mod");
        assertThat(source.bytecode()).containsOnlyKeys(0);

        PackedModule compiled = module(pack, "pkg.compiled");
        assertThat(compiled.source()).isEmpty();
        assertThat(compiled.bytecode()).containsOnlyKeys(2);
        assertThat(pack.findNode("pkg/compiled.pyc")).isEmpty();

        PackedModule builtIn = module(pack, "pkg._in");
        assertThat(builtIn.kind()).isEqualTo(ModuleKind.BUILT_IN);
        assertThat(builtIn.init()).isEqualTo("PyInit__in");

        PackedModule extension = module(pack, "pkg._fast");
        PackedLibrary object = pack.libraries().get(extension.library().orElseThrow());
        assertThat(object.extension()).isTrue();
        assertThat(text(pack, object.blob().orElseThrow())).isEqualTo("object of pkg._fast");
        assertThat(object.needs().stream().map(n -> pack.libraries().get(n).soname()))
                .containsExactly("libb.so.1", "liba.so.1");

        assertThat(pack.findModule("pkg.nothing")).isEmpty();
        assertThat(pack.settings()).isEqualTo(Map.of("run", List.of("module", "hello")));
    }

    @Test
    void builtInsNameTheLibraryWithTheirCode() throws IOException {
        SamplePlan sample = new SamplePlan(folder)
                .builtIn("pkg._in")
                .builtIn("pkg._other")
                .builtIn("sys")
                .library("pkg.libs/liba.so.1", false);
        Payload payload = new Payload(
                "payload.so",
                sample.content("code"),
                false,
                List.of("pkg.libs/liba.so.1"),
                List.of(new ModuleName("pkg._other"), new ModuleName("pkg._in")));
        Path file = folder.resolve("pack");
        PackWriter.write(file, sample.plan(), HELLO, List.of(payload));
        PackReader pack = PackReader.open(file);

        assertThat(pack.builtInsInLibraries().stream().map(PackedModule::name))
                .containsExactly("pkg._in", "pkg._other");
        for (PackedModule module : pack.builtInsInLibraries()) {
            PackedLibrary library = pack.libraries().get(module.library().orElseThrow());
            assertThat(library.soname()).isEqualTo("payload.so");
            assertThat(text(pack, library.blob().orElseThrow())).isEqualTo("code");
            assertThat(library.needs().stream().map(n -> pack.libraries().get(n).soname()))
                    .containsExactly("liba.so.1");
        }
        assertThat(module(pack, "sys").library()).isEmpty();
        assertThat(pack.findNode("payload.so")).isEmpty();
    }

    @Test
    void aLibraryWithTheCodeOfBuiltInsMayBeAFile() throws IOException {
        SamplePlan sample = new SamplePlan(folder).builtIn("pkg._in");
        Payload payload = new Payload(
                "lib/payload.so",
                Optional.of("lib/payload.so"),
                sample.content("code"),
                false,
                List.of(),
                List.of(new ModuleName("pkg._in")));
        Path file = folder.resolve("pack");
        PackWriter.write(file, sample.plan(), HELLO, List.of(payload));

        PackReader pack = PackReader.open(file);
        PackedLibrary library =
                pack.libraries().get(module(pack, "pkg._in").library().orElseThrow());
        assertThat(library.soname()).isEqualTo("payload.so");
        assertThat(library.place()).isEqualTo("lib/payload.so");
        assertThat(library.blob()).isEmpty();
    }

    @Test
    void noMoreBuiltInsThanTheRuntimeHasInitFunctions() {
        SamplePlan sample = new SamplePlan(folder);
        List<ModuleName> names = new ArrayList<>();
        for (int i = 0; i <= PackFormat.MOST_BUILT_INS; i++) {
            names.add(new ModuleName("m" + i));
            sample.builtIn("m" + i);
        }
        Payload payload = new Payload("payload.so", sample.content("code"), false, List.of(), names);
        assertThatThrownBy(() -> PackWriter.write(folder.resolve("pack"), sample.plan(), HELLO, List.of(payload)))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("1025 built-in");
    }

    @Test
    void allNamesAndPathsAreInTheIndices() throws IOException {
        SamplePlan sample = new SamplePlan(folder);
        for (int i = 0; i < 1000; i++) {
            sample.module("m" + i + ".sub" + i * 31);
        }
        PackReader pack = pack(sample.plan());
        assertThat(pack.modules()).hasSize(2000);
        for (PackedModule module : pack.modules()) {
            assertThat(pack.findModule(module.name())).contains(module);
        }
        for (int i = 0; i < 1000; i++) {
            assertThat(node(pack, "m" + i + "/sub" + i * 31 + ".py").file()).isTrue();
        }
    }

    @Test
    void whatLiesBesideTheExecutableHasAPlaceAndOnlyBytecode() throws IOException {
        PackReader pack = pack(SamplePlan.ofEverything(folder));
        PackedModule module = module(pack, "beside");
        assertThat(module.place()).isEqualTo("lib/beside/__init__.py");
        assertThat(module.source()).isEmpty();
        assertThat(text(pack, Objects.requireNonNull(module.bytecode().get(0)))).isEqualTo("code of beside");
        PackedNode file = node(pack, "pkg/data/beside.txt");
        assertThat(file.place()).isEqualTo("lib/pkg/data/beside.txt");
        assertThat(file.blob()).isEmpty();
        PackedLibrary object =
                pack.libraries().get(module(pack, "beside._slow").library().orElseThrow());
        assertThat(object.place()).isEqualTo("lib/beside/_slow.so");
        assertThat(object.blob()).isEmpty();
    }

    @Test
    void foldersShowTheirChildrenInOrder() throws IOException {
        PackReader pack = pack(SamplePlan.ofEverything(folder));
        assertThat(names(pack, "")).containsExactly("beside", "pkg", "pkg-1.0.dist-info", "pkg.libs", "spaced");
        assertThat(names(pack, "pkg/data"))
                .containsExactly("pkg/data/beside.txt", "pkg/data/one.txt", "pkg/data/run.sh", "pkg/data/zwei-ü.txt");
        assertThat(node(pack, "pkg/data/run.sh").executable()).isTrue();
        assertThat(text(pack, node(pack, "pkg/data/zwei-ü.txt").blob().orElseThrow()))
                .isEqualTo("two");
        assertThat(node(pack, "pkg/data").file()).isFalse();
    }

    @Test
    void foldersOfModulesAndOfResourcesAreNamespacePackages() throws IOException {
        PackReader pack = pack(SamplePlan.ofEverything(folder));
        for (String name : List.of("spaced", "spaced.inner", "pkg.data")) {
            PackedModule module = module(pack, name);
            assertThat(module.kind()).isEqualTo(ModuleKind.NAMESPACE);
            assertThat(module.isPackage()).isTrue();
            assertThat(module.path()).isEqualTo(name.replace('.', '/'));
        }
        assertThat(pack.modules())
                .filteredOn(m -> m.kind() == ModuleKind.NAMESPACE)
                .extracting(PackedModule::name)
                .containsExactly("pkg.data", "spaced", "spaced.inner");
    }

    @Test
    void aPackageHidesAModuleAndAnExtensionHidesSource() throws IOException {
        PackReader pack = pack(new SamplePlan(folder)
                .module("both")
                .packageModule("both")
                .module("fast")
                .extension("fast", Location.IN_MEMORY)
                .plan());
        assertThat(module(pack, "both").isPackage()).isTrue();
        assertThat(module(pack, "fast").kind()).isEqualTo(ModuleKind.EXTENSION);
        assertThat(node(pack, "both.py").file()).isTrue();
    }

    @Test
    void librariesWithStaticTlsAreLoadedAsEarlyAsTheirNeedsAllow() throws IOException {
        PackReader pack = pack(new SamplePlan(folder)
                .library("a.so", false)
                .library("b.so", false)
                .library("tls.so", true, "b.so")
                .extension("x", Location.IN_MEMORY, "a.so", "b.so", "tls.so")
                .plan());
        PackedLibrary x = pack.libraries().get(module(pack, "x").library().orElseThrow());
        assertThat(x.needs().stream().map(n -> pack.libraries().get(n).soname()))
                .containsExactly("b.so", "tls.so", "a.so");
    }

    @Test
    void equalContentsAreHeldOnceAndBlobsAreAligned() throws IOException {
        SamplePlan sample = new SamplePlan(folder);
        String text = "the same ".repeat(1000);
        for (int i = 0; i < 50; i++) {
            sample.file("copy" + i, Location.IN_MEMORY, text);
        }
        PackReader pack = pack(sample.plan());
        assertThat(Files.size(folder.resolve("pack"))).isLessThan(3L * text.length());
        assertThat(node(pack, "copy0").blob()).isEqualTo(node(pack, "copy49").blob());
    }

    @Test
    void theSamePlanGivesTheSameBytes() throws IOException {
        Plan plan = SamplePlan.ofEverything(folder);
        PackWriter.write(folder.resolve("one"), plan, HELLO);
        PackWriter.write(folder.resolve("two"), SamplePlan.ofEverything(folder), HELLO);
        assertThat(folder.resolve("one")).hasSameBinaryContentAs(folder.resolve("two"));
    }

    @Test
    void compressedContentsAreWhatTheyWere() throws IOException {
        String text = "the same over and over ".repeat(1000);
        byte[] noise = new byte[1000];
        new java.util.Random(1).nextBytes(noise);
        SamplePlan sample = new SamplePlan(folder)
                .file("text", Location.IN_MEMORY, text)
                .file("empty", Location.IN_MEMORY, "")
                .file("noise", Location.IN_MEMORY, java.util.Base64.getEncoder().encodeToString(noise));
        Path file = folder.resolve("compressed");
        long size = PackWriter.write(file, sample.plan(), HELLO.with(Compression.DEFLATE));
        PackReader pack = PackReader.open(file);
        assertThat(size).isLessThan(text.length());
        assertThat(new String(pack.blob(blobOf(pack, "text")), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(text);
        assertThat(pack.blob(blobOf(pack, "empty"))).isEmpty();
        assertThat(pack.blob(blobOf(pack, "noise"))).hasSize(1336);
        PackWriter.write(folder.resolve("again"), sample.plan(), HELLO.with(Compression.DEFLATE));
        assertThat(folder.resolve("again")).hasSameBinaryContentAs(file);
        assertThat(folder.resolve("compressed.contents")).doesNotExist();
    }

    private static int blobOf(PackReader pack, String path) {
        return pack.findNode(path).orElseThrow().blob().orElseThrow();
    }

    @Test
    void settingsKeepTheirValues() throws IOException {
        PackSettings settings = new PackSettings(
                Run.EntryPoint.parse("pkg.mod:main.run"),
                Map.of("warnoptions", List.of("error", "ignore::UserWarning")),
                Map.of("utf8_mode", List.of("1")),
                Map.of("empty", List.of()));
        Path file = folder.resolve("settings");
        PackWriter.write(file, new SamplePlan(folder).module("m").plan(), settings);
        assertThat(PackReader.open(file).settings())
                .isEqualTo(Map.of(
                        "run", List.of("entry-point", "pkg.mod", "main.run"),
                        "interpreter.warnoptions", List.of("error", "ignore::UserWarning"),
                        "preinterpreter.utf8_mode", List.of("1"),
                        "empty", List.of()));
    }

    @Test
    void aFileThatChangedSinceItWasCollectedIsNoticed() throws IOException {
        Plan plan =
                new SamplePlan(folder).file("f", Location.IN_MEMORY, "before").plan();
        Planned.PlannedFile file = (Planned.PlannedFile) plan.entries().get(0);
        Files.writeString(file.content().path(), "behind");
        assertThatThrownBy(() -> PackWriter.write(folder.resolve("pack"), plan, HELLO))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("changed while");
        assertThat(folder.resolve("pack")).doesNotExist();
        assertThat(file.content().sha256()).isNotEqualTo(Sha256.of("behind"));
    }

    @Test
    void contradictionsAreRefused() {
        Plan fileAndFolder = new SamplePlan(folder)
                .file("a", Location.IN_MEMORY, "")
                .file("a/b", Location.IN_MEMORY, "")
                .plan();
        assertThatThrownBy(() -> pack(fileAndFolder)).hasMessage("a is both a file and a folder");
        Plan missing = new SamplePlan(folder)
                .extension("x", Location.IN_MEMORY, "liby.so")
                .plan();
        assertThatThrownBy(() -> pack(missing)).hasMessage("x.so needs liby.so, which the plan does not have");
    }

    @Test
    void otherBytesAreNoPack() throws IOException {
        assertThatThrownBy(() -> new PackReader(ByteBuffer.allocate(10))).hasMessage("no packed resources");
        assertThatThrownBy(() -> new PackReader(ByteBuffer.allocate(100))).hasMessage("no packed resources");
        Path file = folder.resolve("pack");
        PackWriter.write(file, new SamplePlan(folder).module("m").plan(), HELLO);
        byte[] bytes = Files.readAllBytes(file);
        assertThatThrownBy(() -> new PackReader(ByteBuffer.wrap(bytes, 0, bytes.length - 1)))
                .hasMessage("packed resources that are cut off");
    }
}
