package dev.jox.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.it.Compiler;
import dev.jox.it.Program;
import dev.jox.model.binary.ElfExecutable;
import dev.jox.testing.DefaultPythons;
import dev.jox.testing.Needs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The default distributions' libpython as an executable. */
class ComposedPythonTest {
    private static final String SCRIPT = """
            import atexit, math, packed, sys, threading
            atexit.register(print, "at exit")
            def work():
                raise packed.Error(packed.text())
            threading.excepthook = lambda what: print("thread", what.exc_type.__name__, what.exc_value)
            thread = threading.Thread(target=work)
            thread.start()
            thread.join()
            print(math.sqrt(4), sys.argv)
            bound = packed.bound(1, "PyInit_bound")
            print(bound.look(9), packed.bound(1, "PyInit_bound").look(9))
            for wrong in lambda: bound.look(-1), lambda: packed.bound(1, "PyInit_other"):
                try:
                    wrong()
                except Exception as error:
                    print(type(error).__name__, error)
            sys.stdout.flush()
            maps = open("/proc/self/maps").read()
            assert not [line for line in maps.splitlines() if line.split()[1] == "rwxp"], maps
            sys.exit(4)
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.jox.testing.DefaultPythons#versions")
    void runsPython(String version) throws IOException {
        Path home = install(version);
        Path executable = compose(home, version);
        Program.of(executable)
                .with("PYTHONHOME", home.toString())
                .run("-c", SCRIPT, "argument")
                .exits(4)
                .prints("""
                        something 22 1
                        something 22 1
                        thread KeyError 'packed text'
                        2.0 ['-c', 'argument']
                        4.0 5.0
                        KeyError 'negative'
                        ImportError PyInit_other: it has no such function
                        at exit
                        """)
                .complainsNothing();
    }

    @Test
    void theFoldersAroundTheExecutableAreNotSearched() throws IOException {
        Path home = install(DefaultPythons.NEWEST);
        Path executable = compose(home, DefaultPythons.NEWEST);
        Path planted = Files.createDirectories(folder.resolve("lib")).resolve("libm.so.6");
        Files.writeString(planted, "no library");
        Files.copy(planted, folder.resolve("libm.so.6"));
        Program.of(executable)
                .with("PYTHONHOME", home.toString())
                .run("-c", "print('started')")
                .succeeds()
                .prints("started\n");
    }

    @Test
    void stripLeavesAProgramThatStarts() throws IOException {
        Needs.program("strip");
        Path home = install(DefaultPythons.NEWEST);
        Path executable = compose(home, DefaultPythons.NEWEST);
        Program.of(Path.of("/usr/bin/strip")).run(executable).succeeds().complainsNothing();
        Program.of(executable)
                .with("PYTHONHOME", home.toString())
                .run("-c", "import packed; print(packed.text(), packed.bound(1, 'PyInit_bound').look(1))")
                .succeeds()
                .prints("something 22 1\npacked text 2.0\n");
    }

    private Path install(String version) throws IOException {
        Needs.program("cc");
        return DefaultPythons.artifact(version).install(folder.resolve("python"));
    }

    private Path compose(Path home, String minor) throws IOException {
        NativeSources.load().writeTo(folder);
        Path runtime = Compiler.library(
                copy("python.c"),
                folder.resolve("runtime.so"),
                "-nostdlib",
                "-fvisibility=hidden",
                "-I" + home.resolve("include/python" + minor),
                "-I" + folder,
                folder.resolve("boot/boot.c").toString(),
                folder.resolve("boot/bound.c").toString());
        Path pack = Files.writeString(folder.resolve("pack"), "packed text");
        Path help = Compiler.library(
                copy("help.c"),
                folder.resolve("libhelp.so"),
                "-Wl,--version-script=" + copy("help.versions"),
                "-Wl,-soname,libhelp.so");
        Path module = Compiler.library(
                copy("bound.c"),
                folder.resolve("bound.so"),
                "-I" + home.resolve("include/python" + minor),
                help.toString(),
                "-lm");
        List<ElfExecutable.Bound> bound =
                List.of(new ElfExecutable.Bound(help, List.of()), new ElfExecutable.Bound(module, List.of(0)));
        Path executable = folder.resolve("executable");
        ElfExecutable.Composed composed = ElfExecutable.compose(
                new ElfExecutable.Parts(home.resolve("libpython" + minor + ".so.1.0"), runtime, pack, bound),
                executable);
        assertThat(composed.foreignLibraries()).isEmpty();
        assertThat(executable.toFile().setExecutable(true)).isTrue();
        return executable;
    }

    private Path copy(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = ComposedPythonTest.class.getResourceAsStream(name)) {
            Files.copy(in, file);
        }
        return file;
    }
}
