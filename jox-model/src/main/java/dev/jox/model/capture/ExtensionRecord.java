package dev.jox.model.capture;

import dev.jox.model.ModuleName;
import java.nio.file.Path;
import java.util.List;

/**
 * An extension module as setuptools knew it when its {@code build_ext} had run.
 *
 * @param file where {@code build_ext} puts the module's shared library
 * @param built whether it is there
 * @param optional whether the package does without it: a failure to build it is no error
 * @param language {@code c}, {@code c++} or what the package said; empty when it said nothing
 */
public record ExtensionRecord(
        ModuleName module,
        Path file,
        boolean built,
        boolean optional,
        List<String> sources,
        List<String> libraries,
        List<String> extraObjects,
        List<String> extraLinkArguments,
        String language) {

    public ExtensionRecord {
        sources = List.copyOf(sources);
        libraries = List.copyOf(libraries);
        extraObjects = List.copyOf(extraObjects);
        extraLinkArguments = List.copyOf(extraLinkArguments);
    }
}
