package dev.jox.model.report;

import java.util.Locale;

/** Sizes in words. */
final class Bytes {
    private static final String[] UNITS = {"kB", "MB", "GB"};

    private Bytes() {}

    /** Three digits or so, in powers of 1000: {@code 812 B}, {@code 9.4 MB}, {@code 123 MB}. */
    static String words(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes;
        int unit = -1;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, value < 99.95 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
    }
}
