package dev.jox.model.binary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Names of what a shared library has for others, without versions. */
public final class ExportedSymbols {
    private ExportedSymbols() {}

    /** Reads them; empty when the file is no library of ELF and no DLL. */
    public static Optional<SortedSet<String>> of(Path file) throws IOException {
        Optional<SortedSet<String>> ofElf = ofElf(file);
        return ofElf.isPresent() ? ofElf : ofDll(file);
    }

    private static Optional<SortedSet<String>> ofDll(Path file) throws IOException {
        try (PeFile dll = PeFile.open(file).orElse(null)) {
            return dll == null
                    ? Optional.empty()
                    : Optional.of(new TreeSet<>(PeTables.exports(dll).keySet()));
        }
    }

    private static Optional<SortedSet<String>> ofElf(Path file) throws IOException {
        try (ElfFile elf = ElfFile.open(file).orElse(null)) {
            if (elf == null) {
                return Optional.empty();
            }
            SortedSet<String> names = new TreeSet<>();
            for (ElfSymbol symbol : ElfDynamic.of(elf).exports()) {
                names.add(symbol.name());
            }
            return Optional.of(names);
        }
    }
}
