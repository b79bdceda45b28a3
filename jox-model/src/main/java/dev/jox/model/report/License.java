package dev.jox.model.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A component's licence.
 *
 * @param expression in SPDX's form
 * @param names where there is no expression: what the component's author calls it; none where nothing is known
 */
record License(Optional<String> expression, List<String> names) {
    static final License UNKNOWN = new License(Optional.empty(), List.of());

    License {
        names = List.copyOf(names);
    }

    /** All of these hold together, since it is not known which is for what. */
    static License ofAll(List<String> spdx) {
        return spdx.isEmpty()
                ? UNKNOWN
                : new License(
                        Optional.of(spdx.stream()
                                .map(each -> spdx.size() > 1 && each.contains(" ") ? "(" + each + ")" : each)
                                .collect(Collectors.joining(" AND "))),
                        List.of());
    }

    @Override
    public String toString() {
        return expression.orElseGet(() -> names.isEmpty() ? "jox knows of no licence" : String.join(", ", names));
    }
}
