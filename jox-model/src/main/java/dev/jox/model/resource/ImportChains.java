package dev.jox.model.resource;

import dev.jox.model.ModuleName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** How the application comes to need a module: by the imports that run whenever one of its modules is imported. */
public final class ImportChains {
    private ImportChains() {}

    /**
     * Follows imports from the application's modules, the shortest way first.
     *
     * @param resources all that import can reach
     * @param wanted paths of the modules that chains are looked for to
     * @param imports names that a module imports whenever it is imported, asked once for each module that is reached; a name with a
     *     parent may be an attribute's
     * @return for each wanted module that is reached, by its path: the names from a module of the application to it, both included
     */
    public static Map<String, List<ModuleName>> to(
            Set<String> wanted, List<Resource> resources, Function<Resource, List<String>> imports) {
        Map<ModuleName, Resource> modules = Layers.modules(resources);
        Map<ModuleName, List<ModuleName>> chains = new LinkedHashMap<>();
        Deque<ModuleName> open = new ArrayDeque<>();
        modules.forEach((name, resource) -> {
            if (resource.origin().kind() == Origin.Kind.APPLICATION) {
                chains.put(name, List.of(name));
                open.add(name);
            }
        });
        Map<String, List<ModuleName>> found = new TreeMap<>();
        while (!open.isEmpty()) {
            ModuleName name = open.remove();
            List<ModuleName> chain = Objects.requireNonNull(chains.get(name));
            Resource module = Objects.requireNonNull(modules.get(name));
            if (wanted.contains(module.path())) {
                found.put(module.path(), chain);
            }
            for (String imported : imports.apply(module)) {
                for (ModuleName next : withParents(imported)) {
                    if (modules.containsKey(next) && !chains.containsKey(next)) {
                        List<ModuleName> longer = new ArrayList<>(chain);
                        longer.add(next);
                        chains.put(next, List.copyOf(longer));
                        open.add(next);
                    }
                }
            }
        }
        return found;
    }

    private static List<ModuleName> withParents(String dotted) {
        List<ModuleName> names = new ArrayList<>();
        for (int dot = dotted.indexOf('.'); dot >= 0; dot = dotted.indexOf('.', dot + 1)) {
            names.add(new ModuleName(dotted.substring(0, dot)));
        }
        names.add(new ModuleName(dotted));
        return names;
    }
}
