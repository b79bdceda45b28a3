package dev.jox.model.distribution;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.jox.model.PythonVersion;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Python that a user asks for: a minor version such as {@code 3.14}, for any patch of it, or one patch such as {@code 3.14.3}.
 *
 * @param text as the user wrote it
 */
public record WantedPython(@JsonValue String text) {
    private static final Pattern FORM = Pattern.compile("(\\d+\\.\\d+)(\\.\\d+)?");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException for anything but two or three numbers
     */
    @JsonCreator
    public WantedPython {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a Python version such as 3.14 or 3.14.3: '" + text + "'");
        }
    }

    /** Major and minor version, such as {@code 3.14}. */
    public String majorMinor() {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalStateException(text);
        }
        return matcher.group(1);
    }

    public boolean matches(PythonVersion version) {
        return text.equals(version.majorMinor()) || text.equals(version.toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
