package dev.jox.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.fetch.Cache;
import dev.jox.model.JoxException;
import dev.jox.model.Target;
import dev.jox.testing.Needs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolchainLibrariesTest {
    @TempDir
    Path folder;

    /** libc's, the C++ library's, the unwinder's, the compiler's own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "printf",
                "sin",
                "__cxa_throw",
                "_ZSt20__throw_length_errorPKc",
                "_Unwind_Resume",
                "__popcountdi2"
            })
    void whatTheSystemsCompilerLinksByItselfIsKnown(String symbol) {
        Needs.program("g++");
        Cache cache = new Cache(folder.resolve("cache"));
        Toolchain toolchain = new ToolchainFinder(
                        cache,
                        (project, version, sha256, target) -> {
                            throw JoxException.environment("the index does not answer", "try again later");
                        },
                        Map.of("PATH", System.getenv("PATH")))
                .find(ToolchainChoice.SYSTEM, Target.LINUX_GNU);
        List<String> names = new ToolchainLibraries(cache, line -> {})
                .providers(toolchain, false).stream()
                        .filter(provider -> provider.supplies().test(symbol))
                        .map(provider -> provider.name())
                        .toList();
        assertThat(names).isNotEmpty();
    }
}
