package dev.jox.model.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.ModuleName;
import org.junit.jupiter.api.Test;

class RunTest {
    @Test
    void entryPointsAreParsed() {
        assertThat(Run.EntryPoint.parse(" pkg.mod : Class.main ".strip()))
                .isEqualTo(new Run.EntryPoint(new ModuleName("pkg.mod"), "Class.main"));
        for (String wrong : new String[] {"pkg.mod", ":main", "pkg:"}) {
            assertThatThrownBy(() -> Run.EntryPoint.parse(wrong)).hasMessageContaining(wrong);
        }
    }
}
