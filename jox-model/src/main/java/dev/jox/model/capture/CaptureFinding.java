package dev.jox.model.capture;

import dev.jox.model.ModuleName;
import java.nio.file.Path;

/** Something that one of the nets saw and another did not. */
public sealed interface CaptureFinding {
    /** A line for the report. */
    String text();

    /** A shared library in the wheel that no recorded link made: it was brought along, or its linker was not reached. */
    record NotCaptured(String path) implements CaptureFinding {
        @Override
        public String text() {
            return path
                    + " was not linked by a compiler that jox gave to the build: it is a file of the package as it came, or made "
                    + "by a program that did not use CC, CXX, LD or PATH";
        }
    }

    /** A shared library in the wheel that several links may have made. */
    record Ambiguous(String path, int links) implements CaptureFinding {
        @Override
        public String text() {
            return path + " may come from any of " + links + " links of files with that name";
        }
    }

    /** A link of which the output is not in the wheel: a test of the build's, or a part of something. */
    record NotShipped(Path output) implements CaptureFinding {
        @Override
        public String text() {
            return output + " was linked and is not in the wheel";
        }
    }

    /** An extension module that the package wanted and that was not built: an optional one failed. */
    record NotBuilt(ModuleName module, boolean optional) implements CaptureFinding {
        @Override
        public String text() {
            return "the extension module " + module + " was declared and not built"
                    + (optional ? ": it is optional, and its compilation failed" : "");
        }
    }
}
