package dev.jox.model.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.Content;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.Target.ObjectFormat;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayersTest {
    private static final Origin APPLICATION = new Origin(Origin.Kind.APPLICATION, "app", "1");
    private static final Origin STANDARD = new Origin(Origin.Kind.DISTRIBUTION, "python", "3.14.3");

    /** Files whose content says whose they are. */
    private static List<Resource> files(Origin origin, String... paths) {
        List<FoundFile> files = Arrays.stream(paths)
                .map(path -> new FoundFile(
                        path,
                        new Content(Path.of("/" + origin.name(), path), 1, Sha256.of(origin + path)),
                        false,
                        Optional.empty()))
                .toList();
        return new Classifier(List.of(".so"), ObjectFormat.ELF)
                .classify(files, origin)
                .resources();
    }

    private static Origin wheel(String name) {
        return new Origin(Origin.Kind.PACKAGE, name, "1");
    }

    private static List<String> words(Classifier.Result result) {
        return result.resources().stream()
                .map(resource -> resource.path() + " of " + resource.origin().name())
                .toList();
    }

    @Test
    void whoHasATopLevelPackageHasAllOfIt() {
        Classifier.Result merged = Layers.merge(
                List.of(files(APPLICATION, "yaml/__init__.py", "space/own.py")),
                files(STANDARD, "json/__init__.py"),
                List.of(files(
                        wheel("pyyaml"), "yaml/__init__.py", "yaml/loader.py", "json/extra.py", "space/theirs.py")));
        assertThat(words(merged))
                .containsExactly(
                        "json/__init__.py of python",
                        "space/own.py of app",
                        "space/theirs.py of pyyaml",
                        "yaml/__init__.py of app");
        assertThat(merged.notes())
                .containsExactly(
                        "json of pyyaml 1 is left out: the application or the standard library has its own",
                        "yaml of pyyaml 1 is left out: the application or the standard library has its own");
    }

    @Test
    void theApplicationGoesBeforeTheStandardLibrary() {
        Classifier.Result merged =
                Layers.merge(List.of(files(APPLICATION, "random.py")), files(STANDARD, "random.py"), List.of());
        assertThat(words(merged)).containsExactly("random.py of app");
        assertThat(merged.notes()).containsExactly("random of python 3.14.3 is left out: the application has its own");
    }

    @Test
    void twoPackagesWithTheSameFileClash() {
        assertThatThrownBy(() -> Layers.merge(
                        List.of(), List.of(), List.of(files(wheel("a"), "ns/mod.py"), files(wheel("b"), "ns/mod.py"))))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("a 1 and b 1 both bring ns/mod.py");
    }

    @Test
    void theSameContentIsNoClashAndStrayTestsAreTolerated() {
        List<Resource> first = files(wheel("a"), "ns/mod.py", "tests/test_x.py");
        Resource same =
                new Resource.FileResource("ns/mod.py", wheel("b"), first.get(0).content(), false);
        Classifier.Result merged =
                Layers.merge(List.of(), List.of(), List.of(first, List.of(same), files(wheel("c"), "tests/test_x.py")));
        assertThat(words(merged)).containsExactly("ns/mod.py of a", "tests/test_x.py of a");
        assertThat(merged.notes()).containsExactly("tests/test_x.py of c 1 is left out: a 1 has another file there");
    }
}
