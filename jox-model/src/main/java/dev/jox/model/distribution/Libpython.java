package dev.jox.model.distribution;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.file.Path;

/** The library that holds the interpreter. Paths are absolute. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
public sealed interface Libpython {
    /** Whether it is a library that is loaded: built-in modules of packages cannot be linked into it, and have one of their own. */
    default boolean shared() {
        return !(this instanceof StaticArchive);
    }

    /**
     * A shared ELF library; its own file becomes the executable.
     *
     * @param soname its DT_SONAME, which extension modules may name in DT_NEEDED
     */
    record SharedElf(Path file, String soname) implements Libpython {}

    /** A static archive; launcher, built-ins and archive are one link. */
    record StaticArchive(Path archive) implements Libpython {}

    /** A Windows DLL with the import library to link against. */
    record WindowsDll(Path dll, Path importLibrary) implements Libpython {}
}
