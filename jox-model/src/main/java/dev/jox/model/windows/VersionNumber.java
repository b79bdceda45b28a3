package dev.jox.model.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as Windows compares it: four numbers of 16 bits.
 *
 * @param text as it is written for people
 * @param numbers four
 * @param prerelease whether more than the numbers was written, such as {@code -SNAPSHOT}
 */
public record VersionNumber(String text, List<Integer> numbers, boolean prerelease) {
    private static final int COUNT = 4;
    private static final int LARGEST = 0xffff;
    private static final Pattern NUMBER = Pattern.compile("\\.?(\\d{1,9})");

    public VersionNumber {
        numbers = List.copyOf(numbers);
    }

    /**
     * Parses one to four numbers with dots between them, which a word such as {@code -beta1} may follow.
     *
     * @throws IllegalArgumentException when Windows could not compare it
     */
    public static VersionNumber parse(String text) {
        if (!text.matches("\\d{1,5}(\\.\\d{1,5}){0,3}([^.\\d].*)?")
                || leading(text).stream().anyMatch(number -> number > LARGEST)) {
            throw new IllegalArgumentException("must be up to " + COUNT + " numbers with dots between them, none above "
                    + LARGEST + ", not '" + text + "'");
        }
        return ofAny(text);
    }

    /** Of any text: its leading numbers as far as Windows has room for them. */
    public static VersionNumber ofAny(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (int number : leading(text)) {
            if (number > LARGEST || numbers.size() == COUNT) {
                break;
            }
            numbers.add(number);
        }
        while (numbers.size() < COUNT) {
            numbers.add(0);
        }
        return new VersionNumber(text, numbers, !text.matches("\\d+(\\.\\d+)*"));
    }

    private static List<Integer> leading(String text) {
        List<Integer> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.lookingAt()) {
            numbers.add(Integer.valueOf(matcher.group(1)));
            matcher.region(matcher.end(), text.length());
        }
        return numbers;
    }
}
