package dev.jox.model.capture;

import java.nio.file.Path;
import java.util.List;

/**
 * One link of a shared library, as the compiler wrapper kept it.
 *
 * @param folder where the copies are
 * @param tool {@code cc}, {@code c++} or {@code ld}
 * @param directory the folder that the tool ran in
 * @param arguments the whole line, with response files expanded
 * @param output what was linked, where it was then; absolute
 * @param outputCopy its copy
 * @param inputs the files that the line named, in its order
 */
public record LinkRecord(
        Path folder,
        String tool,
        Path directory,
        List<String> arguments,
        Path output,
        Path outputCopy,
        List<Input> inputs) {

    public LinkRecord {
        arguments = List.copyOf(arguments);
        inputs = List.copyOf(inputs);
    }

    /**
     * A file of the link.
     *
     * @param index of the argument that named it
     * @param path where it was
     * @param copy where it is
     * @param source whether the line named a source, of which the copy is the object
     */
    public record Input(int index, Path path, Path copy, boolean source) {}
}
