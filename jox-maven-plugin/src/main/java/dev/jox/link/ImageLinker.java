package dev.jox.link;

import dev.jox.model.JoxException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes an executable's file out of one kind of libpython. */
interface ImageLinker {
    /**
     * Writes the file.
     *
     * @param pack the packed resources, which become part of it
     * @param image where it goes: an empty file
     * @return warnings, one line each
     * @throws JoxException when the distribution cannot be linked, or a tool fails
     */
    List<String> link(LinkRequest request, Path pack, Path image) throws IOException;
}
