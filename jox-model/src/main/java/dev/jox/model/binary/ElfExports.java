package dev.jox.model.binary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an ELF file that lies in an image has for others, found as a loader finds it. */
final class ElfExports {
    /**
     * @param version empty for a symbol without one, and for all symbols of a file without versions
     */
    private record Export(ElfSymbol symbol, Optional<String> version, boolean hidden) {}

    private final long base;
    private final Map<String, List<Export>> exports = new HashMap<>();

    /**
     * @param base what to add to the file's addresses
     */
    ElfExports(ElfFile elf, ElfDynamic dynamic, long base) throws IOException {
        this.base = base;
        ElfSymbolVersions versions = ElfSymbolVersions.of(elf, dynamic);
        long count = ElfHashes.symbolCount(elf, dynamic);
        for (int index = 0; index < count; index++) {
            ElfSymbol symbol = dynamic.symbol(index);
            if (symbol.exported()) {
                exports.computeIfAbsent(symbol.name(), name -> new ArrayList<>(1))
                        .add(new Export(symbol, versions.of(index), versions.isHidden(index)));
            }
        }
    }

    /**
     * The address of a symbol that a file uses, in the image.
     *
     * @param version that the user wants; empty for the one that new programs get
     */
    Optional<Long> find(String name, Optional<String> version) {
        for (Export export : exports.getOrDefault(name, List.of())) {
            boolean fits =
                    version.isEmpty() ? !export.hidden : export.version.isEmpty() || export.version.equals(version);
            if (fits && hasAddress(export.symbol)) {
                return Optional.of(base + export.symbol.value());
            }
        }
        return Optional.empty();
    }

    /** The functions whose names start so, each with its address in the image. */
    Map<String, Long> functions(String prefix) {
        Map<String, Long> found = new HashMap<>();
        exports.forEach((name, list) -> list.stream()
                .map(Export::symbol)
                .filter(symbol -> name.startsWith(prefix) && symbol.type() == ElfSymbol.FUNCTION)
                .findFirst()
                .ifPresent(symbol -> found.put(name, base + symbol.value())));
        return found;
    }

    private static boolean hasAddress(ElfSymbol symbol) {
        return symbol.type() != ElfSymbol.THREAD_LOCAL && symbol.type() != ElfSymbol.INDIRECT_FUNCTION;
    }
}
