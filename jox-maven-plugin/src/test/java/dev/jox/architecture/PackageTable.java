package dev.jox.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The table "Who may use whom" of CONTRIBUTING.md. A row holds for the packages below its own too, unless they have a row.
 *
 * @param rows package to the packages of jox that it may use
 */
record PackageTable(Map<String, Set<String>> rows) {
    private static final String MODEL = "dev.jox.model";
    private static final Pattern ROW = Pattern.compile("\\| (`dev\\.jox[^|]*) \\| ([^|]*) \\|");
    private static final Pattern NAME = Pattern.compile("`([a-z.-]+)`");

    static PackageTable read(Path contributing) throws IOException {
        Map<String, String> uses = new TreeMap<>();
        for (String line : Files.readAllLines(contributing)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                names(row.group(1)).forEach(name -> uses.put(name, row.group(2)));
            }
        }
        Map<String, Set<String>> rows = new TreeMap<>();
        uses.forEach((name, words) -> rows.put(name, allowed(name, words, uses.keySet())));
        return new PackageTable(rows);
    }

    /** The package whose row holds for a package. */
    Optional<String> rowOf(String packageName) {
        return rows.keySet().stream()
                .filter(row -> packageName.equals(row) || packageName.startsWith(row + "."))
                .max(Comparator.comparingInt(String::length));
    }

    boolean allows(String from, String to) {
        return from.equals(to) || rows.getOrDefault(from, Set.of()).contains(to);
    }

    private static Set<String> allowed(String row, String words, Set<String> all) {
        if (words.startsWith("everything")) {
            Set<String> rest = new LinkedHashSet<>(all);
            names(words).forEach(name -> rest.remove("dev.jox." + name));
            return rest;
        }
        Set<String> allowed = new LinkedHashSet<>();
        for (String name : names(words)) {
            if (name.equals("jox-model")) {
                all.stream()
                        .filter(other -> other.equals(MODEL) || other.startsWith(MODEL + "."))
                        .forEach(allowed::add);
            } else if (name.equals("model") || name.equals(MODEL)) {
                allowed.add(MODEL);
            } else {
                allowed.add((row.startsWith(MODEL + ".") ? MODEL : "dev.jox") + "." + name);
            }
        }
        return allowed;
    }

    private static List<String> names(String words) {
        List<String> names = new ArrayList<>();
        Matcher name = NAME.matcher(words);
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    Stream<String> unknownNames() {
        return rows.values().stream().flatMap(Set::stream).filter(name -> !rows.containsKey(name));
    }
}
