package dev.jox.model.binary;

import dev.jox.model.JoxException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Decides what each word of the runtime that needs an address gets: the runtime's own symbols and libpython's are at known
 * places of the image, all else must be libc's and is looked up by name when the program starts.
 */
final class RuntimeBinder {
    private final ElfDynamic runtime;
    private final long runtimeBase;
    private final Map<String, ElfSymbol> libpython = new HashMap<>();

    /**
     * @param runtimeBase what to add to the runtime's addresses
     */
    RuntimeBinder(ElfDynamic libpython, ElfDynamic runtime, long runtimeBase) throws IOException {
        this.runtime = runtime;
        this.runtimeBase = runtimeBase;
        for (ElfSymbol symbol : libpython.exports()) {
            this.libpython.put(symbol.name(), symbol);
        }
    }

    /**
     * Resolves all of the runtime's relocations.
     *
     * @throws JoxException naming the symbols that neither libpython nor every glibc has
     */
    BootTable bind() throws IOException {
        List<BootTable.Direct> direct = new ArrayList<>();
        List<BootTable.Named> named = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>();
        for (ElfRelocation relocation : runtime.relocations()) {
            long where = runtimeBase + relocation.where();
            switch (relocation.type()) {
                case ElfRelocation.NONE -> {}
                case ElfRelocation.RELATIVE ->
                    direct.add(new BootTable.Direct(where, runtimeBase + relocation.addend()));
                case ElfRelocation.GLOB_DAT, ElfRelocation.JUMP_SLOT ->
                    bind(where, runtime.symbol(relocation.symbol()), 0, direct, named, unknown);
                case ElfRelocation.WORD ->
                    bind(where, runtime.symbol(relocation.symbol()), relocation.addend(), direct, named, unknown);
                default ->
                    throw JoxException.environment(
                            "the C compiler made jox's runtime with relocations of type " + relocation.type()
                                    + ", which an executable made of a shared libpython cannot have",
                            "choose another compiler by <toolchain>zig</toolchain> (-Djox.toolchain=zig)");
            }
        }
        if (!unknown.isEmpty()) {
            throw JoxException.environment(
                    "jox's runtime as the C compiler made it uses " + String.join(", ", unknown)
                            + ", which neither libpython nor glibc " + GlibcBaseline.VERSION + " has",
                    "choose another compiler by <toolchain>zig</toolchain> (-Djox.toolchain=zig)");
        }
        return new BootTable(direct, named);
    }

    private void bind(
            long where,
            ElfSymbol symbol,
            long addend,
            List<BootTable.Direct> direct,
            List<BootTable.Named> named,
            TreeSet<String> unknown) {
        ElfSymbol exported = libpython.get(symbol.name());
        if (symbol.defined()) {
            direct.add(new BootTable.Direct(where, runtimeBase + symbol.value() + addend));
        } else if (exported != null && hasAddress(exported)) {
            direct.add(new BootTable.Direct(where, exported.value() + addend));
        } else if (GlibcBaseline.has(symbol.name())) {
            named.add(new BootTable.Named(where, GlibcBaseline.name(symbol.name()), addend));
        } else if (symbol.binding() != ElfSymbol.WEAK) {
            unknown.add(symbol.name());
        }
    }

    private static boolean hasAddress(ElfSymbol symbol) {
        return symbol.type() != ElfSymbol.THREAD_LOCAL && symbol.type() != ElfSymbol.INDIRECT_FUNCTION;
    }
}
