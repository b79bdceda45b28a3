package dev.jox.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.JoxException;
import java.io.File;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterPropertiesTest {
    private static ParameterProperties with(Map<String, String> properties) {
        return new ParameterProperties(properties::get, new File("/project"));
    }

    @Test
    void fillsWhatThePomLeavesOpen() {
        PolicyParameters policy = with(Map.of(
                        "jox.policy.resourcesLocation", "filesystem-relative:lib", "jox.policy.includeTest", "true"))
                .fill(new PolicyParameters(), "jox.policy");

        assertThat(policy.resourcesLocation).isEqualTo("filesystem-relative:lib");
        assertThat(policy.includeTest).isTrue();
        assertThat(policy.allowFiles).isNull();
    }

    @Test
    void thePomWins() {
        PolicyParameters policy = new PolicyParameters();
        policy.resourcesLocation = "in-memory";

        with(Map.of("jox.policy.resourcesLocation", "filesystem-relative:lib")).fill(policy, "jox.policy");

        assertThat(policy.resourcesLocation).isEqualTo("in-memory");
    }

    @Test
    void relativeFilesAreRelativeToTheProject() {
        DistributionParameters distribution = with(Map.of("jox.distribution.file", "dist/python.tar.zst"))
                .fill(new DistributionParameters(), "jox.distribution");

        assertThat(distribution.file).isEqualTo(new File("/project/dist/python.tar.zst"));
    }

    @Test
    void saysWhichPropertyIsWrong() {
        ParameterProperties properties = with(Map.of("jox.policy.includeTest", "yes"));

        assertThatThrownBy(() -> properties.fill(new PolicyParameters(), "jox.policy"))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("-Djox.policy.includeTest=yes")
                .hasMessageContaining("true or false");
    }

    @Test
    void listsAreForThePomOnly() {
        ParameterProperties properties = with(Map.of("jox.policy.rules", "numpy"));

        assertThatThrownBy(() -> properties.fill(new PolicyParameters(), "jox.policy"))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("given in the pom");
    }
}
