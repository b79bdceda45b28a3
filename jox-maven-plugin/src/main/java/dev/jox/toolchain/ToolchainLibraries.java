package dev.jox.toolchain;

import dev.jox.fetch.Cache;
import dev.jox.fetch.CachedValues;
import dev.jox.model.Sha256;
import dev.jox.model.binary.ExportedSymbols;
import dev.jox.model.object.LinkFiles;
import dev.jox.model.object.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;

/** What a toolchain adds to every link by itself: libc, the compilers' runtimes, the C++ library. */
public final class ToolchainLibraries {
    /** Part of the cache key: raised when libraries are found or read in another way. */
    private static final String LAYOUT = "toolchain symbols 4";

    private final CachedValues<Listing> listings;
    private final Consumer<String> detail;

    /** @param detail gets the commands that are run */
    public ToolchainLibraries(Cache cache, Consumer<String> detail) {
        this.listings = new CachedValues<>(cache, "toolchain-symbols", Listing.class);
        this.detail = detail;
    }

    private record Listing(List<Library> libraries) {}

    /** @param name the file's name, such as {@code libc.so.6} */
    private record Library(String name, List<String> symbols) {}

    /**
     * The libraries as suppliers of symbols, in the order of the link. The toolchain is asked once.
     *
     * @param fullyStatic whether programs are linked without any shared library
     */
    public List<Provider> providers(Toolchain toolchain, boolean fullyStatic) {
        Sha256 key = Sha256.of(LAYOUT + "\n" + toolchain.digest() + "\n" + fullyStatic);
        return providers(key, folder -> list(toolchain, fullyStatic));
    }

    /**
     * A library that the toolchain has and adds only when told: those of Windows' own DLLs. The toolchain is asked once.
     *
     * @param name what stands after {@code -l}
     */
    public Optional<Provider> library(Toolchain toolchain, String name) {
        Sha256 key = Sha256.of(LAYOUT + "\n" + toolchain.digest() + "\n-l" + name);
        return providers(
                        key,
                        folder -> list(new LinkTrial(toolchain, true, detail)
                                .library(name).stream().toList()))
                .stream()
                .findFirst();
    }

    private List<Provider> providers(Sha256 key, CachedValues.Maker<Listing> maker) {
        try {
            List<Provider> providers = new ArrayList<>();
            Listing listing = listings.get(key, maker).value();
            for (Library library : listing.libraries()) {
                providers.add(Provider.of(library.name(), Set.copyOf(library.symbols())));
            }
            return List.copyOf(providers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Listing list(Toolchain toolchain, boolean fullyStatic) throws IOException {
        return list(new LinkTrial(toolchain, fullyStatic, detail).libraries());
    }

    private static Listing list(Collection<Path> files) throws IOException {
        List<Library> libraries = new ArrayList<>();
        for (Path file : files) {
            Optional<SortedSet<String>> exported = ExportedSymbols.of(file);
            SortedSet<String> symbols = exported.isPresent() ? exported.get() : Provider.symbols(LinkFiles.read(file));
            libraries.add(new Library(String.valueOf(file.getFileName()), List.copyOf(symbols)));
        }
        return new Listing(libraries);
    }
}
