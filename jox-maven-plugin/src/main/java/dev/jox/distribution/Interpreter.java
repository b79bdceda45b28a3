package dev.jox.distribution;

import dev.jox.fetch.Purpose;
import dev.jox.model.JoxException;
import dev.jox.model.json.Json;
import dev.jox.process.Command;
import dev.jox.process.Outcome;
import dev.jox.process.Processes;
import java.io.IOException;
import java.nio.file.Path;

/** A Python that can be asked what it is. */
final class Interpreter {
    private static final String SCRIPT = "/dev/jox/python/build/describe_interpreter.py";

    private Interpreter() {}

    /** The text of the script that it runs, whose answers may be kept as long as it stays the same. */
    static String script() {
        return PluginData.text(SCRIPT);
    }

    /**
     * Runs the interpreter, isolated and writing no bytecode.
     *
     * @throws JoxException when it does not run, or is no Python
     */
    static InterpreterFacts ask(Path program, Purpose purpose) {
        Outcome outcome = Processes.capture(Command.of(program, "-I", "-S", "-B", "-c", script()), line -> {});
        if (!outcome.succeeded()) {
            throw JoxException.user(
                    purpose.what() + " has the interpreter " + program + ", which does not run here: exit status "
                            + outcome.status() + System.lineSeparator() + outcome.excerpt(),
                    "check " + purpose.parameter() + "; it must be a CPython for this machine");
        }
        try {
            return Json.parse(outcome.output(), InterpreterFacts.class);
        } catch (IOException e) {
            throw JoxException.user(
                    purpose.what() + " has the interpreter " + program + ", which does not answer as Python does",
                    "check " + purpose.parameter() + "; it must be a CPython for this machine");
        }
    }
}
