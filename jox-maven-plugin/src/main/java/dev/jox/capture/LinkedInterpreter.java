package dev.jox.capture;

import dev.jox.fetch.Cache;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.Libpython;
import dev.jox.model.distribution.LinkableCore;
import dev.jox.model.object.LinkFiles;
import dev.jox.model.object.Provider;
import dev.jox.process.Outcome;
import dev.jox.process.Processes;
import dev.jox.toolchain.Toolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What extension modules are linked with while their package is built, where a linker leaves no symbol of the interpreter open: on
 * Windows. For a DLL that is its import library. A static libpython gets a stand-in that has its symbols and nothing behind them: the
 * link is done for the build scripts that look at its result, which is thrown away, and nobody runs it.
 */
public final class LinkedInterpreter {
    private static final String LAYOUT = "stand-in 2";
    private static final String OBJECT = "libpython.o";
    private static final Pattern API = Pattern.compile("_?Py[A-Z_].*");

    private final Cache cache;
    private final Consumer<String> detail;

    /** @param detail gets the commands that are run and what they print */
    public LinkedInterpreter(Cache cache, Consumer<String> detail) {
        this.cache = cache;
        this.detail = detail;
    }

    /** The file for a link with the toolchain; empty where none is needed. */
    public Optional<Path> of(Distribution distribution, Toolchain toolchain) {
        if (!distribution.target().isWindows()) {
            return Optional.empty();
        }
        if (distribution.libpython() instanceof Libpython.WindowsDll dll) {
            return Optional.of(dll.importLibrary());
        }
        Sha256 key = Sha256.of(LAYOUT + distribution.digest() + toolchain.digest());
        return Optional.of(cache.entry("stand-ins", key, folder -> compile(symbols(distribution), toolchain, folder))
                .resolve(OBJECT));
    }

    private static SortedSet<String> symbols(Distribution distribution) throws IOException {
        SortedSet<String> symbols = new TreeSet<>();
        for (Path object : distribution.core().map(LinkableCore::objects).orElse(List.of())) {
            symbols.addAll(Provider.symbols(LinkFiles.read(object)));
        }
        symbols.removeIf(symbol -> !API.matcher(symbol).matches());
        return symbols;
    }

    private void compile(SortedSet<String> symbols, Toolchain toolchain, Path folder) throws IOException {
        StringBuilder source = new StringBuilder(".data\n");
        symbols.forEach(symbol -> source.append(".globl ")
                .append(symbol)
                .append('\n')
                .append(symbol)
                .append(":\n"));
        Path assembly = Files.writeString(folder.resolve("libpython.s"), source.append(".quad 0\n"));
        Outcome outcome = Processes.run(
                toolchain.compile(List.of(
                        "-c", assembly.toString(), "-o", folder.resolve(OBJECT).toString())),
                detail);
        if (!outcome.succeeded()) {
            throw JoxException.environment(
                    toolchain.name() + " cannot assemble a list of symbols:" + System.lineSeparator()
                            + outcome.excerpt(),
                    "choose another compiler: <toolchain> (-Djox.toolchain) takes auto, system and zig");
        }
        Files.delete(assembly);
    }
}
