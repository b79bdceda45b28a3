package dev.jox.maven.parameter;

import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.spec.ExtensionModuleObjects;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code <extensionModule>}: an extension module by the files that it is linked from. */
public final class ExtensionModuleParameters {
    /** The module's dotted name. */
    @Nullable
    String name;

    /** The C function that creates the module; default: {@code PyInit_} and the last part of its name. */
    @Nullable
    String initFunction;

    /** Object files, all of which are linked. */
    @Nullable
    List<File> objects;

    /** Static libraries, of which what is needed is linked. */
    @Nullable
    List<File> archives;

    /** Other libraries by their names, such as {@code z} for {@code libz}. */
    @Nullable
    List<String> libraries;

    /** The licences of all that is linked, as SPDX identifiers. */
    @Nullable
    List<String> licenses;

    /**
     * The module as a value.
     *
     * @param number its place among the modules, from 1, for messages
     */
    public ExtensionModuleObjects toObjects(int number) {
        String where = Parsed.element("extensionModules.extensionModule[" + number + "]");
        if (name == null || !name.matches("[^.\\s/]+(\\.[^.\\s/]+)*")) {
            throw JoxException.user(
                    where + (name == null ? " has no <name>." : ": '" + name + "' is not the dotted name of a module."),
                    "Give the name that the module is imported by, such as <name>pkg._fast</name>.");
        }
        List<Path> given = paths(objects, where + "<objects>");
        List<Path> libs = paths(archives, where + "<archives>");
        if (given.isEmpty() && libs.isEmpty()) {
            throw JoxException.user(
                    where + " (" + name + ") has neither <objects> nor <archives>.",
                    "Name the object files that the module is linked from.");
        }
        return new ExtensionModuleObjects(
                new ModuleName(name),
                Optional.ofNullable(initFunction),
                given,
                libs,
                libraries == null ? List.of() : libraries,
                licenses == null ? List.of() : licenses);
    }

    private static List<Path> paths(@Nullable List<File> files, String where) {
        if (files == null) {
            return List.of();
        }
        return files.stream()
                .map(file -> {
                    Path path = file.toPath().toAbsolutePath().normalize();
                    if (!Files.isRegularFile(path)) {
                        throw JoxException.user(
                                where + " names " + path + ", and there is no such file.",
                                "Correct the path, or have the file made in a phase before compile.");
                    }
                    return path;
                })
                .toList();
    }
}
