package dev.jox.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.model.JoxException;
import dev.jox.model.Target;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The words are those of gcc 12, GNU ld 2.40, zig 0.17 and pip 26, without the lines between. */
class BuildDiagnosisTest {
    private static JoxException of(String... output) {
        return of(false, output);
    }

    private static JoxException of(boolean offline, String... output) {
        return new BuildDiagnosis(
                        Pythons.same(TestDistribution.get()),
                        Path.of("/sdists/fast-1.0.tar.gz"),
                        TestDistribution.toolchain(TestDistribution.get().target()),
                        offline)
                .of(List.of(output));
    }

    @Test
    void aMissingHeaderIsNamedWithItsPackage() {
        JoxException gcc =
                of("cc -c fast.c", "fast.c:1:10: fatal error: yaml.h: No such file or directory", "    1 | #include");
        assertThat(gcc.problem()).contains("fast-1.0.tar.gz does not build", "needs the header yaml.h", "1 | #include");
        assertThat(gcc.hint()).contains("libyaml-dev").contains("<nativeLibraries>");
        assertThat(of("fast.c:1:10: fatal error: 'yaml.h' file not found").problem())
                .contains("needs the header yaml.h");
    }

    @Test
    void aMissingLibraryIsNamed() {
        assertThat(of("/usr/bin/ld: cannot find -lyaml: No such file or directory")
                        .problem())
                .contains("needs the library yaml");
        assertThat(of("error: unable to find dynamic system library \"yaml\" using strategy paths_first.")
                        .problem())
                .contains("needs the library yaml:");
    }

    @Test
    void aMissingSymbolIsNamed() {
        JoxException lld = of("lld-link: error: undefined symbol: flock", ">>> referenced by /tmp/b/fast.c:3");
        assertThat(lld.problem()).contains("nothing that it is linked with has flock:", "fast.c:3");
        assertThat(lld.hint()).contains("<nativeLibraries>", "<LDFLAGS>");
        assertThat(of("/usr/bin/ld: fast.o: undefined reference to `flock'").problem())
                .contains("has flock:");
    }

    @Test
    void aBuildRequirementIsNamedWithWhyItIsNotThere() {
        String pip =
                "  ERROR: Could not find a version that satisfies the requirement setuptools>=80 (from versions: none)";
        assertThat(of(pip).hint()).contains("<index>");
        JoxException offline = of(true, pip);
        assertThat(offline.problem()).contains("its build requires setuptools>=80, which cannot be fetched offline");
        assertThat(offline.hint()).contains("without -o");
    }

    @Test
    void codeForFixedAddressesIsNamedWithWhatToDo() {
        JoxException zig = of(
                "ld.lld: error: relocation R_X86_64_32S cannot be used against local symbol; recompile with -fPIC",
                ">>> defined in /opt/lib/libffi.a(closures.o)",
                ">>> referenced by closures.c");
        assertThat(zig.problem()).contains("the code in /opt/lib/libffi.a is for fixed addresses");
        assertThat(zig.hint()).contains("libffi.a", "-fPIC", "--with-pic");
        JoxException gnu =
                of("/usr/bin/ld: /opt/lib/libx.a(x.o): relocation R_X86_64_32 against `.rodata' can not be used when"
                        + " making a shared object; recompile with -fPIC");
        assertThat(gnu.problem()).contains("the code in /opt/lib/libx.a is for fixed addresses");
    }

    @Test
    void theFirstComplaintIsShownAndNotTheEndOfATraceback() {
        String[] output = {
            "Building wheels for collected packages: fast",
            "  error: subprocess-exited-with-error",
            "      CCLD     libfast.la",
            "      error: unsupported linker arg: /tmp/x",
            "      make[2]: *** [Makefile:990: libfast.la] Error 1",
            "      Traceback (most recent call last):",
            "        File \"<string>\", line 60, in run",
            "        File \"<string>\", line 61, in run",
            "        File \"<string>\", line 62, in run",
            "      subprocess.CalledProcessError: Command '['make']' returned non-zero exit status 2.",
            "  ERROR: Failed building wheel for fast"
        };
        assertThat(of(output).problem()).contains("unsupported linker arg").doesNotContain("CalledProcessError");
        assertThat(of("setup.py ran", "ERROR: Failed building wheel for fast").problem())
                .contains("setup.py ran");
    }

    @Test
    void buildCodeThatFailsOnWhatItIsToldCanBeToldOtherwise() {
        List<String> output =
                List.of("Traceback (most recent call last):", "ModuleNotFoundError: No module named 'winreg'");
        JoxException e = new BuildDiagnosis(
                        TestPythons.buildingFor(Target.WINDOWS_GNU),
                        Path.of("/sdists/fast-1.0.tar.gz"),
                        TestDistribution.toolchain(TestDistribution.get().target()),
                        false)
                .of(output);
        assertThat(e.hint()).contains("<JOX_HOST_PLATFORM>fast</JOX_HOST_PLATFORM>", "x86_64-pc-windows-gnu");
        assertThat(of(output.toArray(String[]::new)).hint()).doesNotContain("JOX_HOST_PLATFORM");
    }
}
