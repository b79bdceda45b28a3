package dev.jox.link;

import dev.jox.fetch.Cache;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.distribution.Distribution;
import dev.jox.process.Outcome;
import dev.jox.process.Processes;
import dev.jox.toolchain.Toolchain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Links a program of libpython, jox's runtime and built-in modules, without the packed resources. Programs are kept in the cache:
 * as long as none of what is linked changes, a build only appends another pack to one.
 */
final class ProgramLinker {
    /** Part of the cache key: raised when something changes that the arguments do not show. */
    private static final String LAYOUT = "program 1";

    private final Cache cache;
    private final Consumer<String> detail;

    ProgramLinker(Cache cache, Consumer<String> detail) {
        this.cache = cache;
        this.detail = detail;
    }

    /**
     * Links, unless that was done before.
     *
     * @param modules C source with the tables of built-in modules
     * @param inputs options, objects and libraries in their order; files are where their content never changes
     * @param cplusplus whether the C++ compiler links, which adds its runtime
     * @return a file of the cache
     * @throws JoxException with the last lines of the linker
     */
    Path link(Toolchain toolchain, Distribution distribution, String modules, List<String> inputs, boolean cplusplus) {
        Sha256 key = Sha256.of(String.join(
                "\n",
                LAYOUT,
                toolchain.digest().hex(),
                distribution.digest().hex(),
                modules,
                String.valueOf(cplusplus),
                String.join("\n", inputs)));
        return cache.file("linked-programs", key, target -> {
            Path folder = Files.createTempDirectory("jox-link");
            try {
                NativeSources.load().writeTo(folder);
                List<String> arguments = new ArrayList<>(List.of(
                        "-O2",
                        "-I" + folder,
                        "-I" + distribution.include(),
                        Files.writeString(folder.resolve("modules.c"), modules).toString(),
                        "-o",
                        target.toString()));
                arguments.addAll(inputs);
                run(toolchain, distribution, ResponseFile.write(folder.resolve("arguments"), arguments), cplusplus);
            } finally {
                Folders.delete(folder);
            }
        });
    }

    private void run(Toolchain toolchain, Distribution distribution, Path arguments, boolean cplusplus) {
        List<String> line = List.of("@" + arguments);
        Outcome outcome = Processes.run(cplusplus ? toolchain.compileCplusplus(line) : toolchain.compile(line), detail);
        if (!outcome.succeeded()) {
            throw JoxException.environment(
                    toolchain.name() + " cannot link " + distribution.source() + ":" + System.lineSeparator()
                            + outcome.excerpt(),
                    "choose another compiler: <toolchain> (-Djox.toolchain) takes auto, system and zig; or another"
                            + " <distribution>");
        }
    }
}
