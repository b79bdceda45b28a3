package dev.jox.model.windows;

import dev.jox.model.Choices;
import java.util.Locale;

/** Whether Windows gives a program a console. */
public enum Subsystem {
    /** No console: a program with windows of its own, or one that works unseen. */
    WINDOWS(2),
    /** The console that it is started in, or a new one. */
    CONSOLE(3);

    private final int number;

    Subsystem(int number) {
        this.number = number;
    }

    /**
     * Parses the pom's spelling.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Subsystem parse(String text) {
        return Choices.parse("subsystem", values(), Subsystem::toString, text);
    }

    /** The number in a program's header. Source: Microsoft, "PE Format", section "Windows Subsystem". */
    public int number() {
        return number;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
