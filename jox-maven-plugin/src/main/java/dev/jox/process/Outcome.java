package dev.jox.process;

import java.util.List;

/**
 * How a program ended.
 *
 * @param status its exit status; on Unix 128 and the signal's number where a signal ended it
 * @param output its standard output, where it was captured; else empty
 * @param tail the last lines that it printed, standard output and standard error in the order of their arrival; where
 *     standard output was captured, those of standard error only
 */
public record Outcome(int status, String output, List<String> tail) {
    public Outcome {
        tail = List.copyOf(tail);
    }

    public boolean succeeded() {
        return status == 0;
    }

    /** The last lines as one indented block, for messages. */
    public String excerpt() {
        return String.join(
                System.lineSeparator(), tail.stream().map(line -> "    " + line).toList());
    }
}
