package dev.jox.model.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.Flavor;
import dev.jox.model.resource.Origin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleTest {
    private static final Subject LIBRARY = new Subject(
            "scikit_learn.libs/libgomp.so.1",
            Optional.empty(),
            new Origin(Origin.Kind.PACKAGE, "scikit-learn", "1.8.0"),
            ResourceType.SHARED_LIBRARY,
            1000);

    @Test
    void meetsEveryCriterion() {
        assertThat(matches(Rule.builder().packageName("Scikit_Learn").minimumSize(1000)))
                .isTrue();
        assertThat(matches(Rule.builder().packageName("scikit-learn").minimumSize(1001)))
                .isFalse();
        assertThat(matches(Rule.builder().packageName("scikit-learn").maximumSize(999)))
                .isFalse();
        assertThat(matches(Rule.builder().packageName("scikit"))).isFalse();
        assertThat(matches(Rule.builder().type(ResourceType.SHARED_LIBRARY))).isTrue();
        assertThat(matches(Rule.builder().type(ResourceType.FILE))).isFalse();
        assertThat(matches(Rule.builder().flavor(Flavor.STANDALONE_DYNAMIC))).isTrue();
        assertThat(matches(Rule.builder().flavor(Flavor.STANDALONE_STATIC))).isFalse();
    }

    @Test
    void needsSomethingToMatchAndSomethingToSet() {
        assertThatThrownBy(() -> Rule.builder().include(false).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("match, packageName, type, flavor, minimumSize, maximumSize");
        assertThatThrownBy(() -> Rule.builder().match("a.b").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("include, location, locationFallback, extension, source, bytecode");
        assertThatThrownBy(
                        () -> Rule.builder().match("a.b").bytecode(List.of(3)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown bytecode level 3; known are 0, 1, 2");
    }

    private static boolean matches(RuleBuilder rule) {
        return rule.include(true).build().matches(LIBRARY, Flavor.STANDALONE_DYNAMIC);
    }
}
