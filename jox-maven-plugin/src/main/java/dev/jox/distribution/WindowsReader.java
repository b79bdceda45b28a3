package dev.jox.distribution;

import dev.jox.fetch.Purpose;
import dev.jox.model.Flavor;
import dev.jox.model.JoxException;
import dev.jox.model.PythonVersion;
import dev.jox.model.Sha256;
import dev.jox.model.Target;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.Libpython;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Describes a Python for Windows by its files, since this machine may not be able to run it. What is built into its DLL, a table of the
 * plugin says: {@code windows-builtins.json}.
 */
final class WindowsReader {
    private static final Pattern VERSION = Pattern.compile("(?m)^#define\\s+PY_VERSION\\s+\"([^\"]+)\"");

    private final String source;
    private final UnpackedLayout.Windows layout;
    private final Purpose purpose;

    private WindowsReader(String source, UnpackedLayout.Windows layout, Purpose purpose) {
        this.source = source;
        this.layout = layout;
        this.purpose = purpose;
    }

    /** Describes it. */
    static Distribution read(String source, Sha256 digest, Path tree, UnpackedLayout.Windows layout, Purpose purpose)
            throws IOException {
        return new WindowsReader(source, layout, purpose).describe(digest, tree);
    }

    private Distribution describe(Sha256 digest, Path tree) throws IOException {
        Path include = folderOf("headers", "include/Python.h", "Include/Python.h");
        Path standardLibrary = folderOf("standard library", "Lib/os.py", "lib/os.py");
        PythonVersion version = Fitness.version(source, version(include.resolve("patchlevel.h")), purpose);
        String digits = version.majorMinor().replace(".", "");
        List<Path> folders = Stream.of("DLLs", "lib", "Lib")
                .map(layout.root()::resolve)
                .filter(Files::isDirectory)
                .toList();
        List<String> suffixes = List.of(".cp" + digits + "-win_amd64.pyd", ".pyd");
        return new Distribution(
                source,
                digest,
                version,
                Target.WINDOWS_MSVC,
                Flavor.STANDALONE_DYNAMIC,
                tree,
                Optional.empty(),
                new Libpython.WindowsDll(layout.dll(), find("import library", "libs/python" + digits + ".lib")),
                include,
                standardLibrary,
                Stream.concat(Stream.of(layout.root()), folders.stream()).toList(),
                List.of(),
                new ExtensionFiles().list(builtins(version), folders, suffixes),
                "cpython-" + digits,
                suffixes,
                InstallationReader.TEST_PACKAGES,
                InstallationReader.LICENSES,
                Stream.of(layout.root().resolve("LICENSE.txt"), standardLibrary.resolve("LICENSE.txt"))
                        .filter(Files::isRegularFile)
                        .findFirst(),
                Optional.empty());
    }

    private String version(Path patchlevel) throws IOException {
        Matcher matcher = VERSION.matcher(Files.isRegularFile(patchlevel) ? Files.readString(patchlevel) : "");
        if (!matcher.find()) {
            throw lacks("version: " + patchlevel + " does not say it");
        }
        return matcher.group(1);
    }

    private static List<String> builtins(PythonVersion version) {
        Map<?, ?> table = PluginData.json("windows-builtins.json", Map.class);
        if (table.get(version.majorMinor()) instanceof List<?> names) {
            return names.stream().map(String::valueOf).toList();
        }
        throw new IllegalStateException("the plugin's table of built-ins lacks Python " + version.majorMinor());
    }

    private Path folderOf(String what, String... places) {
        return Objects.requireNonNull(find(what, places).getParent());
    }

    private Path find(String what, String... places) {
        return Stream.of(places)
                .map(layout.root()::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> lacks(what + ": " + String.join(" or ", places)));
    }

    private JoxException lacks(String what) {
        return JoxException.user(
                source + " is a Python for Windows that has no " + what,
                "give a whole installation, or another one, in " + purpose.parameter());
    }
}
