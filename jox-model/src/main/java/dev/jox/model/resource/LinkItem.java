package dev.jox.model.resource;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.file.Path;
import java.util.List;

/** A part of a link line, in its order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
public sealed interface LinkItem {
    /**
     * A file that the line named: an object, an archive, a shared library.
     *
     * @param path where it was when it was linked, for messages
     * @param copy where it is
     * @param whole whether all members of an archive are wanted ({@code --whole-archive})
     */
    record File(Path path, Path copy, boolean whole) implements LinkItem {
        boolean isLibrary() {
            return path.toString().matches(".*\\.(a|lib|so|so\\..*)");
        }
    }

    /**
     * A library that the line named by {@code -l}.
     *
     * @param name without {@code lib} and suffix; an exact file name begins with a colon, as in {@code -l:libx.a}
     * @param copies what a folder of {@code -L} had for it; empty for a library of the system or the toolchain
     * @param whole whether all of its members are wanted
     * @param staticOnly whether a shared one does not do ({@code -Bstatic}, {@code -static})
     */
    record Library(String name, List<File> copies, boolean whole, boolean staticOnly) implements LinkItem {
        public Library {
            copies = List.copyOf(copies);
        }
    }

    /** Any other argument, such as {@code -pthread} or {@code -Wl,-rpath,x}; with its value if that is the next one. */
    record Option(List<String> arguments) implements LinkItem {
        public Option {
            arguments = List.copyOf(arguments);
        }
    }
}
