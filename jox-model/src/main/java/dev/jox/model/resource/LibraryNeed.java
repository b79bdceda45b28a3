package dev.jox.model.resource;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * One entry of a binary's list of needed libraries, and what was found for it.
 *
 * @param path the resource that needs the library
 * @param library the needed name, such as {@code libz.so.1}
 */
public record LibraryNeed(String path, String library, Found found) {
    /** What serves the need. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
    public sealed interface Found {}

    /** A shared library among the collection's resources, by its path. */
    public record Carried(String path) implements Found {}

    /** The machine's own: libc's family, or a system DLL. */
    public record Platform() implements Found {}

    /** libpython, which the executable is. */
    public record Interpreter() implements Found {}

    /**
     * Nothing.
     *
     * @param searched the folders that were looked into
     * @param hint system packages that have it, for messages; may be empty
     */
    public record Missing(List<String> searched, String hint) implements Found {}
}
