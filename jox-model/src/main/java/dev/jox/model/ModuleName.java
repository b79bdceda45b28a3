package dev.jox.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The dotted name of a Python module, such as {@code numpy.linalg._umath_linalg}. */
public record ModuleName(@JsonValue String dotted) implements Comparable<ModuleName> {
    @JsonCreator
    public ModuleName {
        if (dotted.isEmpty() || dotted.startsWith(".") || dotted.endsWith(".") || dotted.contains("..")) {
            throw new IllegalArgumentException("not a dotted module name: '" + dotted + "'");
        }
    }

    /** The name after the last dot. */
    public String leaf() {
        return dotted.substring(dotted.lastIndexOf('.') + 1);
    }

    /** The package that the module is in; empty for a top-level module. */
    public Optional<ModuleName> parent() {
        int dot = dotted.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(new ModuleName(dotted.substring(0, dot)));
    }

    public ModuleName child(String leaf) {
        return new ModuleName(dotted + "." + leaf);
    }

    /** The top-level package or module. */
    public String top() {
        int dot = dotted.indexOf('.');
        return dot < 0 ? dotted : dotted.substring(0, dot);
    }

    /** The name with slashes: where its file or folder lies below a path entry, without a suffix. */
    public String path() {
        return dotted.replace('.', '/');
    }

    /** The function that an extension module's library exports for it: PEP 489, section "Export Hook Name". */
    public String initFunction() {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(leaf())
                ? "PyInit_" + leaf()
                : "PyInitU_" + Punycode.encoded(leaf()).replace('-', '_');
    }

    @Override
    public int compareTo(ModuleName other) {
        return dotted.compareTo(other.dotted);
    }

    @Override
    public String toString() {
        return dotted;
    }
}
