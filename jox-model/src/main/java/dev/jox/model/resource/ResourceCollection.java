package dev.jox.model.resource;

import dev.jox.model.ModuleName;
import dev.jox.model.Sha256;
import java.util.List;
import java.util.Map;

/**
 * Everything found for an application, before any decision.
 *
 * @param digest of everything that the collection came from
 * @param resources in the order of their paths
 * @param bytecode compiled code, in the order of paths and levels
 * @param uncompiled source modules that do not compile, by path, with the compiler's message
 * @param needs the needed libraries of every binary among the resources
 * @param importChains for each extension module of the standard library that lacks a library and that the application cannot be
 *     imported without, by path: the modules from one of the application's to it
 * @param linkable extension modules that can be linked into the executable, in the order of their paths
 * @param builds packages that were built from source, in the order of their names
 * @param notes what the user should know about how things were found, one line each
 */
public record ResourceCollection(
        Sha256 digest,
        List<Resource> resources,
        List<Bytecode> bytecode,
        Map<String, String> uncompiled,
        List<LibraryNeed> needs,
        Map<String, List<ModuleName>> importChains,
        List<LinkableExtension> linkable,
        List<SourceBuild> builds,
        List<String> notes) {

    public ResourceCollection {
        resources = List.copyOf(resources);
        bytecode = List.copyOf(bytecode);
        uncompiled = Map.copyOf(uncompiled);
        needs = List.copyOf(needs);
        importChains = Map.copyOf(importChains);
        linkable = List.copyOf(linkable);
        builds = List.copyOf(builds);
        notes = List.copyOf(notes);
    }
}
