package dev.jox.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * An installed Python with a static libpython and no shared one, as pyenv makes them: Debian's, unpacked from its packages without the
 * one that has the shared library. {@code src/it/tools/setup} fetches them.
 */
public final class StaticLibpython {
    private static final String VERSION = "3.11";

    private StaticLibpython() {}

    /** Unpacks it, and gives its interpreter. */
    public static Path unpack(Path folder) throws IOException {
        Path packages = StaticPython.folder().resolveSibling("debian");
        Files.createDirectories(folder);
        for (String name :
                List.of("python3.11-minimal", "libpython3.11-minimal", "libpython3.11-stdlib", "libpython3.11-dev")) {
            try (var files = Files.list(packages)) {
                Path file = files.filter(each -> each.getFileName().toString().startsWith(name + "_"))
                        .findFirst()
                        .orElseThrow(
                                () -> new IOException("no " + name + " in " + packages + ": run src/it/tools/setup"));
                Program.of(Path.of("/usr/bin/dpkg-deb")).run("-x", file, folder).succeeds();
            }
        }
        settle(folder.resolve("usr"));
        return folder.resolve("usr/bin/python" + VERSION);
    }

    /** Debian's headers and settings count on being in their places. */
    private static void settle(Path prefix) throws IOException {
        Path headers = prefix.resolve("include/python" + VERSION);
        Files.copy(
                prefix.resolve("include/x86_64-linux-gnu/python" + VERSION + "/pyconfig.h"),
                headers.resolve("pyconfig.h"),
                StandardCopyOption.REPLACE_EXISTING);
        Path settings = prefix.resolve("lib/python" + VERSION + "/_sysconfigdata__x86_64-linux-gnu.py");
        String text = Files.readString(settings, StandardCharsets.UTF_8);
        Files.writeString(settings, text.replace("'/usr/lib", "'" + prefix + "/lib"));
    }
}
