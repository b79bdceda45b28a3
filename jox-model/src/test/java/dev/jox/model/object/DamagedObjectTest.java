package dev.jox.model.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the bytes are, reading and renaming end with a result or an {@link ObjectFormatException}. */
class DamagedObjectTest {
    private static final String SOURCE = """
            template <class T> struct Box { T t; Box(T t) : t(t) {} virtual ~Box() {} };
            extern int needed; __attribute__((weak)) int soft(int n) { return n + needed; }
            extern "C" __attribute__((visibility("default"))) int entry(int n) { Box<int> b(n); throw b; return soft(n); }
            """;

    @TempDir
    Path folder;

    private int readable;
    private int damaged;

    @Test
    void elf() throws IOException {
        byte[] object = Tool.named("g++").compile(folder, "a.o", SOURCE, "-g").bytes();
        damage(object, 64);
        Files.write(folder.resolve("b.o"), object);
        Tool.named("ar").run(folder, "rcs", "lib.a", "a.o", "b.o");
        damage(Files.readAllBytes(folder.resolve("lib.a")), 200);
    }

    @Test
    void coff() throws IOException {
        ObjectFile object = Tool.zig("c++").compile(folder, "a.obj", SOURCE, "-target", "x86_64-windows-gnu");
        damage(object.bytes(), 60);
    }

    @Test
    void bigCoff() throws IOException {
        Files.writeString(folder.resolve("a.c"), "int f(void) { return 1; }");
        Tool.zig("cc").run(folder, "-target", "x86_64-windows-msvc", "-Wa,-mbig-obj", "-c", "a.c", "-o", "a.obj");
        damage(Files.readAllBytes(folder.resolve("a.obj")), 60);
    }

    private void damage(byte[] original, int header) {
        Random random = new Random(42);
        for (int length = 0; length < original.length; length += 1 + length / 97) {
            tryOut(Arrays.copyOf(original, length));
        }
        for (int i = 0; i < 5_000; i++) {
            byte[] data = original.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                // Every other time among the bytes that hold the structure: the file's head.
                int at = random.nextInt(random.nextBoolean() ? header : data.length);
                data[at] = random.nextBoolean() ? (byte) random.nextInt(256) : (byte) -1;
            }
            tryOut(data);
        }
        assertThat(readable).as("readable").isPositive();
        assertThat(damaged).as("damaged").isPositive();
    }

    private void tryOut(byte[] data) {
        try {
            use(LinkFiles.read("damaged", data));
            readable++;
        } catch (ObjectFormatException e) {
            assertThat(e).hasMessageStartingWith("damaged");
            damaged++;
        }
    }

    private static void use(LinkFile file) throws ObjectFormatException {
        if (file instanceof LinkFile.Archive archive) {
            for (LinkFile member : archive.members()) {
                use(member);
            }
        } else if (file instanceof ObjectFile object) {
            Map<String, String> names = new HashMap<>();
            Map<String, String> sections = new HashMap<>();
            object.symbols().forEach(symbol -> names.put(symbol.name(), "renamed." + symbol.name()));
            object.groups().forEach(group -> names.put(group.signature(), "renamed." + group.signature()));
            object.sections().forEach(section -> sections.put(section.name(), "renamed." + section.name()));
            object.renamed(new Renaming(names, sections, Set.copyOf(names.values())));
        }
    }
}
