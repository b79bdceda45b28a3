package dev.jox.model.binary;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a shared object can be laid into an executable, as far as its own file tells: the runtime does of a loader's work what
 * plain C libraries need.
 */
final class Bindable {
    private static final Set<Integer> RELOCATIONS = Set.of(
            ElfRelocation.NONE,
            ElfRelocation.WORD,
            ElfRelocation.GLOB_DAT,
            ElfRelocation.JUMP_SLOT,
            ElfRelocation.RELATIVE);
    private static final long PAGE = 4096;
    /** The array of destructors that compilers give every library, for one function that has nothing to do here. */
    private static final long USUAL_DESTRUCTORS = Long.BYTES;

    private Bindable() {}

    /** What stands against it, in words; empty for nothing. */
    static Optional<String> obstacle(ElfFile elf, ElfDynamic dynamic) throws IOException {
        if (elf.machine() != ElfFile.X86_64 || elf.type() != ElfFile.DYNAMIC_FILE) {
            return Optional.of("it is no shared library for x86_64");
        }
        if (elf.segment(ElfSegment.TLS).isPresent()) {
            return Optional.of("it has thread-local variables");
        }
        if (dynamic.value(ElfDynamic.FINI_ARRAY_SIZE).orElse(0) > USUAL_DESTRUCTORS) {
            return Optional.of("it has destructors");
        }
        long free = 0;
        for (ElfSegment load : elf.loads()) {
            if (load.alignment() > PAGE || load.address() < free) {
                return Optional.of("its segments are not laid out by pages of " + PAGE + " bytes");
            }
            free = ElfLayout.align(load.end(), PAGE);
        }
        if (dynamic.exports().stream().anyMatch(symbol -> symbol.type() == ElfSymbol.INDIRECT_FUNCTION)) {
            return Optional.of("it chooses functions when it is loaded");
        }
        return ofRelocations(elf, dynamic);
    }

    private static Optional<String> ofRelocations(ElfFile elf, ElfDynamic dynamic) throws IOException {
        List<ElfSegment> writable = elf.loads().stream()
                .filter(load -> (load.flags() & ElfSegment.WRITE) != 0)
                .toList();
        for (ElfRelocation relocation : dynamic.relocations()) {
            if (!RELOCATIONS.contains(relocation.type())) {
                return Optional.of("it has relocations of type " + relocation.type());
            }
            if (relocation.type() != ElfRelocation.NONE
                    && writable.stream()
                            .noneMatch(load -> relocation.where() >= load.address()
                                    && relocation.where() <= load.end() - Long.BYTES)) {
                return Optional.of("its code is changed when it is loaded");
            }
        }
        return Optional.empty();
    }
}
