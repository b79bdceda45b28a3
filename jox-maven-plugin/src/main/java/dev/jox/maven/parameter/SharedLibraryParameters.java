package dev.jox.maven.parameter;

import dev.jox.model.JoxException;
import dev.jox.model.plan.Location;
import dev.jox.model.policy.Glob;
import dev.jox.model.spec.HandedFiles;
import java.io.File;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code <sharedLibrary>}: a shared library that nothing leads to. */
public final class SharedLibraryParameters {
    /** The library's file. */
    @Nullable
    File file;

    /** A glob on dotted names of extension modules, or on paths: what needs it, whether its file says so or not. */
    @Nullable
    String neededBy;

    /** {@code in-memory} or {@code filesystem-relative:<folder>}; default: as the policy says. */
    @Nullable
    String location;

    /**
     * The library as a value.
     *
     * @param number the library's place among them, from 1, for messages
     */
    HandedFiles.Library toLibrary(int number) {
        String where = Parsed.element("sharedLibraries.sharedLibrary[" + number + "]");
        if (file == null) {
            throw JoxException.user(where + " has no <file>.", "Name the library's file in the pom.");
        }
        try {
            return new HandedFiles.Library(
                    file.toPath().toAbsolutePath().normalize(),
                    Optional.ofNullable(neededBy).map(Glob::parse),
                    Optional.ofNullable(location).map(Location::parse));
        } catch (IllegalArgumentException e) {
            throw JoxException.user(where + ": " + e.getMessage() + ".", "Correct it in the pom.", e);
        }
    }
}
