package dev.jox.model.resource;

import dev.jox.model.ModuleName;
import dev.jox.model.resource.Resource.ExtensionModule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Which extension modules the application cannot do without: those that its modules reach by imports at module level whose failure
 * nobody catches.
 */
public final class ImportChains {
    private ImportChains() {}

    /**
     * Follows imports from the application's modules.
     *
     * @param resources all that import can reach
     * @param imports names imported by each module, by the module's path; a name with a parent may be an attribute's
     * @return for each extension module of the standard library that is reached, by its path: the names from a module of the
     *     application to the extension module, both included
     */
    public static Map<String, List<ModuleName>> toStandardExtensions(
            List<Resource> resources, Map<String, List<String>> imports) {
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
            Resource module = Objects.requireNonNull(modules.get(name));
            if (module instanceof ExtensionModule && module.origin().kind() == Origin.Kind.DISTRIBUTION) {
                found.put(module.path(), Objects.requireNonNull(chains.get(name)));
            }
            for (String imported : imports.getOrDefault(module.path(), List.of())) {
                for (ModuleName next : withParents(imported)) {
                    if (modules.containsKey(next) && !chains.containsKey(next)) {
                        List<ModuleName> chain = new ArrayList<>(Objects.requireNonNull(chains.get(name)));
                        chain.add(next);
                        chains.put(next, List.copyOf(chain));
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
