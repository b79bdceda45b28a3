package dev.jox.stage;

import dev.jox.model.Content;
import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.pack.Run;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds out at build time whether the executable will find what it is told to run. */
final class RunCheck {
    /** Names that a module has without its source saying them. */
    private static final Pattern DYNAMIC =
            word("(import\\s*\\*|__getattr__|globals|vars|locals|setattr|exec|sys\\.modules)");

    private static final Pattern FUNCTION = Pattern.compile("^(?:async )?def (\\w+)", Pattern.MULTILINE);

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
            Map<String, Boolean> packages = modules(plan);
            require(entryPoint.module(), "entryPoint", packages);
            requireFunction(entryPoint, plan, packages);
        }
    }

    /** Refuses a function that the module's source does not so much as mention; what other means than source make is left to run time. */
    private static void requireFunction(Run.EntryPoint entryPoint, Plan plan, Map<String, Boolean> packages) {
        String name = entryPoint.function().split("\\.", 2)[0];
        String module = entryPoint.module().dotted();
        Optional<String> source = plan.entries().stream()
                .filter(Planned.PlannedModule.class::isInstance)
                .map(Planned.PlannedModule.class::cast)
                .filter(entry -> entry.name().equals(entryPoint.module()))
                .findFirst()
                .flatMap(Planned.PlannedModule::source)
                .map(RunCheck::text);
        if (source.isEmpty()
                || packages.containsKey(module + "." + name)
                || word(Pattern.quote(name)).matcher(source.get()).find()
                || DYNAMIC.matcher(source.get()).find()) {
            return;
        }
        List<String> functions = FUNCTION.matcher(source.get())
                .results()
                .map(match -> module + ":" + match.group(1))
                .limit(5)
                .toList();
        throw JoxException.user(
                "<run><entryPoint> (-Djox.run.entryPoint): the module " + module + " has no " + name + ".",
                functions.isEmpty()
                        ? "Name a function of the module, or run the module itself by <run><module>" + module
                                + "</module></run>."
                        : "Did you mean " + String.join(", ", functions) + "?");
    }

    private static Pattern word(String regex) {
        return Pattern.compile("(?<![\\w])" + regex + "(?![\\w])", Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static String text(Content content) {
        try {
            return new String(Files.readAllBytes(content.path()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
