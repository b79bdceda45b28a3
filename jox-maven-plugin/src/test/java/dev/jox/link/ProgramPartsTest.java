package dev.jox.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.Flavor;
import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.PythonVersion;
import dev.jox.model.Sha256;
import dev.jox.model.Target;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.Libpython;
import dev.jox.model.distribution.LinkableCore;
import dev.jox.model.distribution.StandardExtension;
import dev.jox.model.plan.Location;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import dev.jox.model.resource.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramPartsTest {
    private static final Path TABLE = Path.of("/python/config.o");

    @TempDir
    Path libraries;

    private final List<StandardExtension> extensions = new ArrayList<>();

    @Test
    void takesTheChosenVariantWithItsLibraries() throws IOException {
        Path edit = Files.writeString(libraries.resolve("libedit.a"), "");
        extension("readline", "default", List.of("readline"), Optional.empty());
        extension("readline", "libedit", List.of("edit", "curses"), Optional.empty());
        extension("sys", "default", List.of(), Optional.empty());

        ProgramParts parts = parts(core(Optional.of(TABLE)), planned("readline", "libedit"));

        assertThat(parts.objects()).containsExactly(Path.of("/python/core.o"), Path.of("/python/readline-libedit.o"));
        assertThat(parts.archives()).containsExactly(edit);
        assertThat(parts.libraries()).containsExactly("curses", "m");
        assertThat(parts.modules()).containsOnlyKeys("readline").containsValue("PyInit_readline");
    }

    @Test
    void aCoreWithATableOfItsOwnGetsNoOther() {
        extension("readline", "default", List.of(), Optional.empty());
        assertThat(parts(core(Optional.empty()), planned("readline", "default")).modules())
                .isEmpty();
    }

    @Test
    void whatCannotBeLinkedIsRefusedByName() {
        extension(
                "_sha2",
                "default",
                List.of(),
                Optional.of("Hacl_Hash, needed by sha2module.o, is in none of the files"));
        assertThatThrownBy(() -> parts(core(Optional.of(TABLE)), planned("_sha2", "default")))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("_sha2")
                .hasMessageContaining("Hacl_Hash");
    }

    private ProgramParts parts(LinkableCore core, Planned... planned) {
        Plan plan = new Plan(Sha256.of("plan"), List.of(planned), List.of(), List.of(), Optional.empty(), List.of());
        return ProgramParts.of(plan, distribution(core), core);
    }

    private static LinkableCore core(Optional<Path> table) {
        return new LinkableCore(List.of(Path.of("/python/core.o")), List.of("m"), table, Optional.empty(), List.of());
    }

    private static PlannedBuiltIn planned(String name, String variant) {
        return new PlannedBuiltIn(
                name,
                new Origin(Origin.Kind.DISTRIBUTION, "python", "3.13.5"),
                Location.IN_MEMORY,
                "",
                new ModuleName(name),
                false,
                "PyInit_" + name,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                variant);
    }

    private void extension(String name, String variant, List<String> links, Optional<String> defect) {
        extensions.add(new StandardExtension(
                new ModuleName(name),
                variant,
                Optional.empty(),
                "PyInit_" + name,
                List.of(Path.of("/python/" + name + "-" + variant + ".o")),
                links,
                List.of(),
                List.of(),
                false,
                false,
                defect));
    }

    private Distribution distribution(LinkableCore core) {
        Path python = Path.of("/python");
        return new Distribution(
                "python.tar.zst",
                Sha256.of("python"),
                PythonVersion.parse("3.13.5"),
                Target.LINUX_MUSL,
                Flavor.STANDALONE_STATIC,
                python,
                Optional.empty(),
                new Libpython.StaticArchive(python.resolve("libpython.a")),
                python,
                python,
                List.of(),
                List.of(libraries),
                extensions,
                "cpython-313",
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(core));
    }
}
