package dev.jox.model.report;

import dev.jox.model.resource.SourceBuild;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What packages were built with that were built from source, in pip's format for constraints files: another machine can use it. */
public final class BuildConstraints {
    private BuildConstraints() {}

    /** The file's lines. A project of which builds used different versions is in a comment: no constraint would do for all. */
    public static List<String> of(List<SourceBuild> builds) {
        SortedMap<String, SortedMap<String, List<String>>> users = new TreeMap<>();
        for (SourceBuild build : builds) {
            for (String requirement : build.requirements()) {
                String[] parts = requirement.split("==", 2);
                users.computeIfAbsent(parts[0], project -> new TreeMap<>())
                        .computeIfAbsent(parts[1], version -> new ArrayList<>())
                        .add(build.sdist());
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("# What these were built with: "
                + String.join(
                        ", ",
                        new TreeSet<>(builds.stream().map(SourceBuild::sdist).toList())));
        users.forEach((project, versions) -> lines.add(
                versions.size() == 1 ? project + "==" + versions.firstKey() : "# " + project + ": " + uses(versions)));
        return lines;
    }

    private static String uses(Map<String, List<String>> versions) {
        return versions.entrySet().stream()
                .map(entry -> entry.getKey() + " for " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; "));
    }
}
