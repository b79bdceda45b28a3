package dev.jox.link;

import dev.jox.fetch.Cache;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.distribution.Distribution;
import dev.jox.process.Folders;
import dev.jox.process.Outcome;
import dev.jox.process.Processes;
import dev.jox.toolchain.Toolchain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
     * What to link.
     *
     * @param modules C source with the tables of built-in modules
     * @param exports the symbols that shared libraries find in the program, as a list for {@code --dynamic-list}; empty for a program
     *     that loads none
     * @param inputs options, objects and libraries in their order; files are where their content never changes
     * @param cplusplus whether the C++ compiler links, which adds its runtime
     */
    record Request(
            Toolchain toolchain,
            Distribution distribution,
            String modules,
            Optional<String> exports,
            List<String> inputs,
            boolean cplusplus) {}

    /**
     * Links, unless that was done before.
     *
     * @return a file of the cache
     * @throws JoxException with the last lines of the linker
     */
    Path link(Request request) {
        Sha256 key = Sha256.of(String.join(
                "\n",
                LAYOUT,
                request.toolchain().digest().hex(),
                request.distribution().digest().hex(),
                request.modules(),
                request.exports().orElse(""),
                String.valueOf(request.cplusplus()),
                String.join("\n", request.inputs())));
        return cache.file("linked-programs", key, target -> {
            Path folder = Files.createTempDirectory("jox-link");
            try {
                NativeSources.load().writeTo(folder);
                // what linkers leave beside a program, such as an import library, is of no use
                Path program = folder.resolve("program");
                List<String> arguments = new ArrayList<>(List.of(
                        "-O2",
                        "-I" + folder,
                        "-I" + request.distribution().include(),
                        Files.writeString(folder.resolve("modules.c"), request.modules())
                                .toString(),
                        "-o",
                        program.toString()));
                if (request.exports().isPresent()) {
                    arguments.add("-Wl,--dynamic-list="
                            + Files.writeString(
                                    folder.resolve("exports"), request.exports().get()));
                }
                arguments.addAll(request.inputs());
                run(request, ResponseFile.write(folder.resolve("arguments"), arguments));
                Files.copy(program, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Folders.delete(folder);
            }
        });
    }

    private void run(Request request, Path arguments) {
        Toolchain toolchain = request.toolchain();
        List<String> line = List.of("@" + arguments);
        Outcome outcome =
                Processes.run(request.cplusplus() ? toolchain.compileCplusplus(line) : toolchain.compile(line), detail);
        if (!outcome.succeeded()) {
            throw JoxException.environment(
                    toolchain.name() + " cannot link " + request.distribution().source() + ":" + System.lineSeparator()
                            + outcome.excerpt(),
                    "choose another compiler: <toolchain> (-Djox.toolchain) takes auto, system and zig; or another"
                            + " <distribution>");
        }
    }
}
