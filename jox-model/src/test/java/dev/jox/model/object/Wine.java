package dev.jox.model.object;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs Windows programs in a wine prefix below the build's folder. */
record Wine(Path program, Path prefix) {
    static Wine find() throws IOException {
        Path program = Path.of("/usr/lib/wine/wine64");
        if (!Files.isExecutable(program)) {
            throw Tool.missing(program.toString());
        }
        Path prefix = Path.of("target", "wine").toAbsolutePath();
        Wine wine = new Wine(program, prefix);
        if (!Files.isDirectory(prefix)) {
            Files.createDirectories(prefix);
            wine.start(List.of(program.toString(), "wineboot", "-i"));
        }
        return wine;
    }

    /** Its output, with lines ended as on Linux. */
    String run(Path exe) throws IOException {
        return start(List.of(program.toString(), exe.toString())).replace("\r\n", "\n");
    }

    private String start(List<String> line) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectInput(Path.of("/dev/null").toFile());
        builder.environment().put("WINEDEBUG", "-all");
        builder.environment().put("WINEPREFIX", prefix.toString());
        Process process = builder.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
