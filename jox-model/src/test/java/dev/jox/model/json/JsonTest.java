package dev.jox.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.Content;
import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.Sha256;
import dev.jox.model.plan.Location;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import dev.jox.model.resource.LibraryNeed;
import dev.jox.model.resource.LinkItem;
import dev.jox.model.resource.LinkableExtension;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.Resource;
import dev.jox.model.resource.ResourceCollection;
import dev.jox.model.resource.SourceBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {
    private static final Sha256 DIGEST = Sha256.of("x");
    private static final Origin ORIGIN = new Origin(Origin.Kind.PACKAGE, "click", "8.1");
    private static final Content CONTENT = new Content(Path.of("/cache/init.py"), 12, DIGEST);

    @TempDir
    Path folder;

    private static final LinkableExtension LINKABLE = new LinkableExtension(
            "pkg/_fast.so",
            ORIGIN,
            new ModuleName("pkg._fast"),
            false,
            Optional.of("PyInit__fast"),
            List.of(
                    new LinkItem.File(Path.of("/b/a.o"), Path.of("/cache/a.o"), false),
                    new LinkItem.Library("z", List.of(), false, true),
                    new LinkItem.Option(List.of("-pthread"))),
            "from pkg-1.tar.gz by gcc 12",
            List.of("MIT"),
            DIGEST);

    @Test
    void collectionsComeBackAsTheyWere() throws IOException {
        ResourceCollection collection = new ResourceCollection(
                DIGEST,
                List.of(new Resource.ModuleSource(
                        "click/__init__.py", ORIGIN, CONTENT, new ModuleName("click"), true, false)),
                List.of(),
                Map.of("bad.py", "invalid syntax"),
                List.of(new LibraryNeed("a.so", "libz.so.1", new LibraryNeed.Missing(List.of("/lib"), ""))),
                Map.of("_bz2.so", List.of(new ModuleName("app"), new ModuleName("_bz2"))),
                List.of(LINKABLE),
                List.of(new SourceBuild(ORIGIN, "click-8.1.tar.gz", DIGEST, List.of("flit-core==3.12.0"))),
                List.of("a note"));

        assertThat(Json.parse(Json.text(collection), ResourceCollection.class)).isEqualTo(collection);
    }

    @Test
    void plansComeBackAsTheyWere() throws IOException {
        Plan plan = new Plan(
                DIGEST,
                List.of(new Planned.PlannedModule(
                        "click/__init__.py",
                        ORIGIN,
                        new Location.FilesystemRelative("lib"),
                        "rule 1",
                        new ModuleName("click"),
                        true,
                        Optional.of(CONTENT),
                        Map.of(0, CONTENT))),
                List.of(),
                List.of("click/__init__.py"),
                Optional.of(new Plan.GlibcFloor("2.17", "a.so")),
                List.of());

        assertThat(Json.parse(Json.text(plan), Plan.class)).isEqualTo(plan);
    }

    @Test
    void filesOfAnotherFormAreNoValue() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), "{\"digest\": 3}");

        assertThat(Json.readIfValid(file, Plan.class)).isEmpty();
    }

    @Test
    void aDamagedFileIsNamedWithItsRemedy(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), "{\"entr");
        assertThatThrownBy(() -> Json.read(file, Plan.class))
                .isInstanceOf(JoxException.class)
                .hasMessageContainingAll(file.toString(), "damaged", "delete it");
        assertThat(Json.readIfValid(file, Plan.class)).isEmpty();
    }
}
