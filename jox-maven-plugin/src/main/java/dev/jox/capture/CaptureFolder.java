package dev.jox.capture;

import dev.jox.model.capture.CaptureRecords;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A folder for one watched build: the wrapper under the names of the tools that it stands in for, and the records. The build runs
 * with {@link #environment}; afterwards {@link #records} tells what was seen.
 */
public final class CaptureFolder {
    /** What build tools and packages call; each finds the wrapper by CC and the like, or first on PATH. */
    private static final List<String> NAMES = List.of(
            "cc",
            "gcc",
            "clang",
            "c99",
            "c++",
            "g++",
            "clang++",
            "ld",
            "ld.lld",
            "ld.bfd",
            "ar",
            "gcc-ar",
            "llvm-ar",
            "ranlib",
            "gcc-ranlib",
            "llvm-ranlib",
            "x86_64-linux-gnu-gcc",
            "x86_64-linux-gnu-g++");

    private static final String RECORDS = "records";

    private final Path tools;
    private final Path recordFolder;
    private final RealTools real;

    private CaptureFolder(Path tools, Path recordFolder, RealTools real) {
        this.tools = tools;
        this.recordFolder = recordFolder;
        this.real = real;
    }

    /**
     * Prepares a build.
     *
     * @param folder an empty or absent folder
     * @param wrapper the program of {@link WrapperProgram}
     * @param compile arguments that end every compilation, such as {@code -fPIC}
     * @param link arguments that end every link by a compiler, such as {@code -L/folder}
     */
    public static CaptureFolder create(
            Path folder, Path wrapper, RealTools real, List<String> compile, List<String> link) throws IOException {
        Path tools = Files.createDirectories(folder.toAbsolutePath().resolve("tools"));
        Path records = Files.createDirectories(folder.toAbsolutePath().resolve(RECORDS));
        // The program finds its settings beside itself: a copy of its own, not a link into the cache.
        Path program = Files.copy(wrapper, tools.resolve("jox-wrapper"));
        for (String name : NAMES) {
            Files.createSymbolicLink(tools.resolve(name), program.getFileName());
        }
        StringBuilder settings = new StringBuilder("record " + records + "\n");
        real.byKey().forEach((key, words) -> words.forEach(word -> settings.append(line(key, word))));
        real.discarded().forEach(suffix -> settings.append(line("discard", suffix)));
        real.dropped().forEach(argument -> settings.append(line("drop", argument)));
        real.rewritten().forEach((from, to) -> settings.append(line("rewrite", (from + " " + to).strip())));
        if (real.windowsLibraries()) {
            settings.append(line("libraries", "windows"));
        }
        compile.forEach(argument -> settings.append(line("compile", argument)));
        link.forEach(argument -> settings.append(line("link", argument)));
        Files.writeString(tools.resolve("wrapper.conf"), settings);
        return new CaptureFolder(tools, records, real);
    }

    private static String line(String key, String value) {
        if (value.contains("\n")) {
            throw new IllegalArgumentException("a line break in an argument of " + key);
        }
        return key + " " + value + "\n";
    }

    /**
     * The variables of a build that is to be watched.
     *
     * @param path the PATH that it would have otherwise
     */
    public Map<String, String> environment(String path) {
        Map<String, String> variables = new TreeMap<>(real.environment());
        variables.put("PATH", tools + File.pathSeparator + path);
        variables.put("CC", tools.resolve("cc").toString());
        variables.put("CXX", tools.resolve("c++").toString());
        variables.put("AR", tools.resolve("ar").toString());
        variables.put("RANLIB", tools.resolve("ranlib").toString());
        // those of the build Python name the compiler that made it, and its flags for other libraries than the
        // package's
        variables.put("LDSHARED", tools.resolve("cc") + " -shared");
        variables.put("LDCXXSHARED", tools.resolve("c++") + " -shared");
        variables.put("JOX_CAPTURE", recordFolder.toString());
        return variables;
    }

    /** Where the tools are; not needed when the build has ended. */
    public Path tools() {
        return tools;
    }

    /** What was recorded so far. */
    public CaptureRecords records() throws IOException {
        return CaptureRecords.read(recordFolder);
    }

    /** What was recorded in such a folder by a build that has ended; the folder may have been moved since. */
    public static CaptureRecords records(Path folder) throws IOException {
        return CaptureRecords.read(folder.resolve(RECORDS));
    }
}
