package dev.jox.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.Target;
import dev.jox.model.spec.PackagesRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pip 23.2 and 25.3 printed. */
class PipDiagnosisTest {
    private static final Pythons PYTHONS = TestPythons.buildingFor(Target.LINUX_GNU);
    private static final LocalPackages NOTHING_LOCAL = new LocalPackages(List.of(), new TreeMap<>(), Sha256.of(""));
    private static final Path GENERATED = Path.of("/tmp/jox-pip1/requirements.txt");

    @TempDir
    Path folder;

    private static JoxException diagnose(PackagesRequest request, String output) {
        return new PipDiagnosis(PYTHONS, request, NOTHING_LOCAL, GENERATED, false)
                .of(output.lines().toList());
    }

    private PackagesRequest withFile(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("requirements.txt"), text);
        return new PackagesRequest(
                List.of(),
                Optional.of(file),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of());
    }

    @Test
    void noSuchPackage() {
        JoxException e = diagnose(PackagesRequest.of("jox_nosuch==1"), """
                ERROR: Could not find a version that satisfies the requirement jox-nosuch==1 (from versions: none)
                ERROR: No matching distribution found for jox-nosuch==1
                """);
        assertThat(e.kind()).isEqualTo(JoxException.Kind.USER);
        assertThat(e.problem()).contains("no package jox-nosuch==1 (in <requirements>)");
        assertThat(e.hint()).contains("<index>");
    }

    @Test
    void whatIsWantedFromSourceLacksAnSdistAndNotAPackage() {
        PackagesRequest request = new PackagesRequest(
                List.of("fast==2"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of("--no-binary=other,Fast"),
                Map.of());
        JoxException e = diagnose(request, """
                ERROR: Could not find a version that satisfies the requirement fast==2 (from versions: 1.0, 1.1)
                ERROR: No matching distribution found for fast==2
                """);
        assertThat(e.problem()).isEqualTo("there is no sdist of fast==2 on the index or in <wheels>");
        assertThat(e.hint()).contains("<wheels>").endsWith("1.0, 1.1");
    }

    @Test
    void noSuchVersionNamesTheLineAndTheVersions() throws IOException {
        PackagesRequest request = withFile("# pinned\nsix\nMarkupSafe==99  # comment\n");
        JoxException e = diagnose(request, """
                ERROR: Ignored the following versions that require a different python version: 1.0 Requires-Python <3
                ERROR: Could not find a version that satisfies the requirement markupsafe==99 (from versions: 2.0, 3.0.4)
                ERROR: No matching distribution found for markupsafe==99
                """);
        assertThat(e.problem())
                .contains("no version of markupsafe==99")
                .contains("<requirementsFile> " + request.requirementsFile().orElseThrow() + ", line 3")
                .contains("there are 2.0, 3.0.4");
        assertThat(e.hint()).contains("<python>");
    }

    @Test
    void anUnreadableIndexIsNotAMissingPackage() {
        String missing = """
                ERROR: Could not find a version that satisfies the requirement six (from versions: none)
                ERROR: No matching distribution found for six
                """;
        JoxException refused = diagnose(
                PackagesRequest.of("six"),
                "jox-unreadable https://i/simple/six/ connection error: Connection refused\n" + missing);
        assertThat(refused.kind()).isEqualTo(JoxException.Kind.ENVIRONMENT);
        assertThat(refused.problem()).contains("cannot read https://i/simple/six/", "Connection refused");
        assertThat(diagnose(
                                PackagesRequest.of("six"),
                                "jox-unreadable https://i/simple/six/ 401 Client Error: Unauthorized\n" + missing)
                        .hint())
                .contains("<serverId>");
        assertThat(diagnose(
                                PackagesRequest.of("six"),
                                "jox-unreadable https://i/simple/six/ 404 Client Error: Not Found\n" + missing)
                        .problem())
                .contains("no package six");
    }

    @Test
    void aBuildFailureNamesTheSdist() {
        JoxException late = diagnose(PackagesRequest.of("broken"), """
                Processing ./broken-1.0.tar.gz
                  error: subprocess-exited-with-error
                  × Building wheel for broken (pyproject.toml) did not run successfully.
                  ╰─> [9 lines of output]
                      broken.c:1:9: error: expected expression before ';' token
                  ERROR: Failed building wheel for broken
                ERROR: Failed to build one or more wheels
                """);
        assertThat(late.problem()).contains("the sdist of broken (in <requirements>) does not build", "broken.c:1:9");
        JoxException early = diagnose(PackagesRequest.NONE, """
                Processing ./broken2-1.0.tar.gz
                error: subprocess-exited-with-error
                × Getting requirements to build wheel did not run successfully.
                """);
        assertThat(early.problem()).contains("the sdist of ./broken2-1.0.tar.gz does not build");
    }

    @Test
    void hashes() throws IOException {
        PackagesRequest request = withFile("six==1.0 --hash=sha256:00\n");
        JoxException other = diagnose(request, """
                ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated
                    six==1.0 from https://files/six-1.0.whl (from -r r.txt (line 1)):
                        Expected sha256 00
                             Got        457a

                """);
        assertThat(other.problem()).contains("<requirementsFile>", "Expected sha256 00", "Got        457a");
        assertThat(diagnose(
                                request,
                                "ERROR: In --require-hashes mode, all requirements must have their versions pinned with ==."
                                        + " These do not:\n    idna (from -r /tmp/jox-pip1/requirements.txt (line 1))")
                        .problem())
                .contains("gives hashes", "idna (from <requirements> (line 1))");
    }

    @Test
    void contradictionsAndUnreadableRequirements() {
        assertThat(diagnose(PackagesRequest.of("flask", "werkzeug==1.0"), """
                                The conflict is caused by:
                                    flask 3.0.0 depends on Werkzeug>=3.0.0
                                ERROR: ResolutionImpossible: for help visit https://pip.pypa.io
                                """).problem())
                .contains("contradict", "depends on Werkzeug>=3.0.0");
        assertThat(diagnose(PackagesRequest.of("foo bar"), """
                                ERROR: Invalid requirement: 'foo bar': Expected end or semicolon
                                    foo bar
                                        ^ (from line 1 of r.txt)
                                """).problem()).contains("'foo bar'");
    }

    @Test
    void anythingElseShowsTheLastLines() {
        assertThat(diagnose(PackagesRequest.of("six"), "something\nERROR: out of cheese\n")
                        .problem())
                .contains("out of cheese");
    }

    @Test
    void staticTargetsAreToldWhichWheelsThereAre() {
        JoxException e = new PipDiagnosis(
                        TestPythons.buildingFor(Target.LINUX_MUSL),
                        PackagesRequest.of("fast==1"),
                        NOTHING_LOCAL,
                        GENERATED,
                        false)
                .of("""
                        jox-unfit other-1-cp314-cp314-manylinux_2_17_x86_64.whl
                        jox-unfit fast-1-cp314-cp314-manylinux_2_17_x86_64.whl
                        jox-unfit fast-1-cp313-cp313-manylinux_2_17_x86_64.whl
                        ERROR: Could not find a version that satisfies the requirement fast==1 (from versions: none)
                        """.lines().toList());
        assertThat(e.problem())
                .contains(
                        "no sdist of fast==1 (in <requirements>)",
                        "such as fast-1-cp314-cp314-manylinux_2_17_x86_64.whl",
                        "x86_64-unknown-linux-musl");
        assertThat(e.hint()).contains("<wheels>", "x86_64-unknown-linux-gnu", "standalone_dynamic");
    }

    @Test
    void aLocalWheelThatAStaticTargetCannotUseIsNamed() {
        Path wheel = Path.of("/dist/fast-1-cp314-cp314-win_amd64.whl");
        JoxException e = new PipDiagnosis(
                        TestPythons.buildingFor(Target.WINDOWS_GNU),
                        PackagesRequest.NONE,
                        new LocalPackages(List.of(), new TreeMap<>(Map.of("fast==1", wheel)), Sha256.of("")),
                        GENERATED,
                        false)
                .of(
                        List.of(
                                "ERROR: Could not find a version that satisfies the requirement fast==1 (from versions: none)"));
        assertThat(e.problem()).contains("<wheels> " + wheel + " is compiled");
        assertThat(e.hint()).contains("x86_64-pc-windows-msvc", "standalone_dynamic");
    }
}
