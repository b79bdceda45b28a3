package dev.jox.model.capture;

import dev.jox.model.ModuleName;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the path of a shared library in a wheel says. */
final class WheelPaths {
    /** {@code x.data/platlib/} comes to the same place as what is outside of it (binary distribution format). */
    private static final Pattern SCHEME = Pattern.compile("[^/]+\\.data/(?:platlib|purelib)/(.*)");
    /** The suffixes that CPython loads: {@code .cpython-314-x86_64-linux-gnu.so}, {@code .abi3.so}, {@code .cp314-win_amd64.pyd}. */
    private static final Pattern EXTENSION =
            Pattern.compile("((?:[^/.]+/)*[^/.]+?)(?:\\.cpython-[^./]+|\\.abi3|\\.cp\\d+-[^./]+)?\\.(?:so|pyd)");

    private WheelPaths() {}

    /** The module that a file is, by its name alone; nothing for {@code libx.so.1} or a file below {@code data}. */
    static Optional<ModuleName> module(String path) {
        Matcher scheme = SCHEME.matcher(path);
        Matcher extension = EXTENSION.matcher(scheme.matches() ? scheme.group(1) : path);
        if (!extension.matches()) {
            return Optional.empty();
        }
        ModuleName name = new ModuleName(extension.group(1).replace('/', '.'));
        return name.leaf().equals("__init__") ? name.parent() : Optional.of(name);
    }

    /** Where the file comes to lie below site-packages. */
    static String place(String path) {
        Matcher scheme = SCHEME.matcher(path);
        return scheme.matches() ? scheme.group(1) : path;
    }

    /** Whether the file is a package's {@code __init__}. */
    static boolean isPackage(String path) {
        return path.substring(path.lastIndexOf('/') + 1).startsWith("__init__.");
    }

    /** How many of the last parts of two paths agree. */
    static int commonEnd(String wheelPath, Path output) {
        String[] parts = wheelPath.split("/");
        int common = 0;
        while (common < parts.length
                && common < output.getNameCount()
                && parts[parts.length - 1 - common].equals(
                        output.getName(output.getNameCount() - 1 - common).toString())) {
            common++;
        }
        return common;
    }
}
