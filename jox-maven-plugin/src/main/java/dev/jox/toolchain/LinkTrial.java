package dev.jox.toolchain;

import dev.jox.model.JoxException;
import dev.jox.process.Folders;
import dev.jox.process.Outcome;
import dev.jox.process.Processes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Links an empty program to see which libraries a compiler adds by itself. What it hands to the linker is printed by {@code -v}; the
 * linker's line of gcc, clang and zig has options of the same form.
 */
final class LinkTrial {
    /** Parts of libc that some have in libraries of their own; on Windows there are none of these. */
    private static final List<String> LIBC = List.of("-lm", "-lpthread", "-ldl", "-lrt", "-lutil");

    /** {@code GROUP ( /lib/libc.so.6 -lx AS_NEEDED ( … ) )} of a linker script. */
    private static final Pattern SCRIPT = Pattern.compile("(?:GROUP|INPUT)\\s*\\(([^)]*(?:\\([^)]*\\)[^)]*)*)\\)");

    /** An object for Windows on x86_64 begins with its machine, 0x8664. */
    private static final String COFF = "\u0064\u0086";

    private final Toolchain toolchain;
    private final boolean fullyStatic;
    private final Consumer<String> detail;
    private final List<Path> folders = new ArrayList<>();
    private final Set<Path> found = new LinkedHashSet<>();

    /** @param fullyStatic whether programs are linked without any shared library */
    LinkTrial(Toolchain toolchain, boolean fullyStatic, Consumer<String> detail) {
        this.toolchain = toolchain;
        this.fullyStatic = fullyStatic;
        this.detail = detail;
    }

    /** Libraries of the C and C++ compilers and of libc, in the order of the link. */
    Collection<Path> libraries() throws IOException {
        Outcome outcome = link(toolchain.target().isWindows() ? List.of() : LIBC);
        if (!outcome.succeeded()) {
            throw JoxException.environment(
                    toolchain.name() + " cannot link a program of C++:" + System.lineSeparator() + outcome.excerpt(),
                    "install the whole compiler (Debian: build-essential), or set <toolchain>zig</toolchain>"
                            + " (-Djox.toolchain=zig)");
        }
        if (found.isEmpty()) {
            throw JoxException.environment(
                    toolchain.name() + " does not say which libraries it links programs with",
                    "choose another compiler: <toolchain> (-Djox.toolchain) takes auto, system and zig");
        }
        return List.copyOf(found);
    }

    /** The file that stands for {@code -l} with the name; empty when the toolchain has none. */
    Optional<Path> library(String name) throws IOException {
        return link(List.of("-l" + name)).succeeded()
                ? found.stream()
                        .filter(file ->
                                file.getFileName().toString().matches("(?i)(lib)?\\Q" + name + "\\E\\.(a|lib|so.*)"))
                        .findFirst()
                : Optional.empty();
    }

    private Outcome link(List<String> libraries) throws IOException {
        Path folder = Files.createTempDirectory("jox-trial");
        try {
            Path source = Files.writeString(folder.resolve("trial.cpp"), "int main() { return 0; }\n");
            Path program = folder.resolve("trial");
            List<String> arguments = new ArrayList<>(List.of("-v", source.toString(), "-o", program.toString()));
            if (fullyStatic) {
                arguments.add("-static");
            }
            arguments.addAll(libraries);
            List<String> lines = new ArrayList<>();
            Outcome outcome = Processes.run(toolchain.compileCplusplus(arguments), lines::add);
            String line = lines.stream()
                    .filter(text -> text.contains(program.toString())
                            && !text.contains(source.toString())
                            // gcc's options for its own programs
                            && !text.startsWith("COLLECT_"))
                    .reduce((first, last) -> last)
                    .orElse("");
            detail.accept(line);
            List<String> words = Stream.of(line.strip().split("\\s+"))
                    .map(word -> word.replaceAll("^[\"']|[\"']$", ""))
                    .toList();
            words.stream()
                    .filter(word -> word.startsWith("-L"))
                    .forEach(word -> folders.add(Path.of(word.substring(2))));
            for (String word : words) {
                take(word);
            }
            return outcome;
        } finally {
            Folders.delete(folder);
        }
    }

    private void take(String word) throws IOException {
        if (word.startsWith("-l") && !word.startsWith("-l:")) {
            Optional<Path> library = search(word.substring(2));
            if (library.isPresent()) {
                add(library.get());
            }
        } else if (word.matches(".*\\.(a|lib|so)(\\.[0-9.]+)?|.*[/\\\\]crt[^/\\\\]*\\.obj")) {
            // what programs for Windows start with has functions of libc, too: atexit()
            Optional<Path> file = file(Path.of(word));
            if (file.isPresent()) {
                add(file.get());
            }
        }
    }

    /** A linker script may name a file alone, which is looked for as a library is: gcc's {@code libgcc_s.so} does. */
    private Optional<Path> file(Path named) {
        return Stream.concat(Stream.of(named), folders.stream().map(folder -> folder.resolve(named)))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private Optional<Path> search(String name) {
        List<String> endings = fullyStatic ? List.of(".a") : List.of(".so", ".a");
        return folders.stream()
                .flatMap(folder -> endings.stream().map(ending -> folder.resolve("lib" + name + ending)))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private void add(Path file) throws IOException {
        Path real = file.toRealPath();
        byte[] start;
        try (var in = Files.newInputStream(real)) {
            start = in.readNBytes(8);
        }
        String magic = new String(start, StandardCharsets.ISO_8859_1);
        if (magic.startsWith("\u007fELF") || magic.startsWith("!<arch>") || magic.startsWith(COFF)) {
            found.add(real);
            return;
        }
        Matcher script = SCRIPT.matcher(Files.readString(real, StandardCharsets.ISO_8859_1));
        while (script.find()) {
            for (String word : script.group(1).split("[\\s()]+")) {
                take(word);
            }
        }
    }
}
