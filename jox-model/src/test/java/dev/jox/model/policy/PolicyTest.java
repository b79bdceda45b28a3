package dev.jox.model.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.json.Json;
import dev.jox.model.plan.Location;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyTest {
    @Test
    void defaultsPutEverythingIntoTheExecutable() {
        Policy policy = Policy.defaults();

        assertThat(policy.resourcesLocation()).isEqualTo(Location.IN_MEMORY);
        assertThat(policy.resourcesLocationFallback()).contains(new Location.FilesystemRelative("lib"));
        assertThat(policy.allowInMemorySharedLibraryLoading()).isTrue();
        assertThat(policy.extensionModuleFilter()).isEqualTo(ExtensionModuleFilter.ALL);
        assertThat(policy.bytecodeLevels()).containsExactly(0);
        assertThat(policy.includeDistributionSources()).isTrue();
        assertThat(policy.includeNonDistributionSources()).isTrue();
        assertThat(policy.includeDistributionResources()).isTrue();
        assertThat(policy.includeClassifiedResources()).isTrue();
        assertThat(policy.includeTest()).isFalse();
        assertThat(policy.allowFiles()).isFalse();
        assertThat(policy.includeFileResources()).isFalse();
        assertThat(policy.fileScannerClassifyFiles()).isTrue();
        assertThat(policy.fileScannerEmitFiles()).isFalse();
    }

    @Test
    void namesTheValuesThatExist() {
        assertThatThrownBy(() -> ExtensionModuleFilter.parse("some"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "unknown extension module filter 'some'; known are all, minimal, no-libraries, no-copyleft");
        assertThatThrownBy(() -> ExtensionMode.parse("shared"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown extension mode 'shared'; known are built-in, standalone, auto");
        assertThatThrownBy(() -> ResourceHandlingMode.parse("both"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown resource handling mode 'both'; known are classify, files");
        assertThatThrownBy(() -> ResourceType.parse("module"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("unknown resource type 'module'; known are module-source, module-bytecode");
        assertThatThrownBy(() -> Policy.parseFallback("disk"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown location 'disk'; known are in-memory and filesystem-relative:<folder>, or none");
        assertThat(Policy.parseFallback("none")).isEmpty();
    }

    @Test
    void compilesForRulesToo() {
        Policy policy = Policy.builder()
                .bytecodeOptimizeLevelZero(false)
                .bytecodeOptimizeLevelOne(true)
                .rules(List.of(Rule.builder().match("a.**").bytecode(List.of(2)).build()))
                .build();

        assertThat(policy.bytecodeLevels()).containsExactly(1);
        assertThat(policy.compiledLevels()).containsExactly(1, 2);
    }

    @Test
    void isTheSameAfterJson() throws IOException {
        Policy policy = Policy.builder()
                .extensionModuleFilter(ExtensionModuleFilter.NO_COPYLEFT)
                .preferredExtensionModuleVariants(Map.of("readline", "libedit", "_dbm", "bdb"))
                .resourcesLocation(new Location.FilesystemRelative("."))
                .resourcesLocationFallback(Optional.empty())
                .rules(List.of(Rule.builder()
                        .match("numpy.**")
                        .packageName("numpy")
                        .type(ResourceType.EXTENSION_MODULE)
                        .minimumSize(10)
                        .include(true)
                        .location(Location.IN_MEMORY)
                        .extension(ExtensionMode.STANDALONE)
                        .source(false)
                        .bytecode(List.of(0, 1))
                        .build()))
                .build();

        assertThat(Json.parse(Json.text(policy), Policy.class)).isEqualTo(policy);
    }
}
