package dev.jox.model.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which names an extension's symbols get. */
class NamespaceTest {
    private static final ModuleName MODULE = new ModuleName("pkg._fast");
    private static final String PREFIX = "jox_pkg__1fast.";

    @TempDir
    Path folder;

    @Test
    void definitionsAreOwnAndTheRestIsNot() throws IOException {
        Map<String, String> names = names(c("a.o", """
                int common_one; static int local_one; int helper(void) { return local_one++; }
                __attribute__((weak)) int weak_one(void) { return 1; }
                extern int PyModule_Create2(void *, int); extern int maybe(void) __attribute__((weak));
                int PyInit__fast(void) { return PyModule_Create2(0, 0) + (maybe ? maybe() : helper()); }
                int PyInit_other(void) { return 0; }
                """, "-fcommon"));
        assertThat(names)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "PyInit__fast", "jox_init_pkg__1fast",
                        "PyInit_other", PREFIX + "PyInit_other",
                        "helper", PREFIX + "helper",
                        "weak_one", PREFIX + "weak_one",
                        "common_one", PREFIX + "common_one"));
    }

    @Test
    void onlyTheInitFunctionIsSeenFromOutside() throws IOException {
        ObjectFile object = c("a.o", "int helper; int PyInit__fast(void) { return helper; }");
        Namespace namespace = Namespace.of(MODULE, List.of(object));
        ObjectFile renamed = (ObjectFile) LinkFiles.read("a.o", namespace.apply(object));
        assertThat(ElfObjectTest.symbol(renamed, PREFIX + "helper").visibility())
                .isEqualTo(Symbol.Visibility.HIDDEN);
        assertThat(ElfObjectTest.symbol(renamed, namespace.initFunction()).visibility())
                .isEqualTo(Symbol.Visibility.DEFAULT);
    }

    @Test
    void referencesToPersonalitiesFollowThem() throws IOException {
        String source = "struct S { ~S(); }; void g(); extern \"C\" int PyInit__fast() { S s; g(); return 0; }";
        ObjectFile object = Tool.named("g++").compile(folder, "a.o", source, "-fPIC");
        assertThat(object.groups()).extracting(Group::signature).contains("DW.ref.__gxx_personality_v0");
        assertThat(names(object)).doesNotContainKeys("DW.ref.__gxx_personality_v0", "__gxx_personality_v0");
        ObjectFile personality = c("p.o", "int __gxx_personality_v0(void) { return 0; }");
        assertThat(names(object, personality))
                .containsEntry("DW.ref.__gxx_personality_v0", "DW.ref." + PREFIX + "__gxx_personality_v0");
    }

    @Test
    void versionsAreGone() throws IOException {
        Map<String, String> names = names(c("d.o", """
                __asm__(".symver old_one,one@V1\\n.symver new_one,one@@V2");
                int old_one(void) { return 1; } int new_one(void) { return 2; }
                """), c("u.o", """
                __asm__(".symver explicit_one,one@V1\\n.symver copy,memcpy@GLIBC_2.2.5");
                int one(void); int explicit_one(void); void copy(void);
                int PyInit__fast(void) { copy(); return one() + explicit_one(); }
                """));
        assertThat(names)
                .containsEntry("one@@V2", PREFIX + "one")
                .containsEntry("one", PREFIX + "one")
                .containsEntry("one@V1", PREFIX + "one.V1")
                .doesNotContainKey("memcpy@GLIBC_2.2.5");
    }

    @Test
    void sectionsWithBoundsAreOwn() throws IOException {
        ObjectFile object = c("a.o", """
                extern int __start_hooks[], __stop_hooks[];
                __attribute__((section("hooks"), used)) static int hook = 1;
                __attribute__((section("others"), used)) static int other = 1;
                long PyInit__fast(void) { return __stop_hooks - __start_hooks; }
                """);
        Renaming renaming = Namespace.of(MODULE, List.of(object)).renaming();
        assertThat(renaming.sections()).isEqualTo(Map.of("hooks", "jox_pkg__1fast_hooks"));
        assertThat(renaming.symbols())
                .containsEntry("__start_hooks", "__start_jox_pkg__1fast_hooks")
                .containsEntry("__stop_hooks", "__stop_jox_pkg__1fast_hooks");
    }

    @Test
    void linkOnceSectionsFollowTheirSymbol() throws IOException {
        ObjectFile object = c("a.o", """
                __asm__(".section .gnu.linkonce.t.helper,\\"ax\\",@progbits\\n.weak helper\\nhelper: ret\\n.text");
                int PyInit__fast(void) { return 0; }
                """);
        assertThat(Namespace.of(MODULE, List.of(object)).renaming().sections())
                .isEqualTo(Map.of(".gnu.linkonce.t.helper", ".gnu.linkonce.t." + PREFIX + "helper"));
    }

    @Test
    void pointersOfWindowsFollowWhatTheyPointTo() throws IOException {
        ObjectFile object = Tool.zig("cc")
                .compile(folder, "a.obj", """
                extern int outside_data, own_data; __declspec(dllimport) int imported_own(void);
                __declspec(dllimport) int imported_outside(void);
                int PyInit__fast(void) { return outside_data + own_data + imported_own() + imported_outside(); }
                """, "-target", "x86_64-windows-gnu", "-O0", "-fno-sanitize=undefined");
        ObjectFile other = Tool.zig("cc")
                .compile(
                        folder,
                        "b.obj",
                        "int own_data = 1; int imported_own(void) { return 1; }",
                        "-target",
                        "x86_64-windows-gnu");
        assertThat(names(object, other))
                .containsEntry(".refptr.own_data", ".refptr." + PREFIX + "own_data")
                .containsEntry("__imp_imported_own", "__imp_" + PREFIX + "imported_own")
                .doesNotContainKeys(".refptr.outside_data", "__imp_imported_outside", "outside_data");
    }

    @Test
    void aModuleWithoutItsFunctionIsRefused() throws IOException {
        ObjectFile object = c("a.o", "int PyInit_fast(void) { return 0; }");
        assertThatThrownBy(() -> Namespace.of(MODULE, List.of(object)))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("pkg._fast has no function PyInit__fast, but PyInit_fast");
    }

    private Map<String, String> names(ObjectFile... objects) {
        return Namespace.of(MODULE, List.of(objects)).renaming().symbols();
    }

    private ObjectFile c(String name, String source, String... flags) throws IOException {
        return Tool.named("gcc").compile(folder, name, source, flags);
    }
}
