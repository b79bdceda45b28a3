package dev.jox.model.binary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The symbols that every glibc since {@value #VERSION} has for x86_64, in libc and libm. Code that looks up no other name
 * runs wherever libpython itself does: no supported Python is built for an older glibc.
 */
final class GlibcBaseline {
    static final String VERSION = "2.17";

    /**
     * What the headers of later glibc versions call functions of old names. Those of the strtol family differ in accepting
     * binary constants, which the runtime parses none of (ISO C23); fcntl64 is fcntl on 64-bit machines.
     */
    private static final Map<String, String> RENAMED = Map.of(
            "__isoc23_strtol", "strtol",
            "__isoc23_strtoul", "strtoul",
            "__isoc23_strtoll", "strtoll",
            "__isoc23_strtoull", "strtoull",
            "__isoc23_sscanf", "sscanf",
            "fcntl64", "fcntl");

    private static final Set<String> SYMBOLS = load();

    private GlibcBaseline() {}

    static boolean has(String symbol) {
        return SYMBOLS.contains(name(symbol));
    }

    /** The name to look a symbol up by. */
    static String name(String symbol) {
        return RENAMED.getOrDefault(symbol, symbol);
    }

    private static Set<String> load() {
        try (InputStream in = Objects.requireNonNull(
                        GlibcBaseline.class.getResourceAsStream("glibc-" + VERSION + "-x86_64.txt"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return reader.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
