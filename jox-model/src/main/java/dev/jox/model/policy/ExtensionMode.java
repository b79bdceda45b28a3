package dev.jox.model.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.jox.model.Choices;

/** What a rule wants an extension module to become. */
public enum ExtensionMode {
    /** Linked into the executable. */
    BUILT_IN("built-in"),
    /** A shared library of its own, loaded from memory or a file. */
    STANDALONE("standalone"),
    /** Whichever the distribution and the wheel give. */
    AUTO("auto");

    private final String text;

    ExtensionMode(String text) {
        this.text = text;
    }

    /**
     * Parses the form that poms use.
     *
     * @throws IllegalArgumentException naming the values that exist
     */
    @JsonCreator
    public static ExtensionMode parse(String text) {
        return Choices.parse("extension mode", values(), ExtensionMode::text, text);
    }

    @JsonValue
    public String text() {
        return text;
    }
}
