package dev.jox.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.JoxException;
import dev.jox.model.Target;
import dev.jox.model.spec.PackagesRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** pip for real, without an index. */
class PackageFilesTest {
    @TempDir
    Path folder;

    private final List<String> steps = new ArrayList<>();
    private final List<String> details = new ArrayList<>();

    private final PythonLog log = new PythonLog() {
        @Override
        public void step(String what) {
            steps.add(what);
        }

        @Override
        public void detail(String line) {
            details.add(line);
        }
    };

    private List<Path> resolve(PackagesRequest request, Packages.Freshness freshness) {
        return new PackageFiles(TestDistribution.CACHE, log)
                .find(Pythons.same(TestDistribution.get()), request, freshness);
    }

    private PackagesRequest request(List<String> requirements) {
        return new PackagesRequest(
                requirements,
                Optional.empty(),
                Optional.of(folder),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of("--no-index"),
                Map.of());
    }

    private static List<String> names(List<Path> wheels) {
        return wheels.stream().map(wheel -> wheel.getFileName().toString()).toList();
    }

    @Test
    void localWheelsAreWantedAndServeRequirements() {
        new TestWheel("app_lib", "1.0")
                .requires("helper>=2")
                .file("app_lib.py", "import helper\n")
                .write(folder);
        new TestWheel("helper", "2.5").file("helper.py", "").write(folder);
        PackagesRequest request = request(List.of("helper==2.5"));
        List<Path> wheels = resolve(request, Packages.Freshness.KEEP);
        assertThat(names(wheels)).containsExactly("app_lib-1.0-py3-none-any.whl", "helper-2.5-py3-none-any.whl");
        assertThat(steps).contains("collecting packages with pip");

        steps.clear();
        assertThat(resolve(request, Packages.Freshness.KEEP)).isEqualTo(wheels);
        assertThat(resolve(request, Packages.Freshness.OFFLINE)).isEqualTo(wheels);
        assertThat(steps).as("a known answer is taken").isEmpty();

        assertThat(names(resolve(request, Packages.Freshness.UPDATE))).isEqualTo(names(wheels));
        assertThat(steps).contains("collecting packages with pip");
        steps.clear();
        resolve(request, Packages.Freshness.KEEP);
        assertThat(steps).as("the updated answer is kept").isEmpty();

        new TestWheel("helper", "2.5").file("helper.py", "changed = 1\n").write(folder);
        resolve(request, Packages.Freshness.KEEP);
        assertThat(steps).as("another wheel is another request").isNotEmpty();
    }

    @Test
    void aMissingPackageIsNamed() {
        assertThatThrownBy(() -> resolve(request(List.of("jox-no-such-package")), Packages.Freshness.KEEP))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("jox-no-such-package (in <requirements>)");
        assertThatThrownBy(() -> resolve(request(List.of("jox-no-such-package")), Packages.Freshness.OFFLINE))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("offline");
    }

    @Test
    void aDamagedWheelIsNamed() throws IOException {
        Path wheel = Files.writeString(folder.resolve("broken-1.0-py3-none-any.whl"), "no zip");
        assertThatThrownBy(() -> resolve(request(List.of("broken==1.0")), Packages.Freshness.KEEP))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining(wheel.getFileName() + " is damaged");
    }

    @Test
    void severalVersionsOfOneProjectAreRefused() {
        new TestWheel("helper", "2.5").write(folder);
        new TestWheel("helper", "2.6").write(folder);
        assertThatThrownBy(() -> resolve(request(List.of()), Packages.Freshness.KEEP))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("several versions of helper: 2.5, 2.6");
    }

    @Test
    void optionsAreNoRequirements() {
        assertThatThrownBy(() -> resolve(request(List.of("--pre")), Packages.Freshness.KEEP))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("<requirement>--pre</requirement>", "<pipArguments>");
    }

    @Test
    void pipSeesNoPythonVariablesOfTheUserButTheRequestsOwn() {
        PackagesRequest request = new PackagesRequest(
                List.of("jox-no-such-package"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of("--no-index", "--verbose"),
                Map.of("PIP_LOG", folder.resolve("pip.log").toString()));
        assertThatThrownBy(() -> resolve(request, Packages.Freshness.KEEP)).isInstanceOf(JoxException.class);
        assertThat(folder.resolve("pip.log")).exists();
        assertThat(details.get(0)).contains(" -I ", "run_pip.py ", "settings.json download");
    }

    @Test
    void markersAreTheTargets() throws IOException {
        Path others = Files.createDirectory(folder.resolve("others"));
        new TestWheel("app_lib", "1.0")
                .requires("helper; platform_system == 'Windows' and os_name == 'nt' and sys_platform == 'win32'")
                .write(folder);
        new TestWheel("helper", "2.5").write(others);
        PackagesRequest request = request(List.of(), others);
        assertThat(names(find(Target.WINDOWS_MSVC, request)))
                .containsExactly("app_lib-1.0-py3-none-any.whl", "helper-2.5-py3-none-any.whl");
        assertThat(names(find(Target.LINUX_MUSL, request))).containsExactly("app_lib-1.0-py3-none-any.whl");
    }

    @Test
    void wheelsAreTheTargetsAndPureSourceServesEveryTarget() throws IOException {
        Path others = Files.createDirectory(folder.resolve("others"));
        rename(new TestWheel("fast", "1.0").write(others), "fast-1.0-cp314-cp314-manylinux_2_17_x86_64.whl");
        rename(new TestWheel("fast", "1.0").write(others), "fast-1.0-cp314-cp314-win_amd64.whl");
        new TestSdist("fast", "1.0").write(others);
        new TestSdist("plain", "1.0").write(others);
        PackagesRequest request = request(List.of("fast", "plain"), others);
        assertThat(names(find(Target.LINUX_GNU, request)))
                .containsExactly("fast-1.0-cp314-cp314-manylinux_2_17_x86_64.whl", "plain-1.0.tar.gz");
        assertThat(names(find(Target.WINDOWS_MSVC, request)))
                .containsExactly("fast-1.0-cp314-cp314-win_amd64.whl", "plain-1.0.tar.gz");
        assertThat(names(find(Target.LINUX_MUSL, request))).containsExactly("fast-1.0.tar.gz", "plain-1.0.tar.gz");
        assertThat(names(find(Target.WINDOWS_GNU, request))).containsExactly("fast-1.0.tar.gz", "plain-1.0.tar.gz");
    }

    @Test
    void aCompiledWheelOfAFolderIsReplacedByItsSourceForStaticTargets() throws IOException {
        Path others = Files.createDirectory(folder.resolve("others"));
        Path wheel =
                rename(new TestWheel("fast", "1.0").write(folder), "fast-1.0-cp314-cp314-manylinux_2_17_x86_64.whl");
        PackagesRequest request = request(List.of(), others);
        assertThat(names(find(Target.LINUX_GNU, request)))
                .containsExactly(wheel.getFileName().toString());
        assertThatThrownBy(() -> find(Target.LINUX_MUSL, request))
                .isInstanceOf(JoxException.class)
                .hasMessageContainingAll("no sdist of fast==1.0", wheel.toString(), "x86_64-unknown-linux-musl");
        new TestSdist("fast", "1.0").write(others);
        assertThat(names(find(Target.LINUX_MUSL, request))).containsExactly("fast-1.0.tar.gz");
    }

    /** A request that may be met from another folder, in which nothing is wanted by itself. */
    private PackagesRequest request(List<String> requirements, Path others) {
        return new PackagesRequest(
                requirements,
                Optional.empty(),
                Optional.of(folder),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of("--no-index", "--find-links=" + others),
                Map.of());
    }

    private List<Path> find(Target target, PackagesRequest request) {
        return new PackageFiles(TestDistribution.CACHE, log)
                .find(TestPythons.buildingFor(target, TestDistribution.get()), request, Packages.Freshness.KEEP);
    }

    private static Path rename(Path wheel, String name) throws IOException {
        return Files.move(wheel, wheel.resolveSibling(name));
    }
}
