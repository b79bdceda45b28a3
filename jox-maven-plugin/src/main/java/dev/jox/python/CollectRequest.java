package dev.jox.python;

import dev.jox.model.distribution.Distribution;
import dev.jox.model.spec.PackagesRequest;
import java.util.List;

/**
 * What to collect.
 *
 * @param distribution the Python of the target
 * @param buildPython the Python that runs pip and compiles bytecode on this machine; the same one where this machine can run it
 * @param sources the application's folders; those that are not there are taken for empty
 * @param levels optimisation levels that bytecode is wanted for: 0, 1 or 2, as in {@code python -O}
 * @param includeTest whether the standard library's tests are wanted
 */
public record CollectRequest(
        Distribution distribution,
        Distribution buildPython,
        PackagesRequest packages,
        List<SourceFolder> sources,
        List<Integer> levels,
        boolean includeTest,
        Packages.Freshness freshness) {
    public CollectRequest {
        sources = List.copyOf(sources);
        levels = levels.stream().distinct().sorted().toList();
    }
}
