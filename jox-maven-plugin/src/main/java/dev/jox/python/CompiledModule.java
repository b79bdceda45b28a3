package dev.jox.python;

import dev.jox.model.Content;
import dev.jox.model.Sha256;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What compiling a module gave.
 *
 * @param path the module's path
 * @param code the marshalled code; empty for a module that does not compile
 * @param error the compiler's message; empty for one that does
 */
record CompiledModule(String path, Optional<Content> code, String error) {
    /** The form that a folder's index has: the code's file is relative to the folder. */
    record Indexed(String path, String file, long size, Optional<Sha256> sha256, String error) {
        CompiledModule below(Path folder) {
            return new CompiledModule(path, sha256.map(hash -> new Content(folder.resolve(file), size, hash)), error);
        }
    }
}
