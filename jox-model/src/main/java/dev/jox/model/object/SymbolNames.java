package dev.jox.model.object;

import java.util.Optional;
import java.util.Set;

/** What tools put around the names of symbols. */
final class SymbolNames {
    /** A pointer to what a DLL exports; linkers make one for what is not from a DLL, too. */
    static final String IMPORT_PREFIX = "__imp_";
    /** A pointer to a variable that may be in a DLL (MinGW); linkers know the name. */
    static final String REFPTR_PREFIX = ".refptr.";
    /** A pointer to a personality routine (ELF); one in every object that has exception tables. */
    static final String DWARF_REFERENCE_PREFIX = "DW.ref.";

    private SymbolNames() {}

    /** The symbol that a pointer's name is about, or nothing if the name is not a pointer's. */
    static Optional<String> pointee(String name) {
        return pointerPrefix(name).map(prefix -> name.substring(prefix.length()));
    }

    static Optional<String> pointerPrefix(String name) {
        for (String prefix : Set.of(IMPORT_PREFIX, REFPTR_PREFIX, DWARF_REFERENCE_PREFIX)) {
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                return Optional.of(prefix);
            }
        }
        return Optional.empty();
    }

    /** The name without the version that {@code .symver} gives: {@code foo@V1}, {@code foo@@V1}, {@code foo@@@V1}. */
    static String unversioned(String name) {
        int at = name.indexOf('@', 1);
        return at < 0 ? name : name.substring(0, at);
    }

    /** The version, or nothing. */
    static Optional<String> version(String name) {
        int at = name.indexOf('@', 1);
        return at < 0 ? Optional.empty() : Optional.of(name.substring(at).replaceFirst("^@+", ""));
    }

    /** Whether the version is the one that a reference without version gets. */
    static boolean defaultVersion(String name) {
        return name.indexOf("@@", 1) > 0;
    }

    /** The names by which others may refer to a symbol that is defined under this one. */
    static Set<String> answersTo(String name) {
        if (version(name).isEmpty()) {
            return Set.of(name);
        }
        String explicit = unversioned(name) + "@" + version(name).get();
        return defaultVersion(name) ? Set.of(unversioned(name), explicit) : Set.of(explicit);
    }
}
