package dev.jox.model.pack;

import dev.jox.model.Choices;

/** How an executable's interpreter ends once threads and {@code atexit} functions are through. */
public enum Finalization {
    /** Nothing is torn down where that would not be seen outside the process. */
    AUTO("auto"),
    /** As {@link #AUTO}, and the executable says on standard error why it tore down what it did. */
    REPORT("report"),
    /** Everything is torn down, always. */
    FULL("full");

    private final String text;

    Finalization(String text) {
        this.text = text;
    }

    /**
     * Parses the form that poms and executables use.
     *
     * @throws IllegalArgumentException naming the values that exist
     */
    public static Finalization parse(String text) {
        return Choices.parse("finalization", values(), Finalization::text, text);
    }

    public String text() {
        return text;
    }
}
