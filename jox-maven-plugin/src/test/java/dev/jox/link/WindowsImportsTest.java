package dev.jox.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.it.Compiler;
import dev.jox.testing.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects of this machine do: what counts is the names of their symbols. */
class WindowsImportsTest {
    private static final Map<String, Boolean> EXPORTS =
            Map.of("PyLong_FromLong", true, "PyExc_OSError", false, "Py_IsInitialized", true, "PyUnused_Call", true);

    @TempDir
    Path folder;

    @BeforeEach
    void compilerIsThere() {
        Needs.program("cc");
    }

    private String source(String code) throws IOException {
        Path file = Files.writeString(folder.resolve("code.c"), code);
        Path object = Compiler.object(file, folder.resolve("code.o"));
        return WindowsImports.source(List.of(object), "python314.dll", EXPORTS);
    }

    @Test
    void definesTheWordsThatAreUsed() throws IOException {
        String source = source("""
                extern void *__imp_PyLong_FromLong, *__imp_PyExc_OSError, *__imp_GetLastError;
                void *use(int n) { return n == 0 ? __imp_PyLong_FromLong : n == 1 ? __imp_PyExc_OSError : __imp_GetLastError; }
                """);

        assertThat(source)
                .contains("void *__imp_PyLong_FromLong;\n", "void *__imp_PyExc_OSError;\n")
                .contains(
                        "    {\"PyExc_OSError\", &__imp_PyExc_OSError},\n    {\"PyLong_FromLong\", &__imp_PyLong_FromLong},\n")
                .contains("jox_libpython[] = \"python314.dll\"")
                .doesNotContain("GetLastError", "PyUnused_Call", "__asm__");
    }

    @Test
    void functionsThatAreCalledAsTheProgramsOwnGetAJump() throws IOException {
        assertThat(source("int Py_IsInitialized(void); int use(void) { return Py_IsInitialized(); }"))
                .contains("{\"Py_IsInitialized\", &__imp_Py_IsInitialized}")
                .contains("Py_IsInitialized: jmp *__imp_Py_IsInitialized(%rip)");
    }

    @Test
    void variablesCannotBeReachedLikeThat() {
        assertThatThrownBy(() -> source("extern void *PyExc_OSError; void *use(void) { return PyExc_OSError; }"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PyExc_OSError");
    }
}
