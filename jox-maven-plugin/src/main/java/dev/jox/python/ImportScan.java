package dev.jox.python;

import dev.jox.fetch.Cache;
import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.json.Json;
import dev.jox.model.resource.ImportChains;
import dev.jox.model.resource.ImportLines;
import dev.jox.model.resource.LibraryNeed;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.Resource;
import dev.jox.model.resource.Resource.ExtensionModule;
import dev.jox.model.resource.Resource.ModuleSource;
import dev.jox.process.Outcome;
import dev.jox.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out whether the application needs extension modules of the standard library that lack a library on this machine. Parsing
 * modules takes as long as compiling them, so their text is looked at first, and only what that finds is parsed.
 */
final class ImportScan {
    private static final String SCRIPT = "module_imports.py";

    private final BuildInterpreters interpreters;
    private final PythonScripts scripts;
    private final PythonLog log;

    private record Entry(String path, String file) {}

    ImportScan(Cache cache, PythonLog log) {
        this.interpreters = new BuildInterpreters(cache, log);
        this.scripts = new PythonScripts(cache);
        this.log = log;
    }

    /** For each extension module of the standard library that lacks a library and is needed: how the application comes to it. */
    Map<String, List<ModuleName>> chains(Distribution distribution, List<Resource> resources, List<LibraryNeed> needs) {
        return chainsTo(lacking(resources, needs), distribution, resources);
    }

    /**
     * How the application comes to each of some modules, by imports that run whenever it is imported itself.
     *
     * @param lacking paths of the modules
     */
    Map<String, List<ModuleName>> chainsTo(Set<String> lacking, Distribution distribution, List<Resource> resources) {
        if (lacking.isEmpty()) {
            return Map.of();
        }
        Map<Resource, List<String>> reached = new LinkedHashMap<>();
        Map<String, List<ModuleName>> likely =
                ImportChains.to(lacking, resources, module -> reached.computeIfAbsent(module, ImportScan::lines));
        if (likely.isEmpty()) {
            return Map.of();
        }
        Map<Resource, List<String>> parsed = parse(distribution, List.copyOf(reached.keySet()));
        return ImportChains.to(lacking, resources, module -> parsed.getOrDefault(module, List.of()));
    }

    /** Extension modules of the standard library that lack a library, or need one that does. */
    private static Set<String> lacking(List<Resource> resources, List<LibraryNeed> needs) {
        Set<String> lacking = new HashSet<>();
        int before = -1;
        while (lacking.size() > before) {
            before = lacking.size();
            for (LibraryNeed need : needs) {
                boolean lacks = need.found() instanceof LibraryNeed.Missing
                        || need.found() instanceof LibraryNeed.Carried carried && lacking.contains(carried.path());
                if (lacks) {
                    lacking.add(need.path());
                }
            }
        }
        Set<String> standard = new HashSet<>();
        for (Resource resource : resources) {
            if (resource instanceof ExtensionModule
                    && resource.origin().kind() == Origin.Kind.DISTRIBUTION
                    && lacking.contains(resource.path())) {
                standard.add(resource.path());
            }
        }
        return standard;
    }

    private static List<String> lines(Resource module) {
        return module instanceof ModuleSource
                ? ImportLines.names(module.path(), new String(module.content().read(), StandardCharsets.UTF_8))
                : List.of();
    }

    private Map<Resource, List<String>> parse(Distribution distribution, List<Resource> reached) {
        List<Resource> modules =
                reached.stream().filter(ModuleSource.class::isInstance).toList();
        List<Entry> entries = new ArrayList<>();
        modules.forEach(module ->
                entries.add(new Entry(module.path(), module.content().path().toString())));
        try {
            Path list = Files.createTempFile("jox-imports", ".json");
            try {
                Json.write(list, entries);
                Outcome outcome = Processes.capture(
                        interpreters.of(distribution).script(scripts.file(SCRIPT), List.of(list.toString())),
                        log::detail);
                if (!outcome.succeeded()) {
                    throw JoxException.environment(
                            "the Python of " + distribution.source() + " cannot parse modules:" + System.lineSeparator()
                                    + outcome.excerpt(),
                            "run with -X for all of its output");
                }
                String[][] names = Json.parse(outcome.output(), String[][].class);
                Map<Resource, List<String>> parsed = new HashMap<>();
                for (int i = 0; i < names.length; i++) {
                    parsed.put(modules.get(i), List.of(names[i]));
                }
                return parsed;
            } finally {
                Files.deleteIfExists(list);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
