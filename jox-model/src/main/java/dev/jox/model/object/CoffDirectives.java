package dev.jox.model.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The linker options in a {@code .drectve} section, of which some name symbols. Exports of renamed symbols are left out:
 * what was a DLL's entry is now inside of an executable.
 */
final class CoffDirectives {
    private static final Pattern OPTION = Pattern.compile("(?:\"[^\"]*\"|[^\\s\"\0])+");
    private static final Pattern WITH_VALUE = Pattern.compile("([-/])([A-Za-z-]+):(.*)", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[^\",=]+");

    private CoffDirectives() {}

    static String renamed(String text, Map<String, String> symbols) {
        List<String> options = new ArrayList<>();
        Matcher matcher = OPTION.matcher(text);
        while (matcher.find()) {
            String option = renamedOption(matcher.group(), symbols);
            if (!option.isEmpty()) {
                options.add(option);
            }
        }
        return " " + String.join(" ", options) + " ";
    }

    private static String renamedOption(String option, Map<String, String> symbols) {
        Matcher parts = WITH_VALUE.matcher(option);
        if (!parts.matches()) {
            return option;
        }
        String value = parts.group(3);
        return switch (parts.group(2).toLowerCase(Locale.ROOT)) {
            case "export" -> exportsOneOf(value, symbols) ? "" : option;
            case "include", "aligncomm", "exclude-symbols", "alternatename" ->
                parts.group(1)
                        + parts.group(2)
                        + ":"
                        + NAME.matcher(value)
                                .replaceAll(name ->
                                        Matcher.quoteReplacement(symbols.getOrDefault(name.group(), name.group())));
            default -> option;
        };
    }

    /** Whether an export, {@code name[=internal][,data]}, is of a renamed symbol. */
    private static boolean exportsOneOf(String value, Map<String, String> symbols) {
        String entry = value.replace("\"", "").split(",", 2)[0];
        return symbols.containsKey(entry.substring(entry.indexOf('=') + 1));
    }
}
