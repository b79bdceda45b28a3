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
        for (Flavor flavor : values()) {
            if (flavor.text().equals(text)) {
                return flavor;
            }
        }
        throw new IllegalArgumentException(
                "unknown flavor '" + text + "'; known are standalone_dynamic, standalone_static");
    }

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
