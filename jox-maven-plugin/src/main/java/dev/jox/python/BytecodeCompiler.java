package dev.jox.python;

import dev.jox.fetch.Cache;
import dev.jox.fetch.CachedValues;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.json.Json;
import dev.jox.model.resource.Resource;
import dev.jox.process.Command;
import dev.jox.process.Folders;
import dev.jox.process.Outcome;
import dev.jox.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Compiles modules with the build interpreter, and keeps the code in the cache by what it came from: source, path, level, Python and
 * compiling script. Modules come in groups that are kept together: a wheel's, the standard library's; each of the application's is a
 * group of its own, so that one that changed is compiled alone.
 */
final class BytecodeCompiler {
    private static final String SCRIPT = "compile_modules.py";
    private static final int PROCESSES = 2;

    private final CachedValues<Index> compiled;
    private final BuildInterpreters interpreters;
    private final PythonScripts scripts;
    private final PythonLog log;

    /** What {@value #SCRIPT} reads. */
    record Manifest(VirtualRoot root, int level, String folder, List<Entry> modules) {
        record Entry(String path, String file) {}
    }

    private record Index(List<CompiledModule.Indexed> modules) {}

    BytecodeCompiler(Cache cache, PythonLog log) {
        this.compiled = new CachedValues<>(cache, "bytecode", Index.class);
        this.interpreters = new BuildInterpreters(cache, log);
        this.scripts = new PythonScripts(cache);
        this.log = log;
    }

    /**
     * Compiles what is not in the cache.
     *
     * @param python the Python that runs on this machine; any with the target's minor version
     * @param root where the modules will seem to lie; tracebacks show it
     * @param groups modules with source or bytecode, by their path and content
     * @param level 0, 1 or 2, as in {@code python -O}
     * @return one value per module, in the order of the groups
     */
    List<CompiledModule> compile(Distribution python, VirtualRoot root, List<List<Resource>> groups, int level) {
        Map<Sha256, CachedValues.Entry<Index>> entries = new LinkedHashMap<>();
        Map<Sha256, List<Resource>> missing = new HashMap<>();
        List<Sha256> keys = new ArrayList<>();
        for (List<Resource> group : groups) {
            Sha256 key = key(python, root, group, level);
            keys.add(key);
            compiled.find(key).ifPresentOrElse(entry -> entries.put(key, entry), () -> missing.put(key, group));
        }
        try {
            if (!missing.isEmpty()) {
                entries.putAll(produce(python, root, missing, level));
            }
            List<CompiledModule> all = new ArrayList<>();
            for (Sha256 key : keys) {
                CachedValues.Entry<Index> entry = Objects.requireNonNull(entries.get(key));
                entry.value().modules().forEach(module -> all.add(module.below(entry.folder())));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What code depends on besides modules and Python: the compiling script. */
    static Sha256 digest() {
        return PythonScripts.digest(SCRIPT);
    }

    private static Sha256 key(Distribution distribution, VirtualRoot root, List<Resource> group, int level) {
        StringBuilder key = new StringBuilder("bytecode 1\n")
                .append(digest())
                .append('\n')
                .append(distribution.version())
                .append(' ')
                .append(level)
                .append(' ')
                .append(root.prefix());
        for (Resource module : group) {
            key.append('\n').append(module.content().sha256()).append(' ').append(module.path());
        }
        return Sha256.of(key.toString());
    }

    private Map<Sha256, CachedValues.Entry<Index>> produce(
            Distribution distribution, VirtualRoot root, Map<Sha256, List<Resource>> groups, int level)
            throws IOException {
        List<Resource> modules =
                groups.values().stream().flatMap(List::stream).distinct().toList();
        log.step("compiling " + modules.size() + (modules.size() == 1 ? " module" : " modules"));
        Path work = Files.createTempDirectory("jox-bytecode");
        try {
            Map<Resource, Compiled> results = compile(distribution, root, modules, level, work);
            Map<Sha256, CachedValues.Entry<Index>> entries = new HashMap<>();
            for (Map.Entry<Sha256, List<Resource>> group : groups.entrySet()) {
                entries.put(
                        group.getKey(),
                        compiled.get(group.getKey(), target -> publish(group.getValue(), results, target)));
            }
            return entries;
        } finally {
            Folders.delete(work);
        }
    }

    /** @param error the compiler's message; null where there is code in the file */
    private record Compiled(Path file, @Nullable String error) {}

    private Map<Resource, Compiled> compile(
            Distribution distribution, VirtualRoot root, List<Resource> modules, int level, Path work)
            throws IOException {
        BuildInterpreter interpreter = interpreters.of(distribution);
        List<List<Resource>> parts = parts(modules);
        List<CompletableFuture<Void>> runs = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Path folder = Files.createDirectory(work.resolve("part" + i));
            Path manifest = folder.resolve("manifest.json");
            Json.write(
                    manifest,
                    new Manifest(
                            root,
                            level,
                            folder.toString(),
                            parts.get(i).stream()
                                    .map(m -> new Manifest.Entry(
                                            m.path(), m.content().path().toString()))
                                    .toList()));
            Command command = interpreter.script(scripts.file(SCRIPT), List.of(manifest.toString()));
            runs.add(CompletableFuture.runAsync(
                    () -> run(command, distribution), task -> new Thread(task, "jox compile").start()));
        }
        try {
            runs.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            if (e.getCause() instanceof JoxException failure) {
                throw failure;
            }
            throw e;
        }
        Map<Resource, Compiled> results = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Path folder = work.resolve("part" + i);
            @Nullable String[] errors = Json.read(folder.resolve("report.json"), String[].class);
            for (int n = 0; n < errors.length; n++) {
                results.put(parts.get(i).get(n), new Compiled(folder.resolve(String.valueOf(n)), errors[n]));
            }
        }
        return results;
    }

    /** Parts of about the same number of bytes. */
    private static List<List<Resource>> parts(List<Resource> modules) {
        List<List<Resource>> parts = new ArrayList<>();
        long[] sizes = new long[modules.size() < 20 ? 1 : PROCESSES];
        for (int i = 0; i < sizes.length; i++) {
            parts.add(new ArrayList<>());
        }
        modules.stream()
                .sorted(Comparator.comparingLong((Resource m) -> m.content().size())
                        .reversed())
                .forEach(module -> {
                    int smallest = 0;
                    for (int i = 1; i < sizes.length; i++) {
                        smallest = sizes[i] < sizes[smallest] ? i : smallest;
                    }
                    sizes[smallest] += module.content().size();
                    parts.get(smallest).add(module);
                });
        return parts;
    }

    private void run(Command command, Distribution distribution) {
        log.detail(command.toString());
        Outcome outcome = Processes.run(command, log::detail);
        if (!outcome.succeeded()) {
            throw JoxException.environment(
                    "the Python of " + distribution.source() + " cannot compile modules:" + System.lineSeparator()
                            + outcome.excerpt(),
                    "run with -X for all of its output");
        }
    }

    private static Index publish(List<Resource> group, Map<Resource, Compiled> results, Path target)
            throws IOException {
        List<CompiledModule.Indexed> modules = new ArrayList<>();
        for (Resource module : group) {
            Compiled result = Objects.requireNonNull(results.get(module));
            String name = String.valueOf(modules.size());
            String error = result.error();
            if (error != null) {
                modules.add(new CompiledModule.Indexed(module.path(), "", 0, Optional.empty(), error));
            } else {
                Path code = Files.copy(result.file(), target.resolve(name));
                modules.add(new CompiledModule.Indexed(
                        module.path(), name, Files.size(code), Optional.of(Sha256.ofFile(code)), ""));
            }
        }
        return new Index(modules);
    }
}
