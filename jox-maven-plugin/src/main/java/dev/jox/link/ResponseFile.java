package dev.jox.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Arguments in a file, for command lines that can be longer than systems allow. */
final class ResponseFile {
    private ResponseFile() {}

    /** Writes the arguments as gcc, clang and zig read them, one a line. */
    static Path write(Path file, List<String> arguments) throws IOException {
        String text = arguments.stream()
                .map(argument -> "\"" + argument.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n")
                .collect(Collectors.joining());
        return Files.writeString(file, text);
    }
}
