package dev.jox.stage;

import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.pack.Run;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds out at build time whether the executable will find what it is told to run. */
final class RunCheck {
    private RunCheck() {}

    /**
     * Checks.
     *
     * @throws JoxException naming the element of {@code <run>} and modules that may be meant
     */
    static void check(Run run, Plan plan) {
        if (run instanceof Run.Module module) {
            Map<String, Boolean> packages = modules(plan);
            String name = module.name().dotted();
            if (Boolean.TRUE.equals(packages.get(name)) && !packages.containsKey(name + ".__main__")) {
                throw JoxException.user(
                        "<run><module> (-Djox.run.module): the package " + name
                                + " cannot be run, because it has no module __main__.",
                        "Name a module of the package, or give it a file __main__.py.");
            }
            require(module.name(), "module", packages);
        } else if (run instanceof Run.EntryPoint entryPoint) {
            require(entryPoint.module(), "entryPoint", modules(plan));
        }
    }

    private static void require(ModuleName name, String element, Map<String, Boolean> packages) {
        if (!packages.containsKey(name.dotted())) {
            Set<String> similar = packages.keySet().stream()
                    .filter(other -> other.endsWith("." + name.leaf())
                            || other.equalsIgnoreCase(name.dotted())
                            || other.equals(name.leaf())
                            || other.equals(name.top()))
                    .limit(5)
                    .collect(Collectors.toSet());
            throw JoxException.user(
                    "<run><" + element + "> (-Djox.run." + element + "): there is no module " + name
                            + " in the application, its packages or the standard library.",
                    similar.isEmpty()
                            ? "Put " + name.path()
                                    + ".py into the folder <sourceDirectory> (-Djox.sourceDirectory), by default"
                                    + " src/main/python, or add its package to <requirements>."
                            : "Did you mean " + String.join(", ", similar) + "?");
        }
    }

    /** All modules, each with whether it is a package. */
    private static Map<String, Boolean> modules(Plan plan) {
        Map<String, Boolean> modules = new TreeMap<>();
        for (Planned entry : plan.entries()) {
            if (entry instanceof Planned.PlannedModule module) {
                modules.put(module.name().dotted(), module.isPackage());
            } else if (entry instanceof Planned.PlannedExtension extension) {
                modules.put(extension.name().dotted(), extension.isPackage());
            } else if (entry instanceof Planned.PlannedBuiltIn builtIn) {
                modules.put(builtIn.name().dotted(), builtIn.isPackage());
            }
        }
        return modules;
    }
}
