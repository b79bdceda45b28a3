package dev.jox.model.binary;

import java.util.Optional;

/** What of a DLL the launcher's loader (pe/ of the runtime) cannot do, and Windows' can. */
final class PeMemory {
    private static final int PAGE = 4096;

    private PeMemory() {}

    /** Why a DLL cannot be loaded from memory, in words that follow "because". */
    static Optional<String> obstacle(PeFile file, PeThreadLocals threadLocals) {
        if (file.isFixed()) {
            return Optional.of("it can be at one address only, having no relocations");
        }
        if (file.sectionAlignment() % PAGE != 0) {
            return Optional.of("its sections are no whole pages");
        }
        if (file.sections().stream().anyMatch(PeSection::shared)) {
            return Optional.of("it shares a section with other processes");
        }
        if (file.directory(PeFile.COM_DESCRIPTOR).address() != 0) {
            return Optional.of("it is an assembly of .NET");
        }
        if (threadLocals == PeThreadLocals.UNUSUAL) {
            return Optional.of("its code reaches thread-local variables in a way that only Windows' loader serves");
        }
        return Optional.empty();
    }
}
