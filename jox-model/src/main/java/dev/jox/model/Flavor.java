package dev.jox.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a distribution's executables can load shared libraries, in PyOxidizer's terms. */
public enum Flavor {
    /** Shared libraries load: extension modules of wheels are used as they are. */
    STANDALONE_DYNAMIC,
    /** Nothing can be loaded: every extension module is a built-in. */
    STANDALONE_STATIC;

    @JsonCreator
    public static Flavor parse(String text) {
        return Choices.parse("flavor", values(), Flavor::text, text);
    }

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
