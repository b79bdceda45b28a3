package dev.jox.model.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.JoxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonJsonReaderTest {
    private static final String TEXT = """
            {
              "version": "8",
              "a_key_of_the_future": {"x": 1},
              "target_triple": "x86_64-unknown-linux-musl",
              "build_options": "noopt+static",
              "optimizations": "noopt",
              "python_version": "3.13.5",
              "python_implementation_name": "cpython",
              "python_implementation_cache_tag": "cpython-313",
              "python_abi_tag": null,
              "python_exe": "install/bin/python3.13",
              "python_paths": {"stdlib": "install/lib/python3.13", "include": "install/include/python3.13"},
              "python_stdlib_test_packages": ["test", "idlelib.idle_test"],
              "python_suffixes": {"extension": [".cpython-313-x86_64-linux-musl.so", ".so"], "source": [".py"]},
              "python_extension_module_loading": ["builtin"],
              "licenses": ["Python-2.0", "CNRI-Python"],
              "license_path": "licenses/LICENSE.cpython.txt",
              "build_info": {
                "core": {
                  "objs": ["build/Python/ceval.o", "build/Modules/config.o"],
                  "links": [{"name": "m", "system": true}],
                  "static_lib": "install/lib/libpython3.13.a"
                },
                "inittab_object": "build/Modules/config.o",
                "inittab_source": "build/Modules/config.c",
                "inittab_cflags": ["-std=c99", "-DNDEBUG"],
                "object_file_format": "elf",
                "extensions": {
                  "sys": [{"in_core": true, "init_fn": "NULL", "links": [], "objs": [], "required": true, "variant": "default"}],
                  "readline": [
                    {"in_core": false, "init_fn": "PyInit_readline", "objs": ["build/Modules/readline.o"],
                     "links": [{"name": "edit", "path_static": "build/lib/libedit.a"}],
                     "licenses": ["BSD-3-Clause"], "license_paths": ["licenses/LICENSE.libedit.txt"],
                     "required": false, "variant": "libedit"},
                    {"in_core": false, "init_fn": "PyInit_readline", "objs": [],
                     "links": [{"name": "readline", "system": true}],
                     "required": false, "variant": "readline", "shared_lib": "install/lib/readline.so"}
                  ]
                }
              }
            }
            """;

    @TempDir
    Path folder;

    private PythonJson read(String text) throws IOException {
        return PythonJsonReader.read(Files.writeString(folder.resolve("PYTHON.json"), text));
    }

    @Test
    void everythingIsRead() throws IOException {
        PythonJson json = read(TEXT);

        assertThat(json.formatVersion()).isEqualTo(8);
        assertThat(json.targetTriple()).isEqualTo("x86_64-unknown-linux-musl");
        assertThat(json.buildOptions()).isEqualTo("noopt+static");
        assertThat(json.abiTag()).isEmpty();
        assertThat(json.paths()).containsEntry("include", "install/include/python3.13");
        assertThat(json.loadsSharedLibraries()).isFalse();
        assertThat(json.isBitcode()).isFalse();
        assertThat(json.licensePath()).contains("licenses/LICENSE.cpython.txt");
        assertThat(json.core())
                .isEqualTo(new PythonJson.Core(
                        List.of("build/Python/ceval.o", "build/Modules/config.o"),
                        List.of(new PythonJson.Link("m", Optional.empty(), Optional.empty(), true)),
                        Optional.empty(),
                        Optional.of("install/lib/libpython3.13.a"),
                        Optional.of("build/Modules/config.o"),
                        Optional.of("build/Modules/config.c"),
                        List.of("-std=c99", "-DNDEBUG")));
        assertThat(json.extensions().get("sys")).singleElement().satisfies(sys -> {
            assertThat(sys.initFunction()).isEmpty();
            assertThat(sys.inCore()).isTrue();
            assertThat(sys.required()).isTrue();
            assertThat(sys.licenses()).isEmpty();
        });
        List<PythonJson.Extension> readline = json.extensions().getOrDefault("readline", List.of());
        assertThat(readline).extracting(PythonJson.Extension::variant).containsExactly("libedit", "readline");
        assertThat(readline.get(0).licenses()).contains(List.of("BSD-3-Clause"));
        assertThat(readline.get(0).licensePaths()).containsExactly("licenses/LICENSE.libedit.txt");
        assertThat(readline.get(1).sharedLibrary()).contains("install/lib/readline.so");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7})
    void olderVersionsHaveTheirOptionsElsewhere(int version) throws IOException {
        PythonJson json = read(TEXT.replace("\"version\": \"8\"", "\"version\": \"" + version + "\"")
                .replace("\"build_options\": \"noopt+static\",", ""));

        assertThat(json.formatVersion()).isEqualTo(version);
        assertThat(json.buildOptions()).isEqualTo("noopt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "9", "x"})
    void otherVersionsAreRefusedByName(String version) {
        assertThatThrownBy(() -> read(TEXT.replace("\"version\": \"8\"", "\"version\": \"" + version + "\"")))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("'" + version + "'")
                .hasMessageContaining("5 to 8");
    }

    @Test
    void bitcodeIsTold() throws IOException {
        assertThat(read(TEXT.replace("\"elf\"", "\"llvm-bitcode:18.1.8\"")).isBitcode())
                .isTrue();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> read(TEXT.replace("python_paths", "python_places")))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("'python_paths'")
                .hasMessageContaining("PYTHON.json");
        assertThatThrownBy(() -> read("{")).isInstanceOf(JoxException.class).hasMessageContaining("no JSON");
    }
}
