package dev.jox.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.fetch.Cache;
import dev.jox.model.Target;
import dev.jox.model.builtin.LinkInputs;
import dev.jox.model.capture.LinkLine;
import dev.jox.model.capture.LinkRecord;
import dev.jox.model.object.LinkFile;
import dev.jox.model.object.ObjectFile;
import dev.jox.model.resource.LinkItem;
import dev.jox.process.Command;
import dev.jox.process.Outcome;
import dev.jox.process.Processes;
import dev.jox.testing.Needs;
import dev.jox.toolchain.Toolchain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wrapper in the place of gcc's tools. */
class WrapperTest {
    private static final Path GCC = Path.of("/usr/bin/gcc");
    private static final Toolchain TOOLCHAIN = new Toolchain(
            "gcc",
            "gcc of the test",
            Toolchain.Kind.SYSTEM,
            Target.LINUX_GNU,
            List.of(GCC.toString()),
            new TreeMap<>());

    @TempDir
    static Path cache;

    @TempDir
    Path folder;

    private CaptureFolder capture;

    @BeforeEach
    void prepare() throws IOException {
        Needs.program("gcc");
        Path wrapper = new WrapperProgram(new Cache(cache), line -> {}).with(TOOLCHAIN);
        capture =
                CaptureFolder.create(folder.resolve("capture"), wrapper, RealTools.of(TOOLCHAIN), List.of(), List.of());
        write("a.c", "int helper(void); int a(void) { return helper(); }");
        write("b.c", "int helper(void) { return 2; }");
    }

    @Test
    void keepsWhatALinkWasMadeFrom() throws IOException {
        run("cc", "-c", "-fPIC", "a.c", "-o", "a.o");
        run("cc", "-c", "-fPIC", "b.c", "-o", "b.o");
        run("ar", "rcs", "libb.a", "b.o");
        run("cc", "-shared", "a.o", "libb.a", "-o", "lib.so");
        for (String name : List.of("a.o", "b.o", "libb.a", "lib.so")) {
            Files.delete(folder.resolve(name));
        }
        LinkRecord link = onlyLink();
        assertThat(link.tool()).isEqualTo("cc");
        assertThat(link.directory()).isEqualTo(folder.toRealPath());
        assertThat(link.output()).isEqualTo(folder.toRealPath().resolve("lib.so"));
        assertThat(link.arguments()).containsExactly("-shared", "a.o", "libb.a", "-o", "lib.so");
        assertThat(defined(link)).containsExactly("a", "helper");
    }

    @Test
    void keepsLibrariesOfTheBuildsOwnFolders() throws IOException {
        run("cc", "-c", "-fPIC", "a.c", "b.c");
        Files.createDirectory(folder.resolve("own"));
        run("ar", "rcs", "own/libb.a", "b.o");
        run("cc", "-shared", "-Lnowhere", "-L", "own", "a.o", "-lb", "-lm", "-o", "lib.so");
        assertThat(defined(onlyLink())).containsExactly("a", "helper");
        assertThat(inputs().libraries()).extracting(LinkItem.Library::name).containsExactly("m");
    }

    @Test
    void compilesSourcesOfALinkLine() throws IOException {
        write("c.h", "#define VALUE 3");
        write("c.c", "#include <c.h>\nint c(void) { return VALUE + OTHER; }");
        run("gcc", "-I", ".", "-DOTHER=1", "-fPIC", "-shared", "c.c", "b.c", "-lm", "-o", "lib.so");
        assertThat(defined(onlyLink())).containsExactly("c", "helper");
    }

    @Test
    void readsResponseFiles() throws IOException {
        write("a name.c", "int named(void) { return 1; }");
        run("cc", "-c", "-fPIC", "a name.c", "-o", "a name.o");
        write("inner", "-o lib.so");
        write("line", "-shared\n\"a name.o\" @inner");
        run("cc", "@line");
        assertThat(onlyLink().arguments()).containsExactly("-shared", "a name.o", "-o", "lib.so");
        assertThat(defined(onlyLink())).containsExactly("named");
    }

    @Test
    void archivesAreNeverThin() throws IOException {
        run("cc", "-c", "-fPIC", "b.c", "-o", "b.o");
        run("ar", "csrDT", "thin.a", "b.o");
        run("gcc-ar", "qc", "--thin", "other.a", "b.o");
        for (String name : List.of("thin.a", "other.a")) {
            assertThat(Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1))
                    .startsWith("!<arch>");
        }
    }

    @Test
    void objectsHoldMachineCode() throws IOException {
        run("cc", "-O2", "-flto=auto", "-fPIC", "-c", "b.c", "-o", "b.o");
        run("cc", "-flto=auto", "-shared", "b.o", "-o", "lib.so");
        assertThat(defined(onlyLink())).containsExactly("helper");
    }

    @Test
    void linkersOfTheirOwnAreSeen() throws IOException {
        run("cc", "-c", "-fPIC", "b.c", "-o", "b.o");
        run("ld", "-shared", "-soname", "b.o", "b.o", "-o", "lib.so");
        assertThat(onlyLink().tool()).isEqualTo("ld");
        assertThat(defined(onlyLink())).containsExactly("helper");
    }

    @Test
    void programsObjectsAndFailuresAreNoRecords() throws IOException {
        write("main.c", "int main(void) { return 0; }");
        run("cc", "main.c", "-o", "program");
        run("cc", "-shared", "-fPIC", "-c", "b.c");
        assertThat(runs("cc", "-shared", "missing.o").status()).isNotZero();
        assertThat(runs("cc", "-shared", "missing.o").tail()).anyMatch(line -> line.contains("missing.o"));
        assertThat(runs("cc", "--version").tail()).anyMatch(line -> line.contains("Free Software"));
        assertThat(capture.records().links()).isEmpty();
    }

    @Test
    void settingsReachTheCompiler() throws IOException {
        Path wrapper = new WrapperProgram(new Cache(cache), line -> {}).with(TOOLCHAIN);
        RealTools real = RealTools.of(TOOLCHAIN).compilingWith(List.of("-DFIRST=1"));
        RealTools dropping = new RealTools(
                real.cc(),
                real.cxx(),
                real.ld(),
                real.ar(),
                real.ranlib(),
                List.of("-Wl,--no-such", "-Wl,-rpath"),
                List.of(".leavings"),
                real.rewritten(),
                false,
                real.environment());
        capture = CaptureFolder.create(
                folder.resolve("other"), wrapper, dropping, List.of("-DLAST=2", "-fPIC"), List.of());
        write("d.c", "int d(void) { return FIRST + LAST; }");
        write("d.leavings", "of the linker");
        // the linker would take the folder for a file if the option alone were dropped
        run(
                "cc",
                "-shared",
                "-Wl,--no-such-option",
                "-Wl,-rpath",
                "-Wl,/no/such",
                "-Wl,--as-needed",
                "d.c",
                "-o",
                "d.so");
        assertThat(defined(onlyLink())).containsExactly("d");
        assertThat(folder.resolve("d.leavings")).doesNotExist();
    }

    @Test
    void whatIsWrittenForMicrosoftsCompilerIsTranslated() throws IOException {
        Path wrapper = new WrapperProgram(new Cache(cache), line -> {}).with(TOOLCHAIN);
        RealTools real = RealTools.of(TOOLCHAIN);
        RealTools windows = new RealTools(
                real.cc(),
                real.cxx(),
                real.ld(),
                real.ar(),
                real.ranlib(),
                List.of(),
                List.of(),
                WindowsDialect.OPTIONS,
                true,
                real.environment());
        capture = CaptureFolder.create(folder.resolve("other"), wrapper, windows, List.of("-fPIC"), List.of());
        write("e.c", "#include <own.h>\nint e(void) { return VALUE; }\n#ifndef __OPTIMIZE__\n#error\n#endif");
        write("include/own.h", "#if __STDC_VERSION__ != 201112L\n#error\n#endif");
        String source = folder.resolve("e.c").toString();
        run("cc", "/O2", "/W4", "/wd4244", "/EHsc", "/DVALUE=3", "/Iinclude", "/std:c11", "-c", source, "-o", "e.o");
        Files.createDirectory(folder.resolve("own"));
        run("cc", "-c", "b.c", "-o", "b.o");
        run("ar", "rcs", "own/libOwn.a", "b.o");
        run("cc", "-shared", "e.o", "/DEBUG", "/LIBPATH:own", "-lOwn", "-lM", "M.lib", "/LTCG", "-o", "e.so");
        assertThat(onlyLink().arguments())
                .containsExactly("-shared", "e.o", "-Lown", "-lOwn", "-lm", "-lm", "-o", "e.so");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text + "\n");
    }

    private void run(String tool, String... arguments) {
        Outcome outcome = runs(tool, arguments);
        assertThat(outcome.succeeded()).as(String.join("\n", outcome.tail())).isTrue();
    }

    /** Runs a tool as a build would, by its name on PATH. */
    private Outcome runs(String tool, String... arguments) {
        List<String> line = new ArrayList<>(List.of("/usr/bin/env", tool));
        line.addAll(List.of(arguments));
        return Processes.run(
                Command.of(line).in(folder).withVariables(capture.environment("/usr/bin:/bin")), text -> {});
    }

    private LinkRecord onlyLink() throws IOException {
        assertThat(capture.records().links()).hasSize(1);
        return capture.records().links().get(0);
    }

    private LinkInputs inputs() throws IOException {
        return LinkInputs.read(LinkLine.of(onlyLink()), false);
    }

    /** The functions in the copies of a link's objects and archives. */
    private List<String> defined(LinkRecord link) throws IOException {
        List<String> names = new ArrayList<>();
        for (LinkFile file : LinkInputs.read(LinkLine.of(link), false).files()) {
            List<LinkFile> members = file instanceof LinkFile.Archive archive ? archive.members() : List.of(file);
            for (LinkFile member : members) {
                ((ObjectFile) member)
                        .symbols().stream()
                                .filter(symbol -> symbol.supplies())
                                .forEach(symbol -> names.add(symbol.name()));
            }
        }
        return names;
    }
}
