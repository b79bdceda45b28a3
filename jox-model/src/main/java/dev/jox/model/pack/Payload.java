package dev.jox.model.pack;

import dev.jox.model.Content;
import dev.jox.model.ModuleName;
import java.util.List;
import java.util.Optional;

/**
 * A shared object that holds the code of built-in modules. It is loaded at the first import of any of them, and then each
 * module's init function is looked up in it by name.
 *
 * @param path its path among the libraries of the pack, which no other has
 * @param place where it is below the executable's folder; empty where it is in memory
 * @param staticTls whether it asks for static thread-local storage
 * @param libraries paths of the planned libraries to load before it, each after those it needs itself
 * @param modules the built-in modules of the plan whose init functions it exports
 */
public record Payload(
        String path,
        Optional<String> place,
        Content content,
        boolean staticTls,
        List<String> libraries,
        List<ModuleName> modules) {
    public Payload {
        libraries = List.copyOf(libraries);
        modules = List.copyOf(modules);
    }

    /** One in memory. */
    public Payload(String path, Content content, boolean staticTls, List<String> libraries, List<ModuleName> modules) {
        this(path, Optional.empty(), content, staticTls, libraries, modules);
    }
}
