package dev.jox.maven;

import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class Spelling {
    /** The more wrong characters, the likelier something else was meant. */
    private static final int MOST_WRONG = 3;

    private Spelling() {}

    /** The name that a misspelt one differs least from, if it differs little. */
    static Optional<String> nearest(String misspelt, Iterable<String> names) {
        Optional<String> nearest = Optional.empty();
        int least = Math.min(MOST_WRONG, misspelt.length() / 2) + 1;
        for (String name : names) {
            int wrong = distance(misspelt.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (wrong < least) {
                least = wrong;
                nearest = Optional.of(name);
            }
        }
        return nearest;
    }

    /** How many characters have to be inserted, removed or replaced (Levenshtein's distance). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
