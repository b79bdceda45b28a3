package dev.jox.model.binary;

import dev.jox.model.JoxException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;

/** What a DLL exports by name. */
public final class PeExports {
    private PeExports() {}

    /**
     * Reads the names.
     *
     * @return whether each is a function's
     * @throws JoxException when the file is no DLL, or a damaged one
     */
    public static SortedMap<String, Boolean> of(Path dll) throws IOException {
        PeFile open = PeFile.open(dll)
                .orElseThrow(() -> JoxException.user(
                        dll + " is no DLL for 64-bit Windows", "get the distribution that it came from again"));
        try (open) {
            return PeTables.exports(open);
        }
    }
}
