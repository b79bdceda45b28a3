package dev.jox.model.binary;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A version of the GNU C library, such as 2.17; ordered by its numbers, so that 2.9 is before 2.10. */
public record GlibcVersion(List<Integer> numbers) implements Comparable<GlibcVersion> {
    private static final Pattern TEXT = Pattern.compile("\\d{1,4}(\\.\\d{1,4}){1,3}");
    private static final String PREFIX = "GLIBC_";

    public GlibcVersion {
        numbers = List.copyOf(numbers);
    }

    /**
     * Parses {@code 2.17} or {@code 2.3.4}.
     *
     * @throws IllegalArgumentException for anything but numbers with dots between them
     */
    public static GlibcVersion parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("not a glibc version such as 2.17: '" + text + "'");
        }
        return new GlibcVersion(
                Arrays.stream(text.split("\\.")).map(Integer::valueOf).toList());
    }

    /**
     * The version that a symbol version names; empty for those that name none, such as {@code GLIBC_PRIVATE} and
     * {@code CXXABI_1.3}. {@code GLIBC_ABI_DT_RELR} is what linkers write to ask for a loader of 2.36 or later.
     */
    static Optional<GlibcVersion> ofSymbolVersion(String name) {
        if (name.equals("GLIBC_ABI_DT_RELR")) {
            return Optional.of(parse("2.36"));
        }
        if (!name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String version = name.substring(PREFIX.length());
        return TEXT.matcher(version).matches() ? Optional.of(parse(version)) : Optional.empty();
    }

    @Override
    public int compareTo(GlibcVersion other) {
        int common = Math.min(numbers.size(), other.numbers.size());
        for (int i = 0; i < common; i++) {
            int order = numbers.get(i).compareTo(other.numbers.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(numbers.size(), other.numbers.size());
    }

    @Override
    public String toString() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
