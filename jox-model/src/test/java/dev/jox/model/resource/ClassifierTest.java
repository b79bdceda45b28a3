package dev.jox.model.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.model.Target.ObjectFormat;
import dev.jox.model.binary.NativeImage;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClassifierTest {
    private static final Origin ORIGIN = new Origin(Origin.Kind.PACKAGE, "pkg", "1.0");
    private final Classifier classifier =
            new Classifier(List.of(".cpython-314-x86_64-linux-gnu.so", ".abi3.so", ".so"), ObjectFormat.ELF);

    private Classifier.Result classify(FoundFile... files) {
        return classifier.classify(List.of(files), ORIGIN);
    }

    /** Each resource as {@code path Type name}. */
    private static List<String> words(Classifier.Result result) {
        return result.resources().stream()
                .map(resource -> resource.path() + " " + resource.getClass().getSimpleName() + detail(resource))
                .toList();
    }

    private static String detail(Resource resource) {
        if (resource instanceof Resource.ModuleSource module) {
            return " " + module.name() + (module.isPackage() ? " package" : "");
        }
        if (resource instanceof Resource.ExtensionModule module) {
            return " " + module.name() + (module.isPackage() ? " package" : "");
        }
        if (resource instanceof Resource.ModuleBytecode module) {
            return " " + module.name();
        }
        return resource instanceof Resource.PackageResource file ? " " + file.packageName() : "";
    }

    @Test
    void modulesAndTheirFiles() {
        assertThat(words(classify(
                        Found.file("pkg/__init__.py"),
                        Found.file("pkg/mod.py"),
                        Found.file("pkg/py.typed"),
                        Found.file("pkg/data/deep/x.json"),
                        Found.file("pkg/__pycache__/mod.cpython-314.pyc"),
                        Found.file("pkg/migrations/0001_initial.py"),
                        Found.file("_sysconfigdata__linux_x86_64-linux-gnu.py"),
                        Found.file("top.py"),
                        Found.file("README.md"),
                        Found.file("space/name/mod.py"),
                        Found.file("space/other.txt"),
                        Found.file("onlydata/x.txt"),
                        Found.file("not.a.package/x.txt"))))
                .containsExactly(
                        "README.md FileResource",
                        "_sysconfigdata__linux_x86_64-linux-gnu.py ModuleSource _sysconfigdata__linux_x86_64-linux-gnu",
                        "not.a.package/x.txt FileResource",
                        "onlydata/x.txt PackageResource onlydata",
                        "pkg/__init__.py ModuleSource pkg package",
                        "pkg/data/deep/x.json PackageResource pkg",
                        "pkg/migrations/0001_initial.py ModuleSource pkg.migrations.0001_initial",
                        "pkg/mod.py ModuleSource pkg.mod",
                        "pkg/py.typed PackageResource pkg",
                        "space/name/mod.py ModuleSource space.name.mod",
                        "space/other.txt PackageResource space",
                        "top.py ModuleSource top");
    }

    @Test
    void binariesAreWhatTheyExport() {
        assertThat(words(classify(
                        Found.extension("pkg/_a.cpython-314-x86_64-linux-gnu.so", "PyInit__a"),
                        Found.extension("pkg/_b.abi3.so", "PyInit__b"),
                        Found.extension("pkg/_c.so", "PyInit__c"),
                        Found.extension("pkg/_d.so", "PyInit_other"),
                        Found.extension("pkg/sub/__init__.so", "PyInit_sub"),
                        Found.extension("pkg/größe.so", "PyInitU_gre_6ka8i"),
                        Found.library("pkg.libs/libfoo-1a2b.so.1.2", "libfoo-1a2b.so.1.2"),
                        Found.library("pkg/lib/plugin", "plugin.so"),
                        Found.binary("pkg/bin/tool", Found.image(Optional.empty(), List.of(), List.of(), List.of())))))
                .containsExactly(
                        "pkg.libs/libfoo-1a2b.so.1.2 SharedLibrary",
                        "pkg/_a.cpython-314-x86_64-linux-gnu.so ExtensionModule pkg._a",
                        "pkg/_b.abi3.so ExtensionModule pkg._b",
                        "pkg/_c.so ExtensionModule pkg._c",
                        "pkg/_d.so SharedLibrary",
                        "pkg/bin/tool PackageResource pkg",
                        "pkg/größe.so ExtensionModule pkg.größe",
                        "pkg/lib/plugin SharedLibrary",
                        "pkg/sub/__init__.so ExtensionModule pkg.sub package");
    }

    @Test
    void librariesThatAWheelPutsBesideTheInterpreterAreLibraries() {
        assertThat(words(classify(
                        Found.library("mkl-1.data/data/lib/libmkl_rt.so.2", "libmkl_rt.so.2"),
                        Found.library("mkl-1.data/data/share/doc/libexample.so", "libexample.so"),
                        Found.library("mkl-1.data/scripts/libexample.so", "libexample.so"))))
                .containsExactly(
                        "mkl-1.data/data/lib/libmkl_rt.so.2 SharedLibrary",
                        "mkl-1.data/data/share/doc/libexample.so FileResource",
                        "mkl-1.data/scripts/libexample.so FileResource");
    }

    @Test
    void importsOrderDecidesBetweenFilesOfOneModule() {
        assertThat(words(classify(
                        Found.file("pkg/fast.py"),
                        Found.extension("pkg/fast.so", "PyInit_fast"),
                        Found.extension("pkg/fast.cpython-314-x86_64-linux-gnu.so", "PyInit_fast"),
                        Found.file("pkg/gone.pyc"),
                        Found.file("pkg/mod.py"),
                        Found.file("pkg/mod.pyc"),
                        Found.file("pkg/both.py"),
                        Found.file("pkg/both/__init__.py"))))
                .containsExactly(
                        "pkg/both.py PackageResource pkg",
                        "pkg/both/__init__.py ModuleSource pkg.both package",
                        "pkg/fast.cpython-314-x86_64-linux-gnu.so ExtensionModule pkg.fast",
                        "pkg/fast.py PackageResource pkg",
                        "pkg/fast.so SharedLibrary",
                        "pkg/gone.pyc ModuleBytecode pkg.gone",
                        "pkg/mod.py ModuleSource pkg.mod",
                        "pkg/mod.pyc PackageResource pkg");
    }

    @Test
    void whatTheTargetCannotLoadIsLeftOutAndNamed() {
        NativeImage arm = new NativeImage(
                ObjectFormat.ELF,
                "EM_AARCH64",
                Optional.of("libarm.so"),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                List.of(),
                Optional.of("it is no shared library for x86_64"));
        Classifier.Result result = classify(
                Found.file("pkg/__init__.py"),
                Found.extension("pkg/_a.cpython-313-x86_64-linux-gnu.so", "PyInit__a"),
                Found.binary("pkg/libarm.so", arm));
        assertThat(words(result)).containsExactly("pkg/__init__.py ModuleSource pkg package");
        assertThat(result.notes())
                .containsExactlyInAnyOrder(
                        "pkg/_a.cpython-313-x86_64-linux-gnu.so of pkg 1.0 is left out: it is an extension module for another Python",
                        "pkg/libarm.so of pkg 1.0 is left out: it is for the processor EM_AARCH64");
    }

    @Test
    void metadataAndSchemes() {
        Classifier.Result result = classify(
                Found.file("pkg-1.0.dist-info/METADATA"),
                Found.file("pkg-1.0.dist-info/licenses/LICENSE.py"),
                Found.file("pkg-1.0.data/scripts/run.py"),
                Found.file("distutils-precedence.pth"));
        assertThat(words(result))
                .containsExactly(
                        "distutils-precedence.pth FileResource",
                        "pkg-1.0.data/scripts/run.py FileResource",
                        "pkg-1.0.dist-info/METADATA DistributionResource",
                        "pkg-1.0.dist-info/licenses/LICENSE.py DistributionResource");
        assertThat(result.notes()).singleElement().asString().contains("distutils-precedence.pth", "site");
    }

    @Test
    void theTestsOfTheStandardLibraryAreKnown() {
        TreeMap<String, Boolean> tests = new TreeMap<>();
        for (String path : List.of(
                "test/test_os.py",
                "idlelib/idle_test/htest.py",
                "ctypes/test/test_arrays.py",
                "lib2to3/tests/data/x.py",
                "unittest/mock.py",
                "doctest.py")) {
            tests.put(path, StandardTests.isTest(path));
        }
        assertThat(tests)
                .containsEntry("doctest.py", false)
                .containsEntry("unittest/mock.py", false)
                .containsEntry("test/test_os.py", true)
                .containsEntry("idlelib/idle_test/htest.py", true)
                .containsEntry("ctypes/test/test_arrays.py", true)
                .containsEntry("lib2to3/tests/data/x.py", true);
        assertThat(StandardTests.isTestExtension("_testcapi")).isTrue();
        assertThat(StandardTests.isTestExtension("_ssl")).isFalse();
    }
}
