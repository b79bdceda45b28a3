package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares what two Pythons import of the standard library: lines of a module's name and "fine" or an exception's. */
public final class StandardLibrary {
    private static final int FEWEST = 500;
    private static final String FINE = "fine";

    private StandardLibrary() {}

    /**
     * Every module that plain Python imports, the executable finds by itself and imports.
     *
     * @param python what plain Python printed
     * @param executable what the executable printed
     */
    public static void compare(Result python, Result executable) {
        Map<String, String> expected = outcomes(python.exits(0));
        Map<String, String> actual = outcomes(executable.exits(0));
        Set<String> misses = new TreeSet<>();
        expected.forEach((module, outcome) -> {
            if (outcome.equals(FINE) && !FINE.equals(actual.get(module))) {
                misses.add(module + " " + actual.getOrDefault(module, "not found"));
            }
        });
        assertThat(misses).as("modules that only plain Python imports").isEmpty();
        assertThat(expected.values().stream().filter(FINE::equals).count())
                .as("modules that plain Python imports")
                .isGreaterThan(FEWEST);
    }

    private static Map<String, String> outcomes(Result result) {
        Map<String, String> outcomes = new TreeMap<>();
        for (String line : result.out().lines().toList()) {
            String[] words = line.split(" ", 2);
            assertThat(words).as(line).hasSize(2);
            outcomes.put(words[0], words[1]);
        }
        return outcomes;
    }
}
