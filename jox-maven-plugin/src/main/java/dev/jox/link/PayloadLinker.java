package dev.jox.link;

import dev.jox.fetch.Cache;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.builtin.PreparedExtension;
import dev.jox.process.Folders;
import dev.jox.process.Outcome;
import dev.jox.process.Processes;
import dev.jox.toolchain.Toolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Links the built-in modules of packages into one shared library, for executables whose libpython is a shared library and cannot be
 * linked anew. It has init functions for others and nothing else. The interpreter's symbols come from the executable that loads it, on
 * Windows from the DLL that that has loaded.
 */
final class PayloadLinker {
    /** Part of the cache key: raised when something changes that the arguments do not show. */
    private static final String LAYOUT = "payload 2";

    private final Cache cache;
    private final Consumer<String> detail;

    PayloadLinker(Cache cache, Consumer<String> detail) {
        this.cache = cache;
        this.detail = detail;
    }

    /**
     * Links, unless that was done before.
     *
     * @return a file of the cache
     * @throws JoxException with the last lines of the linker
     */
    Path link(Toolchain toolchain, List<PreparedExtension> extensions) throws IOException {
        PayloadForm form = PayloadForm.of(toolchain.target());
        List<String> inputs = inputs(extensions);
        String exports = form.exports(extensions.stream()
                .map(PreparedExtension::initFunction)
                .sorted()
                .toList());
        boolean cplusplus = extensions.stream().anyMatch(PreparedExtension::cplusplus);
        Sha256 key = Sha256.of(String.join(
                "\n",
                LAYOUT,
                toolchain.digest().hex(),
                String.valueOf(cplusplus),
                exports,
                String.join(" ", form.options()),
                String.join("\n", inputs)));
        return cache.file("payloads", key, target -> {
            Path folder = Files.createTempDirectory("jox-payload");
            try {
                // what linkers leave beside a DLL is of no use
                Path library = folder.resolve(form.fileName("payload"));
                List<String> arguments = new ArrayList<>(form.options());
                arguments.add(form.exporting(Files.writeString(folder.resolve(form.exportsName()), exports)));
                arguments.addAll(List.of("-o", library.toString()));
                arguments.addAll(inputs);
                Path file = ResponseFile.write(folder.resolve("arguments"), arguments);
                run(toolchain, cplusplus, List.of("@" + file), extensions);
                Files.copy(library, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Folders.delete(folder);
            }
        });
    }

    private static List<String> inputs(List<PreparedExtension> extensions) {
        List<String> inputs = new ArrayList<>();
        Set<String> libraries = new LinkedHashSet<>();
        for (PreparedExtension extension : extensions) {
            extension.objects().forEach(object -> inputs.add(object.toString()));
            extension.archives().forEach(archive -> libraries.add(archive.toString()));
        }
        extensions.forEach(extension -> extension.libraries().forEach(name -> libraries.add("-l" + name)));
        inputs.addAll(libraries);
        inputs.add("-lm");
        return inputs;
    }

    private void run(
            Toolchain toolchain, boolean cplusplus, List<String> arguments, List<PreparedExtension> extensions) {
        Outcome outcome =
                Processes.run(cplusplus ? toolchain.compileCplusplus(arguments) : toolchain.compile(arguments), detail);
        if (!outcome.succeeded()) {
            throw JoxException.user(
                    toolchain.name() + " cannot link the built-in extension modules "
                            + extensions.stream()
                                    .map(extension -> extension.name().dotted())
                                    .collect(Collectors.joining(", "))
                            + ":" + System.lineSeparator() + outcome.excerpt(),
                    PayloadForm.of(toolchain.target()).advice()
                            + "leave out the module of the object that is named by"
                            + " <rule><match>…</match><include>false</include></rule>, or choose another compiler in"
                            + " <toolchain> (-Djox.toolchain)");
        }
    }
}
