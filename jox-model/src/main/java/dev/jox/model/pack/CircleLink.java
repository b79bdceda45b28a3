package dev.jox.model.pack;

import java.util.Locale;

/**
 * A place in the file of a shared object in memory where the runtime writes where another one is. Objects that need each other
 * in a circle cannot be loaded one after the other, so each names the others by the paths that their files in memory have in
 * {@code /proc}: the loader opens a needed library whose name has a slash as it stands (ld.so(8)).
 *
 * @param library path of the shared object
 * @param offset of {@value #WIDTH} bytes in its content
 * @param other path of the one that it needs
 */
public record CircleLink(String library, long offset, String other) {
    /** Room for the path of any descriptor, filled up with slashes. */
    static final int WIDTH = 32;

    private static final String FOLDER = "/proc/self/fd/";

    /** A name of the right length, another one for each number. */
    public static String placeholder(int number) {
        String digits = String.format(Locale.ROOT, "%d", number);
        return FOLDER + "/".repeat(WIDTH - FOLDER.length() - digits.length()) + digits;
    }
}
