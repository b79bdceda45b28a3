package dev.jox.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an unpacked archive turns out to be, found by its files and not by its name. */
sealed interface UnpackedLayout {
    /** A {@code full} archive of python-build-standalone, or of the same shape; {@code root} has PYTHON.json. */
    record Full(Path root) implements UnpackedLayout {}

    /** An installation for Linux. */
    record Unix(Path root, Path interpreter) implements UnpackedLayout {}

    /** An installation for Windows, which this machine may not be able to run. */
    record Windows(Path root, Path dll) implements UnpackedLayout {}

    /** Deep enough for {@code org/bytedeco/cpython/linux-x86_64}. */
    int DEEPEST = 5;

    Pattern STANDARD_LIBRARY = Pattern.compile("python(3\\.\\d+)t?");
    Pattern DLL = Pattern.compile("python3\\d{2,}\\.dll");

    /** The shallowest of what the folder holds; empty where there is no Python in it. */
    static Optional<UnpackedLayout> find(Path folder) throws IOException {
        Deque<Path> level = new ArrayDeque<>(List.of(folder));
        for (int depth = 0; depth <= DEEPEST && !level.isEmpty(); depth++) {
            Deque<Path> next = new ArrayDeque<>();
            for (Path candidate : level) {
                Optional<UnpackedLayout> found = at(candidate);
                if (found.isPresent()) {
                    return found;
                }
                next.addAll(folders(candidate));
            }
            level = next;
        }
        return Optional.empty();
    }

    private static Optional<UnpackedLayout> at(Path root) throws IOException {
        if (Files.isRegularFile(root.resolve("PYTHON.json"))) {
            return Optional.of(new Full(root));
        }
        Optional<Path> dll = list(root).stream()
                .filter(f -> DLL.matcher(f.getFileName().toString()).matches())
                .findFirst();
        if (dll.isPresent()) {
            return Optional.of(new Windows(root, dll.get()));
        }
        for (Path library : list(root.resolve("lib"))) {
            var name = STANDARD_LIBRARY.matcher(library.getFileName().toString());
            if (name.matches() && Files.isRegularFile(library.resolve("os.py"))) {
                for (String program : List.of("python" + name.group(1), "python3", "python")) {
                    Path interpreter = root.resolve("bin").resolve(program);
                    if (Files.isRegularFile(interpreter)) {
                        return Optional.of(new Unix(root, interpreter));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<Path> folders(Path folder) throws IOException {
        return list(folder).stream()
                .filter(f -> Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.sorted().toList());
        }
    }
}
