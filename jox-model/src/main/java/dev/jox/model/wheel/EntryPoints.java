package dev.jox.model.wheel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code entry_points.txt} declares (PyPA specification "Entry points").
 *
 * @param groups object references such as {@code pkg.mod:main} by name, by group
 */
public record EntryPoints(Map<String, Map<String, String>> groups) {
    public EntryPoints {
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        groups.forEach((group, entries) -> copy.put(group, Map.copyOf(entries)));
        groups = Map.copyOf(copy);
    }

    /** Parses the file's text; lines outside a group and comments are skipped. */
    public static EntryPoints parse(String text) {
        Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        Map<String, String> group = new LinkedHashMap<>();
        for (String raw : text.split("\\R")) {
            String line = raw.strip();
            if (line.startsWith("[") && line.endsWith("]")) {
                group = groups.computeIfAbsent(
                        line.substring(1, line.length() - 1).strip(), g -> new LinkedHashMap<>());
            } else if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith(";") && line.indexOf('=') > 0) {
                int equals = line.indexOf('=');
                String value = line.substring(equals + 1).strip();
                int extras = value.indexOf('[');
                group.put(
                        line.substring(0, equals).strip(),
                        extras < 0 ? value : value.substring(0, extras).strip());
            }
        }
        return new EntryPoints(groups);
    }

    /** What the command of this name runs: a console script, or else a script without a console. */
    public Optional<String> command(String name) {
        return Optional.ofNullable(
                        groups.getOrDefault("console_scripts", Map.of()).get(name))
                .or(() -> Optional.ofNullable(
                        groups.getOrDefault("gui_scripts", Map.of()).get(name)));
    }
}
