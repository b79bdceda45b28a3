package dev.jox.python;

import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.Resource;
import dev.jox.model.resource.Resource.ModuleSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out at build time that the application needs {@code tkinter} where the distribution has no Tk: the standard library has the
 * module in any case, and importing it fails.
 */
final class TkCheck {
    private static final String PACKAGE = "tkinter";
    private static final String PATH = "tkinter/__init__.py";
    private static final ModuleName EXTENSION = new ModuleName("_tkinter");

    private final ImportScan imports;

    TkCheck(ImportScan imports) {
        this.imports = imports;
    }

    /**
     * Checks.
     *
     * @param target what the executable has
     * @param build the Python that parses modules
     * @throws JoxException naming the imports that lead there, and distributions that have Tk
     */
    void check(Distribution target, Distribution build, List<Resource> resources) {
        if (has(target, resources) || resources.stream().noneMatch(TkCheck::mentions)) {
            return;
        }
        Optional.ofNullable(imports.chainsTo(Set.of(PATH), build, resources).get(PATH))
                .ifPresent(chain -> {
                    throw JoxException.user(
                            "the application imports tkinter ("
                                    + chain.stream().map(ModuleName::dotted).collect(Collectors.joining(" -> "))
                                    + "), and the Python of " + target.source() + " has no Tk: it lacks the module "
                                    + EXTENSION,
                            "give a distribution that has it, such as python-build-standalone's for"
                                    + " x86_64-unknown-linux-gnu and x86_64-pc-windows-msvc, in <distribution><url>"
                                    + " (-Djox.distribution.url) with its <sha256>; an application that can do without"
                                    + " imports tkinter in a try statement or in the function that uses it");
                });
    }

    private static boolean has(Distribution distribution, List<Resource> resources) {
        return distribution.extensions().stream()
                        .anyMatch(extension -> extension.name().equals(EXTENSION))
                || resources.stream()
                        .anyMatch(resource -> resource instanceof Resource.ExtensionModule module
                                && module.name().equals(EXTENSION));
    }

    /** Following imports takes longer than to see that there are none. */
    private static boolean mentions(Resource resource) {
        return resource instanceof ModuleSource
                && resource.origin().kind() != Origin.Kind.DISTRIBUTION
                && new String(resource.content().read(), StandardCharsets.UTF_8).contains(PACKAGE);
    }
}
