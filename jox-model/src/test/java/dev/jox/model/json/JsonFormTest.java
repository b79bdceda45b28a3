package dev.jox.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.model.distribution.Distribution;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonFormTest {
    enum Colour {
        RED,
        GREEN
    }

    sealed interface Shape {}

    record Circle(int radius) implements Shape {}

    record Group(Map<String, List<Shape>> shapes, Optional<Group> parent) implements Shape {}

    record Painted(Group group, Colour[] colours) {}

    @Test
    void everythingThatAValueIsMadeOfIsNamed() {
        assertThat(Json.form(Painted.class))
                .contains("radius int", "parent java.util.Optional", "$Circle", "RED, GREEN", "colours ")
                .doesNotContain("interface");
    }

    @Test
    void formsOfTypesThatAreReachedByListsOrKindsAreIncluded() {
        assertThat(Json.form(Distribution.class))
                .contains("StandardExtension[", "Libpython[", "SharedElf[", "LinkableCore[");
    }

    @Test
    void aTypeHasOneForm() {
        assertThat(Json.form(Painted.class)).isEqualTo(Json.form(Painted.class)).isNotEqualTo(Json.form(Group.class));
    }
}
