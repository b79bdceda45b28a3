package dev.jox.model.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.model.ModuleName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Links two C++ extensions with equal module leaves, C helpers and different versions of a vendored class, inline
 * functions, templates and statics into one program and runs it.
 */
class NamespaceLinkTest {
    private static final String MAIN = """
            int jox_init_one_fast(void); int jox_init_two_fast(void);
            int main(void) { return jox_init_one_fast() + 2 * jox_init_two_fast() - 5; }
            """;
    private static final String OUTPUT = """
            1: helper of 1 caught, counter 101, area 11, square 1, version 1, registry 1 of 1, thread of 1, hooks 1, map 1, calls 1
            2: Error caught, counter 201, area 21, square 1, version 2, registry 1 of 2, thread of 2, hooks 1, map 2, calls 1
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void sources() throws IOException {
        for (String name : List.of("vendored.h", "vendored.cc", "extension.cc")) {
            try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(name))) {
                Files.copy(in, folder.resolve(name));
            }
        }
        Files.writeString(folder.resolve("main.c"), MAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-O0",
                "-O2 -fPIC",
                "-O2 -g -fPIE",
                "-O2 -flto -ffat-lto-objects",
                "-O2 -ffunction-sections -fvisibility=hidden"
            })
    void gcc(String flags) throws IOException {
        Tool cxx = Tool.named("g++");
        List<String> objects = extensions(cxx, flags.split(" "));
        cxx.run(folder, with(objects, "-xc", "main.c", "-xnone", "-o", "program"));
        assertThat(new Tool(List.of(folder.resolve("program").toString())).run(folder))
                .isEqualTo(OUTPUT);
    }

    @Test
    void gccInASharedLibrary() throws IOException {
        Tool cxx = Tool.named("g++");
        List<String> objects = extensions(cxx, "-O1", "-fPIC");
        cxx.run(folder, with(objects, "-shared", "-Wl,-z,defs", "-o", "payload.so"));
        cxx.run(folder, "-xc", "main.c", "-xnone", "./payload.so", "-o", "program");
        assertThat(new Tool(List.of(folder.resolve("program").toString())).run(folder))
                .isEqualTo(OUTPUT);
        assertThat(Tool.named("nm")
                        .run(folder, "-D", "--defined-only", "payload.so")
                        .lines())
                // GNU's linker shows the bounds of sections, too; their names are of one extension each.
                .filteredOn(line -> !line.contains(" D __st"))
                .hasSize(2)
                .allMatch(line -> line.contains(" T jox_init_"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-O0", "-Os -ffunction-sections"})
    void zigStaticMusl(String flags) throws IOException {
        Tool cxx = Tool.zig("c++", "-target", "x86_64-linux-musl", "-fno-sanitize=undefined");
        List<String> objects = extensions(cxx, flags.split(" "));
        Tool.zig("cc", "-target", "x86_64-linux-musl").compile(folder, "main.o", MAIN, "-fno-sanitize=undefined");
        cxx.run(folder, with(objects, "main.o", "-static", "-o", "program"));
        assertThat(new Tool(List.of(folder.resolve("program").toString())).run(folder))
                .isEqualTo(OUTPUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-O0", "-Os -ffunction-sections"})
    void zigWindows(String flags) throws IOException {
        Tool cxx = Tool.zig("c++", "-target", "x86_64-windows-gnu", "-fno-sanitize=undefined");
        Wine wine = Wine.find();
        List<String> objects = extensions(cxx, flags.split(" "));
        Tool.zig("cc", "-target", "x86_64-windows-gnu").compile(folder, "main.o", MAIN, "-fno-sanitize=undefined");
        cxx.run(folder, with(objects, "main.o", "-o", "program.exe"));
        assertThat(wine.run(folder.resolve("program.exe"))).isEqualTo(OUTPUT);
    }

    /** The tables by which Windows finds a handler name functions that are renamed. */
    @ParameterizedTest
    @ValueSource(strings = {"-O0", "-O2 -ffunction-sections"})
    void structuredExceptions(String flags) throws IOException {
        String source = """
                #include <windows.h>
                #include <stdio.h>
                int filter(unsigned code) { return code == EXCEPTION_ACCESS_VIOLATION; }
                __attribute__((noinline)) int load(volatile int *address) { return *address; } // clang guards calls only
                int guarded(volatile int *address) {
                  __try { return load(address); } __except (filter(GetExceptionCode())) { return VERSION; }
                }
                int PyInit_fast(void) { printf("caught %d\\n", guarded((int *)8)); fflush(stdout); return VERSION; }
                """;
        Tool cc = Tool.zig("cc", "-target", "x86_64-windows-gnu", "-fno-sanitize=undefined", "-fms-extensions");
        Wine wine = Wine.find();
        List<String> objects = new ArrayList<>();
        for (int version = 1; version <= 2; version++) {
            List<String> options = new ArrayList<>(Arrays.asList(flags.split(" ")));
            options.add("-DVERSION=" + version);
            ObjectFile object = cc.compile(folder, "guarded" + version + ".o", source, options.toArray(String[]::new));
            Namespace namespace = Namespace.of(new ModuleName(version == 1 ? "one.fast" : "two.fast"), List.of(object));
            Files.write(folder.resolve("own" + version + ".o"), namespace.apply(object));
            objects.add("own" + version + ".o");
        }
        cc.run(folder, with(objects, "main.c", "-o", "program.exe"));
        assertThat(wine.run(folder.resolve("program.exe"))).isEqualTo("caught 1\ncaught 2\n");
    }

    /** Compiles the two extensions, each with the vendored library as an archive, and namespaces them. */
    private List<String> extensions(Tool cxx, String... flags) throws IOException {
        List<String> objects = new ArrayList<>();
        for (int version = 1; version <= 2; version++) {
            List<LinkFile> files = new ArrayList<>();
            for (String source : List.of("extension", "vendored")) {
                String object = source + version + ".o";
                List<String> arguments = new ArrayList<>(Arrays.asList(flags));
                arguments.addAll(List.of("-DVERSION=" + version, "-c", source + ".cc", "-o", object));
                cxx.run(folder, arguments);
                files.add(LinkFiles.read(folder.resolve(object)));
            }
            Closure closure = Closure.of(
                    List.of(files.get(0), new LinkFile.Archive("vendored.a", files.subList(1, 2))), List.of());
            assertThat(closure.objects()).hasSize(2);
            Namespace namespace =
                    Namespace.of(new ModuleName(version == 1 ? "one.fast" : "two.fast"), closure.objects());
            for (ObjectFile object : closure.objects()) {
                String name = "own." + Path.of(object.name()).getFileName();
                Files.write(folder.resolve(name), namespace.apply(object));
                objects.add(name);
            }
        }
        return objects;
    }

    private static List<String> with(List<String> objects, String... others) {
        List<String> all = new ArrayList<>(objects);
        all.addAll(List.of(others));
        return all;
    }
}
