package dev.jox.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.Flavor;
import dev.jox.model.JoxException;
import dev.jox.model.Target;
import dev.jox.model.distribution.DistributionRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said where jox knows no distribution. */
class CatalogueTest {
    @Test
    void staticForVisualCIsRefusedForTheOtherWindows() {
        DistributionRequest request = new DistributionRequest(
                Optional.empty(), Target.WINDOWS_MSVC, Flavor.STANDALONE_STATIC, new DistributionRequest.Default());
        assertThatThrownBy(() -> Fitness.checkRequest(request)).isInstanceOfSatisfying(JoxException.class, refused -> {
            assertThat(refused.problem()).contains("<flavor>", "standalone_static", "x86_64-pc-windows-msvc");
            assertThat(refused.hint()).contains("<target>x86_64-pc-windows-gnu</target>", "standalone_dynamic");
        });
    }

    @Test
    void staticWindowsNamesItsScriptAndTheEasyWay() {
        assertThatThrownBy(() -> find(Target.WINDOWS_GNU, Flavor.STANDALONE_STATIC))
                .isInstanceOfSatisfying(
                        JoxException.class,
                        refused -> assertThat(refused.hint())
                                .contains(
                                        "distributions/windows/build.sh",
                                        "x86_64-pc-windows-msvc",
                                        "standalone_dynamic"));
    }

    private static void find(Target target, Flavor flavor) {
        new Catalogue()
                .find(new DistributionRequest(Optional.empty(), target, flavor, new DistributionRequest.Default()));
    }
}
