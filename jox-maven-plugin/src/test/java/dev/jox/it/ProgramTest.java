package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
    private static final Program SHELL = Program.of(Path.of("/bin/sh"));

    @Test
    void seesItsArgumentsInputVariablesAndDirectory(@TempDir Path folder) {
        SHELL.withInput("über")
                .with("COLOUR", "blue")
                .withDirectory(folder)
                .run("-c", "echo $1 $COLOUR; cat; pwd", "sh", "a b")
                .succeeds()
                .prints("a b blue\nüber" + folder + "\n");
    }

    @Test
    void seesNothingOfTheEnvironmentOfTheTests() {
        SHELL.with("PATH").withDirectory(Path.of("/")).run("-c", "/usr/bin/env").prints("""
                HOME=/nonexistent
                LC_ALL=C.UTF-8
                PWD=/
                """);
    }

    @Test
    void aFullDeviceCanTakeItsOutput() {
        Result result =
                Program.of(Path.of("/bin/echo")).withOutputTo("/dev/full").run("lost");
        assertThat(result.status()).isNotZero();
        assertThat(result.err()).contains("No space left on device");
    }

    @Test
    void aFailedExpectationShowsWhatTheProgramPrinted() {
        Result result = SHELL.run("-c", "echo here; echo there >&2; exit 3");
        assertThatThrownBy(result::succeeds)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("exit status 3", "here", "there");
        assertThatThrownBy(() -> result.mentions("nowhere")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> result.complains("elsewhere")).isInstanceOf(AssertionError.class);
        result.exits(3).prints("here\n").complains("there").complainsInOneLine();
    }

    @Test
    void aCompiledToolRuns(@TempDir Path folder) throws Exception {
        Path source = Files.writeString(folder.resolve("tool.c"), "int main(void) { return 7; }\n");
        Program.of(Compiler.program(source)).run().exits(7);
    }
}
