package dev.jox.model.report;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.jox.model.Content;
import dev.jox.model.Sha256;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that is in an executable or beside it, and has a licence of its own.
 *
 * @param version empty where it is not known
 * @param purl a package URL, of what has one
 * @param notices the texts that its author wants to go with it
 * @param sha256 of its file, where it is one
 */
public record Component(
        Type type,
        String name,
        String version,
        Optional<String> purl,
        License license,
        List<Notice> notices,
        Optional<Sha256> sha256) {
    /** In CycloneDX's words. */
    enum Type {
        PLATFORM,
        LIBRARY;

        @JsonValue
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A text.
     *
     * @param name its file's
     */
    record Notice(String name, Content content) {}

    public Component {
        notices = List.copyOf(notices);
    }

    /** Name and version. */
    String title() {
        return version.isEmpty() ? name : name + " " + version;
    }
}
