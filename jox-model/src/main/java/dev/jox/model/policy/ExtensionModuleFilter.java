package dev.jox.model.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.jox.model.Choices;

/** Which extension modules of the standard library are included; PyOxidizer's {@code extension_module_filter}. */
public enum ExtensionModuleFilter {
    /** All of them. */
    ALL("all"),
    /** Those without which the interpreter does not start. */
    MINIMAL("minimal"),
    /** Those that need no library. */
    NO_LIBRARIES("no-libraries"),
    /** Those whose licences are known and not copyleft. */
    NO_COPYLEFT("no-copyleft");

    private final String text;

    ExtensionModuleFilter(String text) {
        this.text = text;
    }

    /**
     * Parses the form that poms use.
     *
     * @throws IllegalArgumentException naming the values that exist
     */
    @JsonCreator
    public static ExtensionModuleFilter parse(String text) {
        return Choices.parse("extension module filter", values(), ExtensionModuleFilter::text, text);
    }

    @JsonValue
    public String text() {
        return text;
    }
}
