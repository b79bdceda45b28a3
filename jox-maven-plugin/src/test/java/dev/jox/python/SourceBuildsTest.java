package dev.jox.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.model.ModuleName;
import dev.jox.model.resource.LinkItem;
import dev.jox.model.resource.LinkableExtension;
import dev.jox.model.spec.PackagesRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages of the index, each built by another kind of build, by the machine's compiler. */
class SourceBuildsTest {
    private final PythonLog log = new PythonLog() {
        @Override
        public void step(String what) {}

        @Override
        public void detail(String line) {
            if (System.getProperty("jox.test.verbose") != null) {
                System.out.println(line);
            }
        }
    };

    /** The packages of a request whose wheels are not taken. */
    private List<ResolvedPackage> build(String requirement, String project) {
        PackagesRequest request = new PackagesRequest(
                List.of(requirement),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of("--no-deps", "--no-binary=" + project),
                Map.of());
        return new Packages(TestDistribution.CACHE, Compilation.with(TestDistribution::toolchain), log)
                .resolve(
                        Pythons.same(TestDistribution.get()),
                        request,
                        List.of(),
                        Packages.Freshness.KEEP,
                        wheel -> Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        // C by setuptools; a build_ext of its own that lets it fail
        "markupsafe==3.0.3, markupsafe, markupsafe._speedups",
    })
    void extensionsAreCapturedWithTheirObjects(String requirement, String project, String module) {
        List<ResolvedPackage> packages = build(requirement, project);
        assertThat(packages).hasSize(1);
        ResolvedPackage built = packages.get(0);
        assertThat(built.linkable()).extracting(LinkableExtension::name).contains(new ModuleName(module));
        LinkableExtension extension = built.linkable().stream()
                .filter(e -> e.name().equals(new ModuleName(module)))
                .findFirst()
                .orElseThrow();
        assertThat(built.contents().files()).anyMatch(file -> file.path().equals(extension.path()));
        List<Path> objects = extension.items().stream()
                .filter(LinkItem.File.class::isInstance)
                .map(item -> ((LinkItem.File) item).copy())
                .toList();
        assertThat(objects)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file)
                        .isRegularFile()
                        .startsWith(TestDistribution.CACHE.root().resolve("source-builds")));
        assertThat(extension.build()).contains(".tar.gz");
    }
}
