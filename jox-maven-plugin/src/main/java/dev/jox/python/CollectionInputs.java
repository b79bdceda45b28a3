package dev.jox.python;

import dev.jox.model.Sha256;
import dev.jox.model.spec.PackagesRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that a collection comes from, as far as it can be seen without collecting: while it stands, so does the collection.
 *
 * @param distribution the digest of the target's Python
 * @param buildPython the digest of the one that runs on this machine
 * @param requested digest of everything that pip's answer depends on, the texts of files included
 * @param installed digest of what is installed in folders, by names, sizes and times
 * @param nativeLibraries digest of the libraries that packages are built with
 * @param sources digests of the application's files by their absolute paths
 * @param handed digest of the files that are added by hand
 * @param handMade digests of extension modules whose objects the pom names
 * @param systemLibraries digest of the loader's cache, which changes when a library is installed or removed
 * @param scripts digest of the script that compiles
 */
public record CollectionInputs(
        Sha256 distribution,
        Sha256 buildPython,
        PackagesRequest packages,
        Sha256 requested,
        Sha256 installed,
        Sha256 nativeLibraries,
        Map<String, Sha256> sources,
        Sha256 handed,
        List<Sha256> handMade,
        List<Integer> levels,
        boolean includeTest,
        Sha256 systemLibraries,
        Sha256 scripts) {
    public CollectionInputs {
        sources = new TreeMap<>(sources);
        handMade = List.copyOf(handMade);
        levels = List.copyOf(levels);
    }
}
