package dev.jox.model.object;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.model.object.LinkFile.Archive;
import dev.jox.model.object.LinkFile.Import;
import dev.jox.model.object.LinkFile.Reason;
import dev.jox.model.object.LinkFile.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosureTest {
    private static final Provider LIBC = Provider.of("libc", Set.of("strlen", "malloc"));

    @TempDir
    Path folder;

    @Test
    void pullsMembersThatAreNeededAndNoOthers() throws IOException {
        ObjectFile main = c(
                "main.o",
                "int a(void); unsigned long strlen(const char *); int m(char *p) { return a() + strlen(p); }");
        // Each needs the other's archive, and b needs one of the archive that came first.
        Archive first = new Archive(
                "first.a",
                List.of(
                        c("a.o", "int b(void); int a(void) { return b(); }"),
                        c("unneeded.o", "int nowhere(void); int u(void) { return nowhere(); }"),
                        c("c.o", "int c(void) { return 1; }")));
        Archive second = new Archive("second.a", List.of(c("b.o", "int c(void); int b(void) { return c(); }")));
        Closure closure = Closure.of(List.of(main, first, second), List.of(LIBC));
        assertThat(closure.objects()).extracting(this::file).containsExactly("main.o", "a.o", "c.o", "b.o");
        assertThat(closure.outside()).containsExactly(entry("strlen", "libc"));
        assertThat(closure.closed()).isTrue();
    }

    @Test
    void namesEachGapWithItsObjectsAndAHint() throws IOException {
        ObjectFile a = c("a.o", "int inflate(void *, int); int f(void) { return inflate(0, 0); }");
        ObjectFile b =
                c("b.o", "int inflate(void *, int); int other(void); int g(void) { return inflate(0, 1) + other(); }");
        ObjectFile cpp = Tool.named("g++").compile(folder, "c.o", "int other(void) { return 1; }");
        Closure closure = Closure.of(List.of(a, b, cpp), List.of(LIBC));
        assertThat(closure.closed()).isFalse();
        assertThat(closure.missing()).extracting(Missing::symbol).containsExactly("inflate", "other");
        assertThat(closure.missing().get(0).neededBy()).containsExactly(a.name(), b.name());
        assertThat(closure.missing().get(0).hint()).contains("libz");
        assertThat(closure.missing().get(1).hint()).contains("extern \"C\"");
    }

    @Test
    void weakReferencesStayOpenAndUnusedOnesDoNotCount() throws IOException {
        ObjectFile object = c("a.o", """
                extern int maybe(void) __attribute__((weak));
                int f(void) { return maybe ? maybe() : 0; }
                __asm__(".globl declared_only");
                """);
        Closure closure = Closure.of(List.of(object), List.of());
        assertThat(closure.open()).containsExactly("maybe");
        assertThat(closure.closed()).isTrue();
    }

    @Test
    void linkersMakeSomeSymbols() throws IOException {
        ObjectFile object = c("a.o", """
                extern int __start_hooks[], __stop_hooks[], __start_absent[];
                extern char __ehdr_start[];
                __attribute__((section("hooks"), used)) static int hook = 1;
                long f(void) { return __stop_hooks - __start_hooks + (long) __ehdr_start + __start_absent[0]; }
                """);
        Closure closure = Closure.of(List.of(object), List.of());
        assertThat(closure.missing()).extracting(Missing::symbol).containsExactly("__start_absent");
    }

    @Test
    void versionsAreFound() throws IOException {
        ObjectFile definition = c("d.o", """
                __asm__(".symver old_one,one@V1\\n.symver new_one,one@@V2");
                int old_one(void) { return 1; } int new_one(void) { return 2; }
                """);
        ObjectFile use = c("u.o", """
                __asm__(".symver explicit_one,one@V1\\n.symver copy,memcpy@GLIBC_2.2.5");
                int one(void); int explicit_one(void); void copy(void);
                int f(void) { copy(); return one() + explicit_one(); }
                """);
        Closure closure = Closure.of(
                List.of(use, new Archive("v.a", List.of(definition))), List.of(Provider.of("libc", Set.of("memcpy"))));
        assertThat(closure.missing()).isEmpty();
        assertThat(closure.objects()).hasSize(2);
        assertThat(closure.outside()).containsEntry("memcpy@GLIBC_2.2.5", "libc");
    }

    @Test
    void importsComeFromTheirDll() throws IOException {
        ObjectFile object = Tool.zig("cc")
                .compile(folder, "a.obj", """
                __declspec(dllimport) extern int imported; __declspec(dllimport) int linked(void); int plain(void);
                int f(void) { return imported + linked() + plain(); }
                """, "-target", "x86_64-windows-gnu", "-fno-sanitize=undefined");
        Archive library = new Archive(
                "x.lib", List.of(new Import("x.dll", "imported", "x.dll"), new Import("x.dll", "plain", "x.dll")));
        Closure closure = Closure.of(List.of(object, library), List.of(Provider.of("libpython", Set.of("linked"))));
        assertThat(closure.missing()).isEmpty();
        assertThat(closure.outside())
                .containsEntry("__imp_imported", "x.dll")
                .containsEntry("plain", "x.dll")
                .containsEntry("__imp_linked", "libpython");
    }

    @Test
    void refusedFilesAreTold() {
        Refused refused = new Refused("x.o", Reason.LLVM_BITCODE, "");
        Closure closure = Closure.of(List.of(new Archive("x.a", List.of(refused))), List.of());
        assertThat(closure.refused()).containsExactly(refused);
        assertThat(closure.closed()).isFalse();
    }

    private ObjectFile c(String name, String source) throws IOException {
        return Tool.named("gcc").compile(folder, name, source);
    }

    private String file(ObjectFile object) {
        return Path.of(object.name()).getFileName().toString();
    }
}
