package dev.jox.model.policy;

import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Words for libraries that were not found. */
final class MissingLibraries {
    private MissingLibraries() {}

    /**
     * An extension module that cannot be loaded and is necessary.
     *
     * @param demand a sentence that says why it is necessary, after a space; empty for a package's
     */
    record Failure(Binary extension, ModuleName module, String demand, List<LibraryGraph.MissingChain> missing) {}

    static JoxException failure(List<Failure> failures) {
        List<String> problems = new ArrayList<>();
        SortedMap<String, String> packages = new TreeMap<>();
        for (Failure failure : failures) {
            for (LibraryGraph.MissingChain chain : failure.missing()) {
                problems.add(failure.extension() + " needs " + chain.library() + ", which was not found: "
                        + String.join(" -> ", chain.chain()) + " -> " + chain.library() + "; looked into "
                        + folders(chain) + "." + failure.demand());
                packages.put(chain.library(), chain.missing().hint());
            }
        }
        return JoxException.user(
                String.join("\n", problems), hint(packages, failures.get(0).module()));
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

    private static String hint(SortedMap<String, String> packages, ModuleName module) {
        String install = packages.values().stream()
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        return "Install what has "
                + String.join(", ", packages.keySet())
                + (install.isEmpty() ? "" : " (" + install + ")")
                + " on this machine, or name its file in <sharedLibraries>. Where the machine that runs the executable has it:"
                + " <rule><match>" + packages.firstKey() + "</match><include>false</include></rule>."
                + " Where the module is not used: <rule><match>" + module
                + "</match><include>false</include></rule>.";
    }
}
