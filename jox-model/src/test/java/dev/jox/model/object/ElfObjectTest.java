package dev.jox.model.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.jox.model.object.LinkFile.Reason;
import dev.jox.model.object.LinkFile.Refused;
import dev.jox.model.object.Symbol.Binding;
import dev.jox.model.object.Symbol.Kind;
import dev.jox.model.object.Symbol.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElfObjectTest {
    @TempDir
    Path folder;

    @Test
    void readsBindingsAndPlaces() throws IOException {
        ObjectFile object = Tool.named("gcc").compile(folder, "a.o", """
                extern int needed(void);
                extern int maybe(void) __attribute__((weak));
                __attribute__((visibility("hidden"))) int hidden_one;
                int tentative;
                __attribute__((weak)) int weak_one(void) { return needed(); }
                static int mine(void) { return maybe ? maybe() : 0; }
                int (*pointer)(void) = mine;
                """, "-fcommon", "-O0");
        assertThat(object.symbols())
                .extracting(Symbol::name, Symbol::binding, Symbol::kind, Symbol::visibility)
                .contains(
                        tuple("needed", Binding.GLOBAL, Kind.UNDEFINED, Visibility.DEFAULT),
                        tuple("maybe", Binding.WEAK, Kind.UNDEFINED, Visibility.DEFAULT),
                        tuple("hidden_one", Binding.GLOBAL, Kind.COMMON, Visibility.HIDDEN),
                        tuple("tentative", Binding.GLOBAL, Kind.COMMON, Visibility.DEFAULT),
                        tuple("weak_one", Binding.WEAK, Kind.DEFINED, Visibility.DEFAULT),
                        tuple("mine", Binding.LOCAL, Kind.DEFINED, Visibility.DEFAULT),
                        tuple("pointer", Binding.GLOBAL, Kind.DEFINED, Visibility.DEFAULT));
        assertThat(object.symbols().stream().filter(Symbol::required))
                .extracting(Symbol::name)
                .containsExactly("needed");
        Symbol pointer = symbol(object, "pointer");
        assertThat(object.sections().get(pointer.section()).name()).startsWith(".data");
    }

    @Test
    void readsGroupsWithLocalSignatures() throws IOException {
        ObjectFile object = Tool.named("g++").compile(folder, "a.o", """
                struct Shape { virtual ~Shape() {} Shape() {} int n = 4; };
                template <class T> T twice(T t) { static T kept = t; return kept + t; }
                Shape make() { return Shape(); }
                int two() { return twice(1); }
                """, "-O0");
        assertThat(object.groups()).extracting(Group::signature).contains("_Z5twiceIiET_S0_", "_ZN5ShapeC5Ev");
        Symbol constructors = symbol(object, "_ZN5ShapeC5Ev");
        assertThat(constructors.binding()).isEqualTo(Binding.LOCAL);
        assertThat(object.symbols())
                .filteredOn(symbol -> symbol.binding() == Binding.UNIQUE)
                .extracting(Symbol::name)
                .contains("_ZZ5twiceIiET_S0_E4kept");
        assertThat(object.groups())
                .allSatisfy(group -> assertThat(group.sections())
                        .isNotEmpty()
                        .allSatisfy(section -> assertThat(
                                        object.sections().get(section).name())
                                .isNotEmpty()));
    }

    @Test
    void readsAndRenamesWithMoreSectionsThanSixteenBitsCount() throws IOException {
        StringBuilder source = new StringBuilder();
        for (int i = 0; i < 66_000; i++) {
            source.append(".section .t")
                    .append(i)
                    .append(",\"ax\"\n.globl f")
                    .append(i)
                    .append("\nf")
                    .append(i);
            source.append(": .quad f").append((i + 1) % 66_000).append('\n');
        }
        Files.writeString(folder.resolve("many.s"), source);
        Tool.named("as").run(folder, "many.s", "-o", "many.o");
        ObjectFile object = (ObjectFile) LinkFiles.read(folder.resolve("many.o"));
        Symbol last = symbol(object, "f65999");
        assertThat(object.sections().get(last.section()).name()).isEqualTo(".t65999");

        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < 66_000; i++) {
            names.put("f" + i, "renamed" + i);
        }
        byte[] renamed = object.renamed(new Renaming(names, Map.of(".t65999", ".last"), java.util.Set.of()));
        ObjectFile again = (ObjectFile) LinkFiles.read("renamed.o", renamed);
        assertThat(again.sections().get(symbol(again, "renamed65999").section()).name())
                .isEqualTo(".last");
        assertThat(again.symbols()).hasSize(66_000).allMatch(s -> s.name().startsWith("renamed"));
        Files.write(folder.resolve("renamed.o"), renamed);
        assertThat(Tool.named("nm").run(folder, "renamed.o")).contains(" T renamed65999");
    }

    @Test
    void refusesSlimLtoAndTakesFat() throws IOException {
        Tool gcc = Tool.named("gcc");
        Files.writeString(folder.resolve("l.c"), "int f(void) { return 1; }\n");
        gcc.run(folder, "-flto", "-fno-fat-lto-objects", "-c", "l.c", "-o", "slim.o");
        gcc.run(folder, "-flto", "-ffat-lto-objects", "-c", "l.c", "-o", "fat.o");
        assertThat(LinkFiles.read(folder.resolve("slim.o")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.GCC_LTO));
        assertThat(LinkFiles.read(folder.resolve("fat.o"))).isInstanceOf(ElfObject.class);
    }

    @Test
    void refusesBitcodeAndLinkedFiles() throws IOException {
        Files.writeString(folder.resolve("l.c"), "int f(void) { return 1; }\n");
        Tool.named("gcc").run(folder, "-shared", "l.c", "-o", "l.so");
        assertThat(reason("l.so")).isEqualTo(Reason.LINKED);
        Tool.zig("cc").run(folder, "-target", "x86_64-linux-musl", "-flto", "-c", "l.c", "-o", "bitcode.o");
        assertThat(reason("bitcode.o")).isEqualTo(Reason.LLVM_BITCODE);
    }

    @Test
    void namesOtherFormatsAndTexts() throws IOException {
        assertThat(LinkFiles.read(
                        "x",
                        "GROUP ( libc.so.6 AS_NEEDED ( ld.so ) )\n"
                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo(new Refused("x", Reason.TEXT, ""));
        assertThat(LinkFiles.read("x", new byte[] {1, 2, 3})).isEqualTo(new Refused("x", Reason.UNKNOWN, ""));
        byte[] elf32 = new byte[64];
        System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F', 1, 1}, 0, elf32, 0, 6);
        assertThat(((Refused) LinkFiles.read("x", elf32)).reason()).isEqualTo(Reason.OTHER_FORMAT);
    }

    private Reason reason(String file) throws IOException {
        return ((Refused) LinkFiles.read(folder.resolve(file))).reason();
    }

    static Symbol symbol(ObjectFile object, String name) {
        return object.symbols().stream()
                .filter(symbol -> symbol.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no symbol " + name + " in " + object.name()));
    }
}
