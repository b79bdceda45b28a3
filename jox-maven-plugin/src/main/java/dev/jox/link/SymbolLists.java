package dev.jox.link;

import dev.jox.fetch.Cache;
import dev.jox.fetch.FileDigests;
import dev.jox.model.Sha256;
import dev.jox.model.binary.ExportedSymbols;
import dev.jox.model.object.LinkFiles;
import dev.jox.model.object.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** Which symbols objects, archives and shared libraries supply; each file is read once. */
final class SymbolLists {
    private static final String KIND = "symbols";

    /** Part of the cache key: raised when the entry's content changes. */
    private static final String LAYOUT = "symbols 2";

    private final Cache cache;
    private final FileDigests digests;

    SymbolLists(Cache cache) {
        this.cache = cache;
        this.digests = new FileDigests(cache);
    }

    /** A file as a supplier. */
    Provider provider(String name, Path file) throws IOException {
        return Provider.of(name, symbols(Sha256.of(LAYOUT + digests.of(file)), List.of(file)));
    }

    /**
     * Many files as one supplier.
     *
     * @param identity digest of all of them
     */
    Provider provider(String name, Sha256 identity, List<Path> files) throws IOException {
        return Provider.of(name, symbols(Sha256.of(LAYOUT + name + identity), files));
    }

    private Set<String> symbols(Sha256 key, List<Path> files) throws IOException {
        Path list = cache.file(KIND, key, target -> {
            Set<String> symbols = new LinkedHashSet<>();
            for (Path file : files) {
                Optional<SortedSet<String>> exported = ExportedSymbols.of(file);
                symbols.addAll(exported.isPresent() ? exported.get() : Provider.symbols(LinkFiles.read(file)));
            }
            Files.write(target, symbols);
        });
        return Set.copyOf(Files.readAllLines(list));
    }
}
