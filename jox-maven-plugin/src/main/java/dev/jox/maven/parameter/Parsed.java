package dev.jox.maven.parameter;

import dev.jox.model.JoxException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns a parameter's text into a value of jox-model, whose factories say what they accept but not which parameter it was. */
public final class Parsed {
    private Parsed() {}

    /**
     * Parses a parameter's text.
     *
     * @param parameter the element's path below the configuration, such as {@code policy.resourcesLocation}
     * @throws JoxException naming the parameter as the pom and as a property writes it
     */
    public static <T> T of(String parameter, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw JoxException.user(
                    element(parameter) + " (-Djox." + parameter + "): " + e.getMessage() + ".",
                    "Correct the value in the pom's <configuration> or the property.",
                    e);
        }
    }

    /** Hands on a value that was given. */
    static <T> void ifSet(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    /** The element as the pom nests it: {@code <policy><resourcesLocation>}. */
    static String element(String parameter) {
        return "<" + parameter.replace(".", "><") + ">";
    }
}
