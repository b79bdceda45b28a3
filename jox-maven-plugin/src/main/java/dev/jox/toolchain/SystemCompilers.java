package dev.jox.toolchain;

import dev.jox.fetch.Cache;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.Target;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.binary.NativeImageReader;
import dev.jox.process.Command;
import dev.jox.process.Outcome;
import dev.jox.process.Processes;
import dev.jox.toolchain.Toolchain.Kind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The C compilers on PATH, each tried out before it is taken: a compiler may lack its linker, or the C library's headers. */
final class SystemCompilers {
    private static final List<String> NAMES = List.of("cc", "gcc", "clang");

    /** The kind of cache entry that says that a compiler was tried out with success. */
    private static final String KIND = "compilers";

    /** Whether a shared library can be made with what jox's runtime uses. */
    private static final String PROBE = """
            #include <stdio.h>
            #include <string.h>
            #include <sys/mman.h>
            #if !defined(__linux__) || !defined(__x86_64__) || !defined(__LP64__) || !defined(__GLIBC__)
            #error "not x86_64-unknown-linux-gnu"
            #endif
            int probe(const char *text) { return puts(text) + (int)strlen(text); }
            """;

    private final Cache cache;
    private final Map<String, String> environment;

    SystemCompilers(Cache cache, Map<String, String> environment) {
        this.cache = cache;
        this.environment = environment;
    }

    /**
     * The first compiler on PATH that makes libraries for the target.
     *
     * @param tried gets a line for each that was looked at in vain
     */
    Optional<Toolchain> find(Target target, List<String> tried) {
        if (!serve(target)) {
            tried.add("compilers of this machine are not used for " + target.triple() + ", whose programs need "
                    + (target.isWindows()
                            ? "Windows' universal C runtime (UCRT), as Python does: MinGW's own is msvcrt.dll"
                            : "musl as C library"));
            return Optional.empty();
        }
        for (String name : NAMES) {
            Optional<Path> program = onPath(name);
            if (program.isEmpty()) {
                tried.add(name + " is not on PATH");
            } else {
                Toolchain toolchain = describe(program.get(), target);
                Optional<String> problem = problemOf(toolchain);
                if (problem.isEmpty()) {
                    return Optional.of(toolchain);
                }
                tried.add(program.get() + ": " + problem.get());
            }
        }
        return Optional.empty();
    }

    /** Whether any compiler of this machine can be one for the target. */
    static boolean serve(Target target) {
        return target == Target.LINUX_GNU;
    }

    private Optional<Path> onPath(String name) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .map(Path::toAbsolutePath);
    }

    private Toolchain describe(Path program, Target target) {
        // in English whatever the user's language is, so that the identity does not depend on it
        Outcome outcome = run(Command.of(program, "--version").withVariable("LC_ALL", "C"));
        String version = outcome.output().lines().findFirst().orElse("");
        return new Toolchain(
                program.toString(),
                program + " " + version,
                Kind.SYSTEM,
                target,
                List.of(program.toString()),
                new TreeMap<>());
    }

    /** Why a compiler will not do; a compiler that did is not tried again. */
    private Optional<String> problemOf(Toolchain toolchain) {
        Sha256 key = Sha256.of(PROBE + toolchain.digest());
        if (cache.find(KIND, key).isPresent()) {
            return Optional.empty();
        }
        Optional<String> problem = probe(toolchain);
        if (problem.isEmpty()) {
            cache.file(KIND, key, file -> Files.writeString(file, toolchain.identity()));
        }
        return problem;
    }

    private static Optional<String> probe(Toolchain toolchain) {
        try {
            return probe(toolchain, Files.createTempDirectory("jox-compiler"));
        } catch (IOException e) {
            throw JoxException.environment(
                    "cannot try out the compiler " + toolchain.name() + ": " + e.getMessage(),
                    "check that the folder for temporary files can be written",
                    e);
        }
    }

    private static Optional<String> probe(Toolchain toolchain, Path folder) throws IOException {
        try {
            Path source = Files.writeString(folder.resolve("probe.c"), PROBE);
            Path library = folder.resolve("probe.so");
            Outcome outcome = run(toolchain.compile(
                    List.of("-shared", "-fPIC", "-nostdlib", "-o", library.toString(), source.toString())));
            if (!outcome.succeeded()) {
                String errors = outcome.tail().stream()
                        .filter(line -> line.contains("error") || line.contains("cannot"))
                        .findFirst()
                        .orElseGet(() -> "it ended with status " + outcome.status());
                return Optional.of(errors);
            }
            Optional<NativeImage> image = NativeImageReader.read(library);
            return image.isPresent() && image.get().machine().equals("EM_X86_64")
                    ? Optional.empty()
                    : Optional.of("it does not make libraries for x86_64");
        } finally {
            for (String name : List.of("probe.c", "probe.so")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.deleteIfExists(folder);
        }
    }

    private static Outcome run(Command command) {
        return Processes.capture(command, line -> {});
    }
}
