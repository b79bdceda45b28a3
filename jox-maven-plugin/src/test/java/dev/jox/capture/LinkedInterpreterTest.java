package dev.jox.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.fetch.Cache;
import dev.jox.it.Compiler;
import dev.jox.model.PythonVersion;
import dev.jox.model.Sha256;
import dev.jox.model.Target;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.Libpython;
import dev.jox.model.distribution.LinkableCore;
import dev.jox.model.object.LinkFiles;
import dev.jox.model.object.Provider;
import dev.jox.testing.Needs;
import dev.jox.toolchain.Toolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With this machine's compiler in the place of one for Windows: what it makes of the list of symbols is the same. */
class LinkedInterpreterTest {
    @TempDir
    Path folder;

    private final List<String> details = new ArrayList<>();

    private Optional<Path> of(Target target, Libpython libpython, List<Path> objects) {
        Distribution distribution = new Distribution(
                "a Python",
                Sha256.of("a Python"),
                PythonVersion.parse("3.13.5"),
                target,
                target.defaultFlavor(),
                folder,
                Optional.empty(),
                libpython,
                folder,
                folder,
                List.of(),
                List.of(),
                List.of(),
                "cpython-313",
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(new LinkableCore(objects, List.of(), Optional.empty(), Optional.empty(), List.of())));
        Toolchain toolchain =
                new Toolchain("cc", "cc", Toolchain.Kind.SYSTEM, target, List.of("/usr/bin/cc"), new TreeMap<>());
        return new LinkedInterpreter(new Cache(folder.resolve("cache")), details::add).of(distribution, toolchain);
    }

    @Test
    void linkersOfOtherSystemsLeaveSymbolsOpen() {
        assertThat(of(Target.LINUX_GNU, new Libpython.SharedElf(folder, "libpython3.13.so.1.0"), List.of()))
                .isEmpty();
    }

    @Test
    void aDllHasItsImportLibrary() {
        Path library = folder.resolve("libs/python313.lib");
        assertThat(of(
                        Target.WINDOWS_MSVC,
                        new Libpython.WindowsDll(folder.resolve("python313.dll"), library),
                        List.of()))
                .contains(library);
    }

    @Test
    void aStaticOneGetsAStandInWithPythonsOwnNames() throws IOException {
        Needs.program("cc");
        Path source = Files.writeString(
                folder.resolve("core.c"),
                "int Py_Answer = 42; int _PyImpl_Add(int n) { return n + Py_Answer; } int inflate(void) { return 0; }");
        Path core = Compiler.object(source, folder.resolve("core.o"));

        Path standIn = of(
                        Target.WINDOWS_GNU,
                        new Libpython.StaticArchive(folder.resolve("libpython3.13.a")),
                        List.of(core))
                .orElseThrow();

        assertThat(Provider.symbols(LinkFiles.read(standIn))).containsExactlyInAnyOrder("Py_Answer", "_PyImpl_Add");
    }
}
