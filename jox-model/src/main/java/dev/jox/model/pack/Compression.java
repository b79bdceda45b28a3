package dev.jox.model.pack;

import dev.jox.model.Choices;

/** Whether the contents of a pack are compressed. */
public enum Compression {
    /** They are used where they are mapped. */
    NONE("none"),
    /** Each is unpacked when it is used, in the format of RFC 1951. */
    DEFLATE("deflate");

    private final String text;

    Compression(String text) {
        this.text = text;
    }

    /**
     * Parses the form that poms use.
     *
     * @throws IllegalArgumentException naming the values that exist
     */
    public static Compression parse(String text) {
        return Choices.parse("compression", values(), Compression::text, text);
    }

    public String text() {
        return text;
    }
}
