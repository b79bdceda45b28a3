package dev.jox.model.policy;

import dev.jox.model.Choices;

/** Two usual settings of the five attributes about files; PyOxidizer's {@code set_resource_handling_mode}. */
public enum ResourceHandlingMode {
    /** Files become typed resources: modules, package resources and so on. */
    CLASSIFY("classify"),
    /** Files stay files, at the same relative paths. */
    FILES("files");

    private final String text;

    ResourceHandlingMode(String text) {
        this.text = text;
    }

    /**
     * Parses the form that poms use.
     *
     * @throws IllegalArgumentException naming the values that exist
     */
    public static ResourceHandlingMode parse(String text) {
        return Choices.parse("resource handling mode", values(), ResourceHandlingMode::text, text);
    }

    public String text() {
        return text;
    }
}
