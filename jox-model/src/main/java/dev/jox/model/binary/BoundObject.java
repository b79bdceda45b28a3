package dev.jox.model.binary;

import dev.jox.model.JoxException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A shared object that is laid into an executable: its segments become part of the image, and what a loader would do with it is
 * written down in tables that the runtime follows when its code is wanted.
 *
 * @param base what to add to its addresses
 * @param libraries numbers of the bound objects that it needs, directly or not
 */
record BoundObject(ElfFile elf, ElfDynamic dynamic, ElfExports exports, long base, List<Integer> libraries) {
    private static final long PAGE = 4096;
    private static final int PROTECT_READ = 1;
    private static final int PROTECT_WRITE = 2;

    /** Pages that get another protection than they start with. */
    record Range(long start, long size, int protection) {}

    /** A word that gets the address of a symbol of libc, in the version that the object was linked with if it was with any. */
    record Named(long where, String symbol, Optional<String> version, long addend) {}

    /** What has to be filled in before the object's code can run. */
    record Words(List<BootTable.Direct> direct, List<Named> named) {}

    static BoundObject of(ElfFile elf, long base, List<Integer> libraries) throws IOException {
        ElfDynamic dynamic = ElfDynamic.of(elf);
        Optional<String> obstacle = Bindable.obstacle(elf, dynamic);
        if (obstacle.isPresent()) {
            throw unfit(elf.bytes().file(), obstacle.get());
        }
        return new BoundObject(elf, dynamic, new ElfExports(elf, dynamic, base), base, List.copyOf(libraries));
    }

    private static JoxException unfit(Path file, String why) {
        return JoxException.user(
                file + " cannot be bound into the executable: " + why,
                "keep it a library of its own by a rule with <extension>standalone</extension> in <policy>");
    }

    /** The first page after it. */
    long end() {
        return ElfLayout.align(
                base + elf.loads().stream().mapToLong(ElfSegment::end).max().orElse(0), PAGE);
    }

    /**
     * Finds everything that the object uses: in itself, in libpython, in the libraries that it needs, and what is in none of
     * them in libc when the program runs.
     *
     * @throws JoxException naming symbols that can be in none of them
     */
    Words words(ElfExports libpython, List<BoundObject> all) throws IOException {
        List<BootTable.Direct> direct = new ArrayList<>();
        List<Named> named = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>();
        ElfSymbolVersions versions = ElfSymbolVersions.of(elf, dynamic);
        for (ElfRelocation relocation : dynamic.relocations()) {
            long where = base + relocation.where();
            if (relocation.type() == ElfRelocation.NONE) {
                continue;
            }
            if (relocation.type() == ElfRelocation.RELATIVE) {
                direct.add(new BootTable.Direct(where, base + relocation.addend()));
                continue;
            }
            /* of these types only WORD has an addend to add */
            long addend = relocation.type() == ElfRelocation.WORD ? relocation.addend() : 0;
            ElfSymbol symbol = dynamic.symbol(relocation.symbol());
            Optional<String> version = versions.of(relocation.symbol());
            Optional<Long> address = symbol.defined()
                    ? Optional.of(base + symbol.value())
                    : find(symbol.name(), version, libpython, all);
            if (address.isPresent()) {
                direct.add(new BootTable.Direct(where, address.get() + addend));
            } else if (version.isPresent()
                    || (symbol.binding() != ElfSymbol.WEAK && GlibcBaseline.has(symbol.name()))) {
                /* without a version where the object was not linked with the library that has it */
                named.add(new Named(where, symbol.name(), version, addend));
            } else if (symbol.binding() != ElfSymbol.WEAK) {
                unknown.add(symbol.name());
            }
        }
        if (!unknown.isEmpty()) {
            throw unfit(
                    elf.bytes().file(),
                    "it uses " + String.join(", ", unknown)
                            + ", which neither libpython nor a library that it needs has");
        }
        return new Words(direct, named);
    }

    private Optional<Long> find(String name, Optional<String> version, ElfExports libpython, List<BoundObject> all) {
        Optional<Long> found = libpython.find(name, version);
        for (int i = 0; i < libraries.size() && found.isEmpty(); i++) {
            found = all.get(libraries.get(i)).exports.find(name, version);
        }
        return found;
    }

    /** Pages that must become writable before the words are filled in. */
    List<Range> writable() {
        return elf.loads().stream()
                .filter(load -> (load.flags() & ElfSegment.WRITE) != 0)
                .map(load -> pages(load.address(), load.end(), PROTECT_READ | PROTECT_WRITE))
                .toList();
    }

    /** Pages that nothing may write to or run once the words are filled in. */
    List<Range> readable() {
        List<Range> ranges = new ArrayList<>();
        for (ElfSegment load : elf.loads()) {
            if ((load.flags() & (ElfSegment.WRITE | ElfSegment.EXECUTE)) == 0) {
                ranges.add(pages(load.address(), load.end(), PROTECT_READ));
            }
        }
        elf.segment(ElfSegment.GNU_RELRO)
                .map(relro -> new Range(
                        (base + relro.address()) & -PAGE,
                        ((base + relro.end()) & -PAGE) - ((base + relro.address()) & -PAGE),
                        PROTECT_READ))
                .filter(range -> range.size() > 0)
                .ifPresent(ranges::add);
        return ranges;
    }

    private Range pages(long start, long end, int protection) {
        long first = (base + start) & -PAGE;
        return new Range(first, ElfLayout.align(base + end, PAGE) - first, protection);
    }

    /** Address of the constructor that comes first; 0 for none. */
    long init() {
        return dynamic.value(ElfDynamic.INIT).stream()
                .map(address -> base + address)
                .findFirst()
                .orElse(0);
    }

    /** Where the addresses of the other constructors are. */
    BootTable.Part initArray() {
        return new BootTable.Part(
                base + dynamic.value(ElfDynamic.INIT_ARRAY).orElse(0),
                dynamic.value(ElfDynamic.INIT_ARRAY_SIZE).orElse(0));
    }

    /** Its functions that create modules, by name. */
    Map<String, Long> initFunctions() {
        return new TreeMap<>(exports.functions("PyInit"));
    }
}
