package dev.jox.model.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.jox.model.ModuleName;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern for resources, on dotted names or, where it contains a slash, on paths.
 *
 * <p>{@code *} stands for any part of a component, {@code ?} for one character of it, {@code **} as a whole component for any
 * number of components, none included: {@code numpy.**} is numpy and all that is in it. A dotted pattern is compared with a
 * module's name; for what is no module with its path read as a dotted name ({@code numpy.libs/libx.so} is
 * {@code numpy.libs.libx.so}), and with its file name.
 */
public final class Glob {
    private final String text;
    private final boolean onPath;
    private final Pattern pattern;

    private Glob(String text) {
        this.text = text;
        this.onPath = text.indexOf('/') >= 0;
        this.pattern = compile(text, onPath ? '/' : '.');
    }

    /**
     * Parses a pattern.
     *
     * @throws IllegalArgumentException when it is empty, absolute, or has an empty component
     */
    @JsonCreator
    public static Glob parse(String text) {
        try {
            return new Glob(text.strip());
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("not a pattern such as numpy.** or numpy/**: '" + text + "'", e);
        }
    }

    /**
     * Whether a resource is meant.
     *
     * @param module the module's name, for a module
     */
    public boolean matches(String path, Optional<ModuleName> module) {
        if (onPath) {
            return pattern.matcher(path).matches();
        }
        if (module.isPresent()) {
            return pattern.matcher(module.get().dotted()).matches();
        }
        return pattern.matcher(path.replace('/', '.')).matches()
                || pattern.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
    }

    private static Pattern compile(String text, char separator) {
        String quoted = Pattern.quote(String.valueOf(separator));
        String[] components = text.split(quoted, -1);
        StringBuilder regex = new StringBuilder();
        boolean separate = false;
        for (int i = 0; i < components.length; i++) {
            String component = components[i];
            if (component.isEmpty() || (component.contains("**") && !component.equals("**"))) {
                throw new IllegalArgumentException("not a pattern such as numpy.** or numpy/**: '" + text + "'");
            }
            boolean last = i == components.length - 1;
            if (!component.equals("**")) {
                regex.append(separate ? quoted : "").append(componentRegex(component, separator));
                separate = true;
            } else if (last) {
                regex.append(separate ? "(?:" + quoted + ".*)?" : ".*");
            } else {
                regex.append(separate ? "(?:" + quoted + ".*)?" + quoted : "(?:.*" + quoted + ")?");
                separate = false;
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private static String componentRegex(String component, char separator) {
        StringBuilder regex = new StringBuilder();
        for (char c : component.toCharArray()) {
            if (c == '*') {
                regex.append("[^").append(separator).append("]*");
            } else if (c == '?') {
                regex.append("[^").append(separator).append(']');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }

    @JsonValue
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob glob && glob.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
