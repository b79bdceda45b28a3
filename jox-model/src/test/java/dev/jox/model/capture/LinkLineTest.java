package dev.jox.model.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.jox.model.resource.LinkItem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkLineTest {
    private final List<LinkRecord.Input> inputs = new ArrayList<>();

    @Test
    void filesLibrariesAndOptionsKeepTheirOrder() {
        input(1, "/b/a.o");
        input(5, "/b/libown.a");
        assertThat(items("cc", "-shared", "a.o", "-pthread", "-L", "build", "-lown", "-lz", "-o", "x.so"))
                .containsExactly(
                        option("-shared"),
                        file("/b/a.o", false),
                        option("-pthread"),
                        option("-L", "build"),
                        new LinkItem.Library("own", List.of(file("/b/libown.a", false)), false, false),
                        new LinkItem.Library("z", List.of(), false, false),
                        option("-o", "x.so"));
    }

    @Test
    void wholeArchivesInEveryWriting() {
        input(1, "/b/a.a");
        input(3, "/b/b.a");
        input(3, "/b/c.a");
        input(6, "/b/d.a");
        assertThat(items(
                        "cc",
                        "-Wl,--whole-archive",
                        "a.a",
                        "-Wl,--no-whole-archive",
                        "-Wl,b.a,--whole-archive,c.a,--no-whole-archive",
                        "-Xlinker",
                        "--whole-archive",
                        "d.a"))
                .containsExactly(
                        file("/b/a.a", true), file("/b/b.a", false), file("/b/c.a", true), file("/b/d.a", true));
    }

    @Test
    void staticLibrariesUntilDynamicOnesAgain() {
        assertThat(items(
                        "cc",
                        "-Wl,-Bstatic",
                        "-lx",
                        "-Wl,-Bdynamic",
                        "-ly",
                        "-Wl,--push-state,-Bstatic",
                        "-lz",
                        "-Wl,--pop-state",
                        "-lw"))
                .extracting(item -> ((LinkItem.Library) item).staticOnly())
                .containsExactly(true, false, true, false);
        assertThat(items("ld", "-shared", "-Bstatic", "-lx", "-l", "y"))
                .filteredOn(LinkItem.Library.class::isInstance)
                .extracting(item -> ((LinkItem.Library) item).name(), item -> ((LinkItem.Library) item).staticOnly())
                .containsExactly(tuple("x", true), tuple("y", true));
    }

    @Test
    void otherLinkerOptionsAreKept() {
        assertThat(items("cc", "-Wl,-rpath,$ORIGIN,--whole-archive,-z,now", "-Wl,-soname,x"))
                .containsExactly(option("-Wl,-rpath,$ORIGIN,-z,now"), option("-Wl,-soname,x"));
    }

    @Test
    void exactNames() {
        input(0, "/b/libx.a");
        assertThat(items("cc", "-l:libx.a"))
                .containsExactly(new LinkItem.Library(":libx.a", List.of(file("/b/libx.a", false)), false, false));
    }

    private void input(int index, String path) {
        inputs.add(new LinkRecord.Input(index, Path.of(path), copy(path), false));
    }

    private static Path copy(String path) {
        return Path.of("/records" + path);
    }

    private List<LinkItem> items(String tool, String... arguments) {
        return LinkLine.of(new LinkRecord(
                Path.of("/records"),
                tool,
                Path.of("/b"),
                List.of(arguments),
                Path.of("/b/x.so"),
                Path.of("/records/x.so"),
                inputs));
    }

    private static LinkItem.File file(String path, boolean whole) {
        return new LinkItem.File(Path.of(path), copy(path), whole);
    }

    private static LinkItem option(String... arguments) {
        return new LinkItem.Option(List.of(arguments));
    }
}
