package dev.jox.model.policy;

import dev.jox.model.JoxException;
import dev.jox.model.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Words for libraries that were not found. */
final class MissingLibraries {
    private MissingLibraries() {}

    /** The failure for extension modules that cannot be loaded, by their paths. */
    static JoxException failure(
            SortedMap<String, List<LibraryGraph.MissingChain>> chains, Map<String, Binary> binaries) {
        List<String> problems = new ArrayList<>();
        SortedMap<String, String> packages = new TreeMap<>();
        SortedSet<String> modules = new TreeSet<>();
        chains.forEach((path, missing) -> {
            Binary extension = binaries.get(path);
            for (LibraryGraph.MissingChain chain : missing) {
                problems.add(extension + " needs " + chain.library() + ", which was not found: "
                        + String.join(" -> ", chain.chain()) + " -> " + chain.library() + "; looked into "
                        + folders(chain));
                packages.put(chain.library(), chain.missing().hint());
            }
            if (extension != null && extension.resource() instanceof Resource.ExtensionModule module) {
                modules.add(module.name().dotted());
            }
        });
        return JoxException.user(String.join("\n", problems), hint(packages, modules));
    }

    /** The libraries that a left out module needs, with the packages that have them. */
    static String words(List<LibraryGraph.MissingChain> chains) {
        return chains.stream()
                .map(chain -> chain.library() + " was not found"
                        + (chain.missing().hint().isEmpty()
                                ? ""
                                : " (install " + chain.missing().hint() + ")"))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String folders(LibraryGraph.MissingChain chain) {
        return chain.missing().searched().isEmpty()
                ? "no folder"
                : String.join(", ", chain.missing().searched());
    }

    private static String hint(SortedMap<String, String> packages, SortedSet<String> modules) {
        String install = packages.values().stream()
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        return "Install what has "
                + String.join(", ", packages.keySet())
                + (install.isEmpty() ? "" : " (" + install + ")")
                + " on this machine, or name its file in <nativeLibraries>. Where the machine that runs the executable has it:"
                + " <rule><match>" + packages.firstKey() + "</match><include>false</include></rule>."
                + (modules.isEmpty()
                        ? ""
                        : " Where the module is not used: <rule><match>" + modules.first()
                                + "</match><include>false</include></rule>.");
    }
}
