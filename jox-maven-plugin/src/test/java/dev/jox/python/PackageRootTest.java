package dev.jox.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.JoxException;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.resource.FoundFile;
import dev.jox.model.spec.InstalledPackages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageRootTest {
    @TempDir
    Path folder;

    private final Distribution target = TestDistribution.get();

    private void file(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    private void install(String root, String project, String version, String record) throws IOException {
        String info = root + project + "-" + version + ".dist-info/";
        file(info + "METADATA", "Metadata-Version: 2.1\nName: " + project + "\nVersion: " + version + "\n\ntext\n");
        file(info + "RECORD", record + info.substring(root.length()) + "RECORD,,\n");
    }

    private List<PackageContents> packages() throws IOException {
        List<PackageRoot> roots = PackageRoot.of(new InstalledPackages(List.of(folder), List.of()), target);
        assertThat(roots).hasSize(1);
        return roots.get(0).packages();
    }

    @Test
    void filesBelongToThePackageWhoseRecordNamesThem() throws IOException {
        file("one/__init__.py", "");
        file("one/__pycache__/__init__.cpython-314.pyc", "");
        file("two.py", "");
        file("stray.py", "");
        install(
                "",
                "One.Name",
                "1.0",
                "one/__init__.py,,\none/__pycache__/__init__.cpython-314.pyc,,\n../../bin/one,,\n");
        install("", "two", "2", "two.py,,\n");
        List<PackageContents> packages = packages();
        assertThat(packages)
                .extracting(p -> p.origin().toString())
                .containsExactly("one-name 1.0", "two 2", folder.getFileName().toString());
        assertThat(packages.get(0).files())
                .extracting(FoundFile::path)
                .containsExactly("One.Name-1.0.dist-info/METADATA", "One.Name-1.0.dist-info/RECORD", "one/__init__.py");
        assertThat(packages.get(0).name()).isEqualTo("one-name 1.0 in <packageRoot>" + folder + "</packageRoot>");
        assertThat(packages.get(2).files()).extracting(FoundFile::path).containsExactly("stray.py");
    }

    @Test
    void whatAnEditableInstallHasIsElsewhere() throws IOException {
        install("", "mine", "1", "");
        file("mine-1.dist-info/direct_url.json", "{\"dir_info\": {\"editable\": true}, \"url\": \"file:///src\"}");
        assertThatThrownBy(this::packages)
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("mine of <packageRoot>")
                .hasMessageContaining("editable");
    }

    @Test
    void theStateChangesWithAFile() throws IOException {
        file("a.py", "");
        PackageRoot root = PackageRoot.of(new InstalledPackages(List.of(folder), List.of()), target)
                .get(0);
        var before = root.state();
        assertThat(root.state()).isEqualTo(before);
        file("a.py", "x = 1");
        assertThat(root.state()).isNotEqualTo(before);
    }

    @Test
    void anEnvironmentIsOfThePythonOfTheExecutableAndKeepsItsPip() throws IOException {
        String python = target.version().majorMinor();
        String root = "lib/python" + python + "/site-packages/";
        file("pyvenv.cfg", "home = /usr/bin\nversion = " + python + ".1\n");
        install(root, "pip", "25", "pip/__init__.py,,\n");
        file(root + "pip/__init__.py", "");
        install(root, "two", "2", "two.py,,\n");
        file(root + "two.py", "");
        InstalledPackages installed = new InstalledPackages(List.of(), List.of(folder));
        assertThat(PackageRoot.of(installed, target).get(0).packages())
                .extracting(p -> p.origin().toString())
                .containsExactly("two 2");

        file("pyvenv.cfg", "version_info = 3.7.1.final.0\n");
        assertThatThrownBy(() -> PackageRoot.of(installed, target))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("for Python 3.7")
                .hasMessageContaining(target.version().toString());
    }

    @Test
    void foldersThatAreNoneAreRefused() {
        assertThatThrownBy(() -> PackageRoot.of(new InstalledPackages(List.of(), List.of(folder)), target))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("no pyvenv.cfg");
        assertThatThrownBy(
                        () -> PackageRoot.of(new InstalledPackages(List.of(folder.resolve("none")), List.of()), target))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("there is no folder");
    }
}
