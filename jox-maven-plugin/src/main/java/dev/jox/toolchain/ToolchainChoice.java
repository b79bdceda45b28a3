package dev.jox.toolchain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.jox.model.Choices;
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
     * @throws IllegalArgumentException for anything else
     */
    @JsonCreator
    public static ToolchainChoice parse(String text) {
        return Choices.parse("toolchain", values(), ToolchainChoice::text, text);
    }

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
