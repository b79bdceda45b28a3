package dev.jox.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.JoxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
    @Test
    void linesArriveInOrderAndTheStatusIsKept() {
        List<String> lines = new ArrayList<>();
        Outcome outcome = Processes.run(Command.of("sh", "-c", "echo one; echo two >&2; exit 3"), lines::add);
        assertThat(lines).containsExactly("one", "two");
        assertThat(outcome).isEqualTo(new Outcome(3, "", List.of("one", "two")));
        assertThat(outcome.succeeded()).isFalse();
    }

    @Test
    void onlyTheLastLinesAreKept() {
        Outcome outcome = Processes.run(Command.of("seq", 1000), line -> {});
        assertThat(outcome.tail()).hasSize(Processes.TAIL).startsWith("961").endsWith("1000");
    }

    @Test
    void standardOutputIsCapturedWhileStandardErrorIsLong() {
        Outcome outcome =
                Processes.capture(Command.of("sh", "-c", "seq 20000 >&2; seq 20000; echo grüße; exit 0"), line -> {});
        assertThat(outcome.output()).startsWith("1\n").endsWith("20000\ngrüße\n");
        assertThat(outcome.tail()).endsWith("20000");
    }

    @Test
    void theEnvironmentIsExactlyTheOneGiven(@TempDir Path folder) {
        Command command = Command.of("/usr/bin/env")
                .withoutVariables(name -> true)
                .withVariable("JOX", "1")
                .in(folder);
        assertThat(Processes.capture(command, line -> {}).output()).isEqualTo("JOX=1\n");
        assertThat(Processes.capture(Command.of("pwd").in(folder), line -> {}).output())
                .isEqualTo(folder + "\n");
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Processes.run(Command.of("/no/such/program"), line -> {}))
                .isInstanceOfSatisfying(JoxException.class, e -> {
                    assertThat(e.kind()).isEqualTo(JoxException.Kind.ENVIRONMENT);
                    assertThat(e.problem()).contains("/no/such/program");
                });
    }

    @Test
    void aCommandIsLoggedAsItWouldBeTyped() {
        assertThat(Command.of("cc", "-DX=a b", "it's")).hasToString("cc '-DX=a b' 'it'\\''s'");
    }
}
