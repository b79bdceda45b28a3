package dev.jox.model.object;

import java.util.List;

/**
 * A symbol that an extension needs and that nobody supplies.
 *
 * @param neededBy the objects that refer to it
 * @param hint who may have it, and what to add; may be empty
 */
public record Missing(String symbol, List<String> neededBy, String hint) {
    public Missing {
        neededBy = List.copyOf(neededBy);
    }

    @Override
    public String toString() {
        return symbol + ", needed by " + String.join(", ", neededBy) + (hint.isEmpty() ? "" : ": " + hint);
    }
}
