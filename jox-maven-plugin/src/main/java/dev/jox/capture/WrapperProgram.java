package dev.jox.capture;

import dev.jox.fetch.Cache;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.process.CarriedFiles;
import dev.jox.process.Outcome;
import dev.jox.process.Processes;
import dev.jox.toolchain.Toolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Compiles the wrapper for this machine, once per toolchain. */
public final class WrapperProgram {
    private static final String NAME = "jox-wrapper";
    private static final List<String> FLAGS = List.of("-std=c11", "-O2", "-Wall", "-Wextra", "-Werror", "-o", NAME);

    private final Cache cache;
    private final Consumer<String> detail;

    /**
     * @param detail gets the command that is run and what it prints
     */
    public WrapperProgram(Cache cache, Consumer<String> detail) {
        this.cache = cache;
        this.detail = detail;
    }

    /** Changes whenever the program does. */
    public static Sha256 digest() {
        return CaptureResources.wrapper().digest();
    }

    /**
     * The program, as a file of the cache.
     *
     * @param host a toolchain that makes programs for this machine
     */
    public Path with(Toolchain host) {
        CarriedFiles sources = CaptureResources.wrapper();
        Sha256 key = Sha256.of(
                String.join("\n", sources.digest().hex(), host.digest().hex(), String.join(" ", FLAGS)));
        return cache.entry("wrapper", key, folder -> compile(host, sources, folder))
                .resolve(NAME);
    }

    private void compile(Toolchain host, CarriedFiles sources, Path folder) throws IOException {
        sources.writeTo(folder);
        List<String> arguments = new ArrayList<>(FLAGS);
        sources.files().keySet().stream().filter(name -> name.endsWith(".c")).forEach(arguments::add);
        var command = host.compile(arguments).in(folder);
        detail.accept(command.toString());
        Outcome outcome = Processes.run(command, detail);
        if (!outcome.succeeded()) {
            throw JoxException.environment(
                    host.name() + " cannot compile the plugin's compiler wrapper:" + System.lineSeparator()
                            + outcome.excerpt(),
                    "set <toolchain>zig</toolchain> (-Djox.toolchain=zig) to use another compiler");
        }
        for (String name : sources.files().keySet()) {
            Files.delete(folder.resolve(name));
        }
    }
}
