package dev.jox.model.binary;

import dev.jox.model.JoxException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The names that a DLL exports. */
public final class PeExports {
    private PeExports() {}

    /**
     * Reads them.
     *
     * @throws JoxException when the file is no DLL, or a damaged one
     */
    public static Set<String> of(Path dll) throws IOException {
        PeFile open = PeFile.open(dll)
                .orElseThrow(() -> JoxException.user(
                        dll + " is no DLL for 64-bit Windows", "get the distribution that it came from again"));
        try (open) {
            return new TreeSet<>(PeTables.exports(open));
        }
    }
}
