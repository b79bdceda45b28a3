package dev.jox.model.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.model.Target.ObjectFormat;
import dev.jox.model.resource.LibraryNeed.Carried;
import dev.jox.model.resource.LibraryNeed.Interpreter;
import dev.jox.model.resource.LibraryNeed.Missing;
import dev.jox.model.resource.LibraryNeed.Platform;
import dev.jox.model.resource.Resource.SharedLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClosureResolverTest {
    private static final Origin STANDARD = new Origin(Origin.Kind.DISTRIBUTION, "python", "3.14.3");
    private static final Origin NUMPY = new Origin(Origin.Kind.PACKAGE, "numpy", "2.4");
    private static final Origin OTHER = new Origin(Origin.Kind.PACKAGE, "other", "1");
    private static final Origin APPLICATION = new Origin(Origin.Kind.APPLICATION, "app", "1");

    /** The needed libraries of each library on this machine, by {@code folder/name}. */
    private final Map<String, List<String>> machine = new TreeMap<>();

    private final List<Resource> resources = new ArrayList<>();

    private final LibraryFiles files = new LibraryFiles() {
        @Override
        public Optional<FoundFile> find(Path folder, String name) {
            return Optional.ofNullable(machine.get(folder + "/" + name))
                    .map(needed -> Found.library("jox.libs/" + name, name, needed.toArray(String[]::new)));
        }

        @Override
        public List<Path> systemFolders() {
            return List.of(Path.of("/lib/first"), Path.of("/lib/second"));
        }
    };

    private void add(Origin origin, FoundFile... found) {
        resources.addAll(new Classifier(List.of(".so"), ObjectFormat.ELF)
                .classify(List.of(found), origin)
                .resources());
    }

    private ClosureResolver.Result resolve() {
        return resolver().resolve(resources);
    }

    private ClosureResolver resolver() {
        return new ClosureResolver(STANDARD, List.of(Path.of("/dist/lib")), Set.of("libpython3.14.so.1.0"), files);
    }

    private static FoundFile withRunpath(String path, String init, String runpath, String needed) {
        return Found.binary(path, Found.image(Optional.empty(), List.of(init), List.of(needed), List.of(runpath)));
    }

    @Test
    void whatIsAddedByHandServesWhomItIsSaidTo() {
        add(NUMPY, Found.extension("numpy/_m.so", "PyInit__m", "libblas.so.3"));
        add(NUMPY, Found.extension("numpy/_n.so", "PyInit__n", "libblas.so.3"));
        add(NUMPY, Found.library("numpy.libs/libblas.so.3", "libblas.so.3"));
        add(APPLICATION, Found.library("jox.libs/fast.so", "libblas.so.3"));
        add(APPLICATION, Found.library("jox.libs/libplugin.so", "libplugin.so.1"));
        ClosureResolver.Result result = resolver()
                .resolve(resources, Map.of("numpy/_m.so", List.of("jox.libs/fast.so", "jox.libs/libplugin.so")));

        assertThat(result.needs())
                .contains(
                        new LibraryNeed("numpy/_m.so", "libblas.so.3", new Carried("jox.libs/fast.so")),
                        new LibraryNeed("numpy/_m.so", "libplugin.so.1", new Carried("jox.libs/libplugin.so")),
                        new LibraryNeed("numpy/_n.so", "libblas.so.3", new Carried("numpy.libs/libblas.so.3")));
    }

    @Test
    void theLoadersWayThroughTheWheelComesFirst() {
        add(NUMPY, withRunpath("numpy/core/_m.so", "PyInit__m", "$ORIGIN/../../numpy.libs", "libblas.so.3"));
        add(NUMPY, Found.library("numpy/core/libblas.so.3", "libblas.so.3"));
        add(NUMPY, Found.library("numpy.libs/libblas.so.3", "libblas.so.3"));
        assertThat(resolve().needs())
                .containsExactly(
                        new LibraryNeed("numpy/core/_m.so", "libblas.so.3", new Carried("numpy.libs/libblas.so.3")));
    }

    @Test
    void aLibraryIsFoundBySonameInItsOwnPackageBeforeOthers() {
        add(OTHER, Found.library("aaa/libx.so.1", "libx.so.1"));
        add(NUMPY, Found.extension("numpy/_m.so", "PyInit__m", "libx.so.1"));
        add(NUMPY, Found.library("numpy/private/x-1.2.so", "libx.so.1"));
        assertThat(resolve().needs())
                .containsExactly(new LibraryNeed("numpy/_m.so", "libx.so.1", new Carried("numpy/private/x-1.2.so")));
    }

    @Test
    void theDistributionComesBeforeTheMachine() {
        machine.put("/dist/lib/libffi.so.8", List.of());
        machine.put("/lib/first/libffi.so.8", List.of());
        add(STANDARD, Found.extension("_ctypes.so", "PyInit__ctypes", "libffi.so.8"));
        ClosureResolver.Result result = resolve();
        assertThat(result.added())
                .extracting(SharedLibrary::path, SharedLibrary::origin)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("jox.libs/libffi.so.8", STANDARD));
    }

    @Test
    void whatTheMachineHasIsTakenAlongWithWhatItNeeds() {
        machine.put("/lib/second/libreadline.so.8", List.of("libtinfo.so.6", "libc.so.6"));
        machine.put("/lib/first/libtinfo.so.6", List.of("libc.so.6"));
        machine.put("/lib/second/libtinfo.so.6", List.of());
        add(STANDARD, Found.extension("readline.so", "PyInit_readline", "libreadline.so.8", "libpython3.14.so.1.0"));
        ClosureResolver.Result result = resolve();
        assertThat(result.needs())
                .containsExactly(
                        new LibraryNeed(
                                "jox.libs/libreadline.so.8", "libtinfo.so.6", new Carried("jox.libs/libtinfo.so.6")),
                        new LibraryNeed("jox.libs/libreadline.so.8", "libc.so.6", new Platform()),
                        new LibraryNeed("jox.libs/libtinfo.so.6", "libc.so.6", new Platform()),
                        new LibraryNeed("readline.so", "libreadline.so.8", new Carried("jox.libs/libreadline.so.8")),
                        new LibraryNeed("readline.so", "libpython3.14.so.1.0", new Interpreter()));
        assertThat(result.added())
                .extracting(library -> library.origin().name())
                .containsExactly("/lib/second", "/lib/first");
    }

    @Test
    void whatBelongsToDriversIsTheMachinesUnlessAPackageBringsIt() {
        machine.put("/lib/first/libGL.so.1", List.of());
        machine.put("/lib/first/libX11.so.6", List.of());
        add(NUMPY, Found.extension("numpy/_m.so", "PyInit__m", "libGL.so.1", "libX11.so.6"));
        assertThat(resolve().needs())
                .containsExactly(
                        new LibraryNeed("numpy/_m.so", "libGL.so.1", new Platform()),
                        new LibraryNeed("numpy/_m.so", "libX11.so.6", new Carried("jox.libs/libX11.so.6")));

        add(OTHER, Found.library("other/libGL.so.1", "libGL.so.1"));
        assertThat(resolve().needs())
                .contains(new LibraryNeed("numpy/_m.so", "libGL.so.1", new Carried("other/libGL.so.1")));
    }

    @Test
    void driversAreKnownByTheirNames() {
        assertThat(List.of(
                        "libGL.so.1",
                        "libGLX.so.0",
                        "libEGL.so.1",
                        "libGLX_mesa.so.0",
                        "libOpenGL.so.0",
                        "libGLESv2.so.2",
                        "libdrm.so.2",
                        "libdrm_amdgpu.so.1",
                        "libgbm.so.1",
                        "libvulkan.so.1",
                        "libcuda.so.1",
                        "libnvidia-ml.so.1",
                        "libva-drm.so.2",
                        "libOpenCL.so.1"))
                .allMatch(PlatformLibraries::isOfDrivers);
        assertThat(List.of(
                        "libGLU.so.1",
                        "libGLEW.so.2.2",
                        "libX11.so.6",
                        "libglib-2.0.so.0",
                        "libcudart.so.12",
                        "libvala.so.2"))
                .noneMatch(PlatformLibraries::isOfDrivers);
    }

    @Test
    void aMissingLibraryComesWithFoldersAndPackages() {
        add(STANDARD, Found.extension("_bz2.so", "PyInit__bz2", "libbz2.so.1.0", "libnobody.so.7"));
        assertThat(resolve().needs())
                .containsExactly(
                        new LibraryNeed(
                                "_bz2.so",
                                "libbz2.so.1.0",
                                new Missing(
                                        List.of("/dist/lib", "/lib/first", "/lib/second"),
                                        "Debian: libbz2-1.0; Fedora: bzip2-libs, which calls it libbz2.so.1")),
                        new LibraryNeed(
                                "_bz2.so",
                                "libnobody.so.7",
                                new Missing(List.of("/dist/lib", "/lib/first", "/lib/second"), "")));
    }

    @Test
    void anInstalledPythonsSearchPathCountsAndAWheelsDoesNot() {
        machine.put("/opt/ssl/lib/libssl.so.3", List.of());
        add(STANDARD, withRunpath("_ssl.so", "PyInit__ssl", "/opt/ssl/lib", "libssl.so.3"));
        assertThat(resolve().needs().get(0).found()).isEqualTo(new Carried("jox.libs/libssl.so.3"));
        resources.clear();
        add(NUMPY, withRunpath("numpy/_m.so", "PyInit__m", "/opt/ssl/lib", "libssl.so.3"));
        assertThat(resolve().needs().get(0).found()).isInstanceOf(Missing.class);
    }

    @Test
    void onlyWhatComesWithTheCLibraryIsThePlatforms() {
        assertThat(List.of("libc.so.6", "ld-linux-x86-64.so.2", "libpthread.so.0", "libnsl.so.1", "libnss_files.so.2"))
                .allMatch(PlatformLibraries::has);
        assertThat(List.of("libnsl.so.2", "libcrypt.so.1", "libstdc++.so.6", "libgcc_s.so.1", "libz.so.1", "libc.so"))
                .noneMatch(PlatformLibraries::has);
    }
}
