package dev.jox.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.fetch.Archives;
import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.Target;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.Libpython;
import dev.jox.model.distribution.StandardExtension;
import dev.jox.model.json.Json;
import dev.jox.testing.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installed Pythons: the machine's own where there is one, and programs that answer as odd ones would. */
class InstalledTest {
    private static final Path LIBRARY = Path.of(System.getProperty("java.home"), "lib", "libjava.so");

    @TempDir
    Path folder;

    private Path prefix;
    private InterpreterFacts facts;

    @BeforeEach
    void install() throws IOException {
        prefix = folder.resolve("usr").toAbsolutePath();
        Path stdlib = prefix.resolve("lib/python3.12");
        Files.createDirectories(stdlib.resolve("lib-dynload"));
        Files.writeString(stdlib.resolve("os.py"), "");
        Files.writeString(
                Files.createDirectories(prefix.resolve("include/python3.12")).resolve("Python.h"), "");
        Files.copy(LIBRARY, prefix.resolve("lib/libpython3.12.so.1.0"));
        Files.copy(LIBRARY, stdlib.resolve("lib-dynload/_bz2.cpython-312-x86_64-linux-gnu.so"));
        Files.writeString(stdlib.resolve("lib-dynload/README"), "");
        facts = new InterpreterFacts(
                "cpython",
                "3.12.4",
                "final",
                "cpython-312",
                false,
                "linux-x86_64",
                "x86_64-linux-gnu x86_64-pc-linux-gnu",
                prefix.toString(),
                prefix.resolve("bin/python3.12").toString(),
                stdlib.toString(),
                prefix.resolve("include/python3.12").toString(),
                prefix.resolve("lib/libpython3.12.so.1.0").toString(),
                "",
                List.of("z", "m"),
                prefix.resolve("lib").toString(),
                List.of(stdlib.resolve("lib-dynload").toString()),
                List.of(".cpython-312-x86_64-linux-gnu.so", ".abi3.so", ".so"),
                List.of("_codecs", "sys"));
    }

    /** A program that says of itself what the facts are, with something replaced. */
    private Path program(UnaryOperator<String> change) {
        return script("cat <<'END'\n" + change.apply(Json.text(facts)) + "END\n");
    }

    private Path script(String text) {
        try {
            Path program = Files.createDirectories(prefix.resolve("bin")).resolve("python3.12");
            Files.writeString(program, "#!/bin/sh\n" + text);
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
            return program;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Distribution resolve(String python) {
        return new Resolving(folder).installed(prefix.resolve("bin/python3.12"), python);
    }

    @Test
    void itIsDescribedByWhatItSays() {
        program(text -> text);

        Distribution distribution = resolve("3.12");

        assertThat(distribution.version()).hasToString("3.12.4");
        assertThat(distribution.source())
                .isEqualTo(prefix.resolve("bin/python3.12").toString());
        assertThat(distribution.root()).isEqualTo(prefix);
        assertThat(distribution.libpython())
                .isEqualTo(new Libpython.SharedElf(prefix.resolve("lib/libpython3.12.so.1.0"), "libjava.so"));
        assertThat(distribution.libraryDirectories()).containsExactly(prefix.resolve("lib"));
        assertThat(distribution.extensions())
                .extracting(e -> e.name().dotted())
                .containsExactly("_bz2", "_codecs", "sys");
        assertThat(distribution.extensions().get(1).initFunction()).isEqualTo("PyInit__codecs");
        assertThat(distribution.extensions().get(2).initFunction()).isEmpty();
    }

    @Test
    void itsDigestChangesWithItsFilesAndNotWithItsPackages() throws IOException {
        program(text -> text);
        Distribution first = resolve("");
        Path packages = Files.createDirectories(prefix.resolve("lib/python3.12/site-packages"));
        Files.writeString(packages.resolve("some.py"), "");
        Files.createDirectories(prefix.resolve("lib/python3.12/__pycache__"));

        assertThat(resolve("")).isEqualTo(first);

        Files.writeString(prefix.resolve("lib/python3.12/os.py"), "# patched");
        assertThat(resolve("").digest()).isNotEqualTo(first.digest());
    }

    @Test
    void withoutASharedLibraryTheArchiveServes() throws IOException {
        Path archive = Files.writeString(prefix.resolve("lib/libpython3.12.a"), "!<arch>\n");
        program(text -> text.replace(prefix.resolve("lib/libpython3.12.so.1.0").toString(), "")
                .replace("\"staticLibrary\" : \"\"", "\"staticLibrary\" : \"" + archive + "\""));

        Distribution distribution = resolve("");
        assertThat(distribution.libpython()).isEqualTo(new Libpython.StaticArchive(archive));
        assertThat(distribution.interpreterSoname()).contains("libpython3.12.so.1.0");
        assertThat(distribution.core().orElseThrow().objects()).containsExactly(archive);
        assertThat(distribution.core().orElseThrow().links()).containsExactly("z", "m");
    }

    @Test
    void missingPartsAreNamedWithThePackagesToInstall() throws IOException {
        program(text -> text.replace(prefix.resolve("lib/libpython3.12.so.1.0").toString(), ""));
        assertThatThrownBy(() -> resolve(""))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("neither a shared nor a static libpython")
                .hasMessageContaining("libpython3.12");

        program(text -> text);
        Files.delete(prefix.resolve("include/python3.12/Python.h"));
        assertThatThrownBy(() -> resolve(""))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("Python.h")
                .hasMessageContaining("python3.12-dev");
    }

    @Test
    void whatJoxCannotPackIsRefusedByName() {
        program(text -> text.replace("3.12.4", "3.10.12"));
        assertThatThrownBy(() -> resolve("")).hasMessageContaining("3.10.12").hasMessageContaining("3.11");
        program(text -> text.replace("\"final\"", "\"beta\""));
        assertThatThrownBy(() -> resolve("")).hasMessageContaining("beta");
        program(text -> text.replace("\"freeThreaded\" : false", "\"freeThreaded\" : true"));
        assertThatThrownBy(() -> resolve("")).hasMessageContaining("free-threaded");
        program(text -> text.replace("\"cpython\"", "\"pypy\""));
        assertThatThrownBy(() -> resolve("")).hasMessageContaining("pypy");
        program(text -> text.replace("linux-x86_64\"", "macosx-14.0-arm64\""));
        assertThatThrownBy(() -> resolve("")).hasMessageContaining("macosx-14.0-arm64");
        program(text -> text.replace("-linux-gnu", "-linux-musl"));
        assertThatThrownBy(() -> resolve(""))
                .hasMessageContaining("x86_64-unknown-linux-musl")
                .hasMessageContaining("x86_64-unknown-linux-gnu");
        program(text -> text);
        assertThatThrownBy(() -> resolve("3.13")).hasMessageContaining("3.13").hasMessageContaining("3.12.4");
    }

    @Test
    void whatIsNoPythonIsRefused() {
        assertThatThrownBy(() -> resolve(""))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("no program")
                .hasMessageContaining("-Djox.distribution.installed");
        script("echo hello");
        assertThatThrownBy(() -> resolve("")).hasMessageContaining("does not answer as Python does");
        script("echo cannot open shared object >&2; exit 127");
        assertThatThrownBy(() -> resolve(""))
                .hasMessageContaining("127")
                .hasMessageContaining("cannot open shared object");
    }

    @Test
    void anArchiveForAnotherProcessorIsNotEvenRun() throws IOException {
        byte[] program = Files.readAllBytes(LIBRARY);
        program[18] = (byte) 183;
        Path archive = new Archives()
                .file("python/bin/python3.12", program, 0755)
                .file("python/lib/python3.12/os.py", "")
                .tarGz(folder.resolve("install_only.tar.gz"));

        assertThatThrownBy(() -> new Resolving(folder).file(archive, "", Target.LINUX_GNU))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("EM_AARCH64");
    }

    @Test
    void theMachinesOwnPythonIsDescribed() {
        Path python = Path.of("/usr/bin/python3");
        Needs.condition(Files.isExecutable(python), python.toString());
        Distribution distribution;
        try {
            distribution = new Resolving(folder).installed(python, "");
        } catch (JoxException e) {
            // a machine without its headers or library, or with another version: told so, and that is all that can be
            // seen there
            assertThat(e).hasMessageContaining("/usr/bin/python3").hasMessageContaining("Python");
            return;
        }

        assertThat(distribution.standardLibrary().resolve("os.py")).exists();
        assertThat(distribution.include().resolve("Python.h")).exists();
        assertThat(distribution.extensions())
                .filteredOn(StandardExtension::builtIn)
                .extracting(StandardExtension::name)
                .contains(new ModuleName("sys"), new ModuleName("posix"));
        assertThat(distribution.extensions())
                .filteredOn(e -> !e.builtIn())
                .allSatisfy(e -> assertThat(e.file().orElseThrow()).exists());
    }
}
