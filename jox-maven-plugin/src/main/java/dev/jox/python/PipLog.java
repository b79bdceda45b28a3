package dev.jox.python;

import dev.jox.model.wheel.WheelName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What pip writes with {@code --log}: it and every pip that it starts append to the same file. */
final class PipLog {
    private static final Pattern INSTALLED = Pattern.compile(".*\\bSuccessfully installed (.+)");

    private PipLog() {}

    /**
     * What was installed, as requirements of exactly these versions, in the order of the names. A project of which several versions were
     * installed, each in an environment of its own, is left out: no one version would do.
     */
    static List<String> installed(List<String> lines) {
        Map<String, Set<String>> versions = new TreeMap<>();
        for (String line : lines) {
            Matcher installed = INSTALLED.matcher(line);
            if (installed.matches()) {
                for (String item : installed.group(1).strip().split(" ")) {
                    int dash = item.lastIndexOf('-');
                    if (dash > 0) {
                        versions.computeIfAbsent(WheelName.normalized(item.substring(0, dash)), name -> new TreeSet<>())
                                .add(item.substring(dash + 1));
                    }
                }
            }
        }
        return versions.entrySet().stream()
                .filter(entry -> entry.getValue().size() == 1)
                .map(entry ->
                        entry.getKey() + "==" + entry.getValue().iterator().next())
                .toList();
    }
}
