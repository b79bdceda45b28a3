package dev.jox.python;

import dev.jox.model.Content;
import dev.jox.model.Sha256;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What compiling a module gave.
 *
 * @param path the module's path
 * @param code the marshalled code; empty for a module that does not compile
 * @param error the compiler's message; empty for one that does
 * @param imports names that it imports at module level without catching failures, in order; where one has a parent, it may be the
 *     name of an attribute rather than of a module
 */
record CompiledModule(String path, Optional<Content> code, String error, List<String> imports) {
    /** The form that a folder's index has: the code's file is relative to the folder. */
    record Indexed(String path, String file, long size, Optional<Sha256> sha256, String error, List<String> imports) {
        CompiledModule below(Path folder) {
            return new CompiledModule(
                    path, sha256.map(hash -> new Content(folder.resolve(file), size, hash)), error, imports);
        }
    }

    CompiledModule {
        imports = List.copyOf(imports);
    }
}
