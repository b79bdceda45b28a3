package dev.jox.model;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Parsing of a word out of a few. */
public final class Choices {
    private Choices() {}

    /**
     * The value of that text.
     *
     * @param what the values are, for the message
     * @throws IllegalArgumentException naming the values that exist
     */
    public static <T> T parse(String what, T[] values, Function<T, String> textOf, String text) {
        return Arrays.stream(values)
                .filter(value -> textOf.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown " + what + " '" + text + "'; known are "
                        + Arrays.stream(values).map(textOf).collect(Collectors.joining(", "))));
    }
}
