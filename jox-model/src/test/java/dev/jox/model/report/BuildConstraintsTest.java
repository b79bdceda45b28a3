package dev.jox.model.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.model.Sha256;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.SourceBuild;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildConstraintsTest {
    private static SourceBuild build(String project, String... requirements) {
        return new SourceBuild(
                new Origin(Origin.Kind.PACKAGE, project, "1"),
                project + "-1.tar.gz",
                Sha256.of(project),
                List.of(requirements));
    }

    @Test
    void whatAllBuildsAgreeOnIsAConstraint() {
        assertThat(BuildConstraints.of(List.of(
                        build("b", "setuptools==80.9.0", "wheel==0.45.1"),
                        build("a", "cython==3.1.4", "setuptools==80.9.0"))))
                .containsExactly(
                        "# What these were built with: a-1.tar.gz, b-1.tar.gz",
                        "cython==3.1.4",
                        "setuptools==80.9.0",
                        "wheel==0.45.1");
    }

    @Test
    void whatTheyDoNotAgreeOnIsSaid() {
        assertThat(BuildConstraints.of(List.of(build("a", "setuptools==59.8.0"), build("b", "setuptools==80.9.0"))))
                .contains("# setuptools: 59.8.0 for a-1.tar.gz; 80.9.0 for b-1.tar.gz")
                .noneMatch(line -> line.startsWith("setuptools"));
    }
}
