package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a program did. Each expectation gives the result again, and fails with all that the program printed.
 *
 * @param line the command line
 * @param status its exit status, or 128 and the signal's number
 * @param output the bytes of its standard output, one character each
 * @param complaints the bytes of its standard error, one character each
 */
public record Result(List<String> line, int status, String output, String complaints) {
    private static final int LONGEST = 20_000;

    public Result {
        line = List.copyOf(line);
    }

    /** It ended with this status and said nothing on standard error. */
    public Result succeeds() {
        return exits(0).complainsNothing();
    }

    public Result exits(int expected) {
        assertThat(status).as(this::toString).isEqualTo(expected);
        return this;
    }

    /** Its standard output, all of it, is this text in UTF-8. */
    public Result prints(String expected) {
        assertThat(out()).as(this::toString).isEqualTo(expected);
        return this;
    }

    /** Its standard output has these pieces, in this order. */
    public Result mentions(CharSequence... pieces) {
        assertThat(out()).as(this::toString).containsSubsequence(pieces);
        return this;
    }

    /** Its standard error has these pieces, in this order. */
    public Result complains(CharSequence... pieces) {
        assertThat(err()).as(this::toString).containsSubsequence(pieces);
        return this;
    }

    public Result complainsNothing() {
        assertThat(err()).as(this::toString).isEmpty();
        return this;
    }

    /** Its standard error is a single line. */
    public Result complainsInOneLine() {
        assertThat(err().lines()).as(this::toString).hasSize(1);
        return this;
    }

    /** Its standard output, decoded. */
    public String out() {
        return decoded(output);
    }

    /** Its standard error, decoded. */
    public String err() {
        return decoded(complaints);
    }

    private static String decoded(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return String.join(" ", line) + "\n  exit status " + status + "\n  standard output:\n" + shortened(out())
                + "\n  standard error:\n" + shortened(err());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : "…" + text.substring(text.length() - LONGEST);
    }
}
