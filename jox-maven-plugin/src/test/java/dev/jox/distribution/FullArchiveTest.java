package dev.jox.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.fetch.Archives;
import dev.jox.model.Flavor;
import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.Sha256;
import dev.jox.model.Target;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.DistributionRequest;
import dev.jox.model.distribution.Libpython;
import dev.jox.model.distribution.StandardExtension;
import dev.jox.model.object.ArchiveWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives in the shape of python-build-standalone's {@code full}: small ones, made here. */
class FullArchiveTest {
    private static final byte[] BITCODE = {
        'B', 'C', (byte) 0xc0, (byte) 0xde, 0x35, 0x14, 0, 0, 5, 0, 0, 0, 0x62, 0x0c, 0x30, 0x24, 0, 0, 0, 0
    };

    @TempDir
    Path folder;

    private String json;
    private byte[] ceval;
    private byte[] readline;
    private byte[] archive;
    private byte[] strays = ElfObjects.of(List.of(), List.of());
    private byte[] library;

    @BeforeEach
    void prepare() throws IOException {
        json = PluginData.text("/dev/jox/distribution/full.json");
        ceval = ElfObjects.of(
                List.of("Py_Initialize", "PyList_New"), List.of("malloc", "posix_part", "_PyImport_Inittab"));
        readline = ElfObjects.of(List.of("PyInit_readline"), List.of("PyList_New", "rl_bind_key", "strlen"));
        archive = new ArchiveWriter()
                .add("edit.o", ElfObjects.of(List.of("rl_bind_key"), List.of("tgetent")))
                .bytes();
        library = Files.readAllBytes(Path.of(System.getProperty("java.home"), "lib", "libjava.so"));
    }

    private Path archive() throws IOException {
        return new Archives()
                .file("python/PYTHON.json", json)
                .file("python/install/bin/python3.13", "never run")
                .file("python/install/include/python3.13/Python.h", "")
                .file("python/install/lib/python3.13/os.py", "")
                .file("python/install/lib/libpython3.13.a", "!<arch>\n")
                .file("python/install/lib/libpython3.13.so.1.0", library, 0644)
                .file("python/install/lib/python3.13/lib-dynload/_crypt.so", library, 0755)
                .file("python/build/Python/ceval.o", ceval, 0644)
                .file(
                        "python/build/Modules/config.o",
                        ElfObjects.of(List.of("_PyImport_Inittab"), List.of("PyInit_readline")),
                        0644)
                .file("python/build/Modules/posixmodule.o", ElfObjects.of(List.of("posix_part"), List.of()), 0644)
                .file("python/build/Modules/config.c", "")
                .file("python/build/Modules/readline.o", readline, 0644)
                .file("python/build/Modules/stray.o", strays, 0644)
                .file("python/build/lib/libedit.a", archive, 0644)
                .file("python/build/lib/libgnu.a", archive, 0644)
                .file("python/licenses/LICENSE.cpython.txt", "")
                .file("python/licenses/LICENSE.libedit.txt", "")
                .tarZst(folder.resolve("cpython-full.tar.zst"));
    }

    private void change(String from, String to) {
        assertThat(json).contains(from);
        json = json.replace(from, to);
    }

    private void makeDynamic() {
        change("linux-musl\"", "linux-gnu\"");
        change("[\"builtin\"]", "[\"builtin\", \"shared-library\"]");
        change(
                "\"static_lib\": \"install",
                "\"shared_lib\": \"install/lib/libpython3.13.so.1.0\", \"static_lib\": \"install");
    }

    private Distribution musl(String python) throws IOException {
        return new Resolving(folder).file(archive(), python, Target.LINUX_MUSL);
    }

    private Distribution gnu(String python) throws IOException {
        return new Resolving(folder).file(archive(), python, Target.LINUX_GNU);
    }

    @Test
    void aStaticDistributionHasTheObjectsToLink() throws IOException {
        Distribution distribution = musl("3.13");

        Path root = distribution.root();
        assertThat(distribution.version()).hasToString("3.13.5");
        assertThat(distribution.flavor()).isEqualTo(Flavor.STANDALONE_STATIC);
        assertThat(distribution.libpython())
                .isEqualTo(new Libpython.StaticArchive(root.resolve("install/lib/libpython3.13.a")));
        assertThat(distribution.interpreter()).contains(root.resolve("install/bin/python3.13"));
        assertThat(distribution.standardLibrary()).isEqualTo(root.resolve("install/lib/python3.13"));
        assertThat(distribution.staticLibraryDirectories()).containsExactly(root.resolve("build/lib"));
        assertThat(distribution.testPackages())
                .extracting(ModuleName::dotted)
                .containsExactly("idlelib.idle_test", "test");
        assertThat(distribution.licenseFile()).contains(root.resolve("licenses/LICENSE.cpython.txt"));
        assertThat(distribution.core()).hasValueSatisfying(core -> {
            assertThat(core.objects()).containsExactly(root.resolve("build/Python/ceval.o"));
            assertThat(core.links()).containsExactly("m");
            assertThat(core.inittabObject()).contains(root.resolve("build/Modules/config.o"));
            assertThat(core.inittabSource()).contains(root.resolve("build/Modules/config.c"));
            assertThat(core.inittabFlags()).containsExactly("-std=c99", "-DNDEBUG");
        });
    }

    @Test
    void allVariantsOfExtensionsAreThere() throws IOException {
        Distribution distribution = musl("");

        assertThat(distribution.extensions())
                .extracting(e -> e.name() + " " + e.variant())
                .containsExactly("_crypt default", "posix default", "readline libedit", "readline gnu", "sys default");
        StandardExtension edit = distribution.extensions().get(2);
        assertThat(edit.builtIn()).isTrue();
        assertThat(edit.objects()).containsExactly(distribution.root().resolve("build/Modules/readline.o"));
        assertThat(edit.links()).containsExactly("edit", "m");
        assertThat(edit.licenses()).containsExactly("BSD-3-Clause");
        assertThat(edit.licenseFiles()).containsExactly(distribution.root().resolve("licenses/LICENSE.libedit.txt"));
        assertThat(edit.copyleft()).isFalse();
        StandardExtension gnu = distribution.extensions().get(3);
        assertThat(gnu.licenses()).containsExactly("GPL-3.0-or-later");
        assertThat(gnu.copyleft()).isTrue();
        StandardExtension sys = distribution.extensions().get(4);
        assertThat(sys.initFunction()).isEmpty();
        assertThat(sys.required()).isTrue();
        assertThat(distribution.extensions().get(0).builtIn()).isFalse();
    }

    @Test
    void unknownLicencesCountAsCopyleft() throws IOException {
        change("\"licenses\": [\"BSD-3-Clause\"], ", "");
        change("\"name\": \"edit\"", "\"name\": \"nobodyknows\"");

        assertThat(musl("").extensions().get(2).copyleft()).isTrue();
    }

    @Test
    void theLibrariesOfWindowsAreNoneOfUnknownLicence() throws IOException {
        assertThat(musl("").extensions().get(0).copyleft()).isTrue();

        change("x86_64-unknown-linux-musl\"", "x86_64-pc-windows-gnu\"");

        StandardExtension crypt = new Resolving(folder)
                .file(archive(), "", Target.WINDOWS_GNU)
                .extensions()
                .get(0);
        assertThat(crypt.name()).hasToString("_crypt");
        assertThat(crypt.links()).containsExactly("crypt");
        assertThat(crypt.copyleft()).isFalse();
    }

    @Test
    void aDynamicDistributionHasItsSharedLibrary() throws IOException {
        makeDynamic();

        Distribution distribution = gnu("3.13.5");

        assertThat(distribution.flavor()).isEqualTo(Flavor.STANDALONE_DYNAMIC);
        assertThat(distribution.libpython())
                .isEqualTo(new Libpython.SharedElf(
                        distribution.root().resolve("install/lib/libpython3.13.so.1.0"), "libjava.so"));
        assertThat(distribution.libraryDirectories())
                .containsExactly(
                        distribution.root().resolve("install/lib"),
                        distribution.root().resolve("install"));
    }

    @Test
    void soundObjectsHaveNoDefect() throws IOException {
        assertThat(musl("").extensions()).allSatisfy(e -> assertThat(e.defect()).isEmpty());
    }

    @Test
    void aModuleThatNeedsAnObjectOfAnotherIsToldToBeDefective() throws IOException {
        archive = new ArchiveWriter()
                .add("other.o", ElfObjects.of(List.of("unrelated"), List.of()))
                .bytes();
        strays = ElfObjects.of(List.of("rl_bind_key"), List.of());

        assertThat(musl("").extensions().get(2).defect())
                .hasValueSatisfying(
                        defect -> assertThat(defect).contains("rl_bind_key").contains("readline.o"));
    }

    @Test
    void aModuleThatNeedsWhatNoPythonHasIsToldToBeDefective() throws IOException {
        readline = ElfObjects.of(List.of("PyInit_readline"), List.of("_PyHacl_Hash"));

        assertThat(musl("").extensions().get(2).defect())
                .hasValueSatisfying(defect -> assertThat(defect).contains("_PyHacl_Hash"));
    }

    @Test
    void aCoreThatDoesNotCloseIsRefused() {
        ceval = ElfObjects.of(List.of("Py_Initialize", "PyList_New"), List.of("_PyLost_Function"));

        assertThatThrownBy(() -> musl(""))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("_PyLost_Function")
                .hasMessageContaining("ceval.o");
    }

    @Test
    void damagedObjectsAreRefused() {
        readline = java.util.Arrays.copyOf(readline, 100);

        assertThatThrownBy(() -> musl("")).isInstanceOf(JoxException.class).hasMessageContaining("readline.o");
    }

    @Test
    void bitcodeIsRefusedWhereItWouldBeLinkedWhateverTheFileSays() {
        ceval = BITCODE;

        assertThatThrownBy(() -> musl(""))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("bitcode")
                .hasMessageContaining("cpython-3.13.5+<date>-x86_64-unknown-linux-musl-noopt+static-full.tar.zst");
    }

    @Test
    void bitcodeDoesNotMatterWhereTheLibraryIsShared() throws IOException {
        ceval = BITCODE;
        makeDynamic();

        Distribution distribution = gnu("");

        assertThat(distribution.core()).isEmpty();
        assertThat(distribution.extensions())
                .allSatisfy(e -> assertThat(e.objects()).isEmpty());
    }

    @Test
    void whatDoesNotFitTheRequestIsRefusedNamingBoth() {
        assertThatThrownBy(() -> musl("3.12"))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("3.12")
                .hasMessageContaining("3.13.5")
                .hasMessageContaining("-Djox.distribution.python");
        assertThatThrownBy(() -> gnu("3.13"))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("x86_64-unknown-linux-gnu")
                .hasMessageContaining("x86_64-unknown-linux-musl")
                .hasMessageContaining("-Djox.distribution.target");
    }

    @Test
    void aFlavorThatDoesNotFitIsRefusedNamingBoth() {
        change("[\"builtin\"]", "[\"builtin\", \"shared-library\"]");

        assertThatThrownBy(() -> musl("3.13"))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("standalone_static")
                .hasMessageContaining("standalone_dynamic")
                .hasMessageContaining("-Djox.distribution.flavor");
    }

    @Test
    void whatJoxCannotPackIsRefusedByName() {
        change("3.13.5", "3.10.4");
        assertThatThrownBy(() -> musl("")).hasMessageContaining("3.10.4").hasMessageContaining("3.11");
        change("3.10.4", "3.15.0b2");
        assertThatThrownBy(() -> musl("")).hasMessageContaining("3.15.0b2");
        change("3.15.0b2", "3.13.5");
        change("x86_64-unknown-linux-musl", "aarch64-unknown-linux-musl");
        assertThatThrownBy(() -> musl("")).hasMessageContaining("aarch64-unknown-linux-musl");
        change("aarch64-unknown-linux-musl", "x86_64-unknown-linux-musl");
        change("\"python_abi_tag\": null", "\"python_abi_tag\": \"cp313t\"");
        assertThatThrownBy(() -> musl("")).hasMessageContaining("free-threaded");
    }

    @Test
    void filesThatAreMissingOrOutsideAreRefused() {
        change("build/Modules/readline.o", "build/Modules/gone.o");
        assertThatThrownBy(() -> musl(""))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("build/Modules/gone.o")
                .hasMessageContaining("cpython-full.tar.zst");
        change("build/Modules/gone.o", "../../../etc/passwd");
        assertThatThrownBy(() -> musl("")).hasMessageContaining("outside");
    }

    @Test
    void aDistributionWithoutLibpythonIsRefused() {
        change("\"static_lib\": \"install/lib/libpython3.13.a\",", "");

        assertThatThrownBy(() -> musl(""))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("neither a shared nor a static libpython");
    }

    @Test
    void aWrongHashNamesBothAndThePom() throws IOException {
        Path archive = archive();
        DistributionRequest request = new DistributionRequest(
                Optional.empty(),
                Target.LINUX_MUSL,
                Flavor.STANDALONE_STATIC,
                new DistributionRequest.ArchiveFile(archive, Sha256.of("other")));

        assertThatThrownBy(() -> new Resolving(folder).resolve(request))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining(Sha256.of("other").hex())
                .hasMessageContaining(Sha256.ofFile(archive).hex())
                .hasMessageContaining("<distribution><sha256>");
    }

    @Test
    void anArchiveWithoutPythonIsRefused() throws IOException {
        Path archive = new Archives().file("readme", "x").tarGz(folder.resolve("other.tar.gz"));

        assertThatThrownBy(() -> new Resolving(folder).file(archive, "", Target.LINUX_GNU))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("other.tar.gz")
                .hasMessageContaining("no Python");
    }
}
