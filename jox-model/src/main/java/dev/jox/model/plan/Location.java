package dev.jox.model.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.file.Path;

/** Where a resource is at run time. Written as {@code in-memory} or {@code filesystem-relative:lib}. */
public sealed interface Location {
    /** In the executable, mapped. */
    record InMemory() implements Location {
        @Override
        public String toString() {
            return "in-memory";
        }
    }

    /**
     * A file below the executable's folder.
     *
     * @param prefix a relative path with slashes; {@code .} for the executable's folder itself
     */
    record FilesystemRelative(String prefix) implements Location {
        public FilesystemRelative {
            Path path = Path.of(prefix);
            if (prefix.isEmpty() || path.isAbsolute() || path.normalize().startsWith("..")) {
                throw new IllegalArgumentException(
                        "filesystem-relative: needs a relative path that stays below the executable's folder, not '"
                                + prefix + "'");
            }
        }

        /** The path, relative to the executable's folder and with slashes, of a resource placed here. */
        public String place(String path) {
            return prefix.equals(".") ? path : prefix + "/" + path;
        }

        @Override
        public String toString() {
            return "filesystem-relative:" + prefix;
        }
    }

    Location IN_MEMORY = new InMemory();

    /**
     * Parses the form that poms and PyOxidizer's policies use.
     *
     * @throws IllegalArgumentException naming the two forms
     */
    @JsonCreator
    static Location parse(String text) {
        if (text.equals("in-memory")) {
            return IN_MEMORY;
        }
        if (text.startsWith("filesystem-relative:")) {
            return new FilesystemRelative(text.substring("filesystem-relative:".length()));
        }
        throw new IllegalArgumentException(
                "unknown location '" + text + "'; known are in-memory and filesystem-relative:<folder>");
    }

    @JsonValue
    default String text() {
        return toString();
    }
}
