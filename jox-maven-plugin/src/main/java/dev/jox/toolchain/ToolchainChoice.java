package dev.jox.toolchain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.jox.model.JoxException;
import java.util.Locale;

/** What {@code <toolchain>} (-Djox.toolchain) says. */
public enum ToolchainChoice {
    /** The machine's compiler where it fits the target, else zig. */
    AUTO,
    /** The machine's compiler. */
    SYSTEM,
    /** zig from the package index. */
    ZIG;

    /**
     * Parses {@code auto}, {@code system} or {@code zig}.
     *
     * @throws JoxException for anything else
     */
    @JsonCreator
    public static ToolchainChoice parse(String text) {
        for (ToolchainChoice choice : values()) {
            if (choice.text().equals(text)) {
                return choice;
            }
        }
        throw JoxException.user(
                "unknown <toolchain> (-Djox.toolchain) '" + text + "'", "known are auto, system and zig");
    }

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
