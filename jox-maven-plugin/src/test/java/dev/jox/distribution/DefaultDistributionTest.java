package dev.jox.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.fetch.Cache;
import dev.jox.model.Flavor;
import dev.jox.model.ModuleName;
import dev.jox.model.Target;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.DistributionRequest;
import dev.jox.model.distribution.Libpython;
import dev.jox.model.distribution.StandardExtension;
import dev.jox.model.distribution.WantedPython;
import dev.jox.testing.DefaultPythons;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default artifacts. */
class DefaultDistributionTest {
    @TempDir
    Path folder;

    @Test
    void theArtifactIsUnpackedAndDescribed() throws IOException {
        DistributionRequest request = new DistributionRequest(
                Optional.of(new WantedPython("3.14")),
                Target.LINUX_GNU,
                Flavor.STANDALONE_DYNAMIC,
                new DistributionRequest.Default());

        Distribution distribution = DefaultPythons.resolve(DefaultPythons.NEWEST, new Cache(folder.resolve("cache")));
        Distribution again = new Resolving(folder).resolve(request);
        assertThat(again).isEqualTo(distribution);
        assertThat(distribution.version()).hasToString("3.14.3");
        assertThat(distribution.interpreter().orElseThrow()).isExecutable().startsWith(distribution.root());
        assertThat(distribution.include().resolve("Python.h")).exists();
        assertThat(distribution.standardLibrary().resolve("os.py")).exists();
        assertThat(distribution.cacheTag()).isEqualTo("cpython-314");
        assertThat(distribution.extensionSuffixes())
                .contains(".so")
                .first()
                .asString()
                .contains("x86_64-linux-gnu");
        assertThat(distribution.libpython()).isInstanceOfSatisfying(Libpython.SharedElf.class, libpython -> {
            assertThat(libpython.soname()).isEqualTo("libpython3.14.so.1.0");
            assertThat(libpython.file()).exists().startsWith(distribution.root());
        });
        StandardExtension ssl = extension(distribution, "_ssl");
        assertThat(ssl.builtIn()).isFalse();
        assertThat(ssl.initFunction()).isEqualTo("PyInit__ssl");
        assertThat(ssl.links()).contains("ssl", "crypto");
        assertThat(ssl.licenses()).containsExactly("Apache-2.0");
        assertThat(extension(distribution, "math").links()).isEmpty();
        assertThat(extension(distribution, "sys").builtIn()).isTrue();
        assertThat(extension(distribution, "posix").required()).isTrue();
    }

    private static StandardExtension extension(Distribution distribution, String name) {
        return distribution.extensions().stream()
                .filter(e -> e.name().equals(new ModuleName(name)))
                .findFirst()
                .orElseThrow();
    }
}
