package dev.jox.model.builtin;

import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.object.Closure;
import dev.jox.model.object.LinkFile;
import dev.jox.model.object.Namespace;
import dev.jox.model.object.ObjectFile;
import dev.jox.model.object.ObjectFormatException;
import dev.jox.model.object.Provider;
import dev.jox.model.resource.LinkableExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes an extension module fit for a link with others: nothing that it needs is missing, and no name that it defines is another's.
 *
 * @param initFunction the new name of its init function
 * @param objects what is to be linked, in this order
 * @param outside the symbols that it takes from elsewhere, with the name of who supplies each
 */
public record Preparation(String initFunction, List<Part> objects, SortedMap<String, String> outside) {
    /** How many missing symbols a message names. */
    private static final int NAMED = 8;

    /**
     * An object file.
     *
     * @param name where it is from, for messages
     */
    public record Part(String name, byte[] bytes) {}

    /**
     * Prepares an extension.
     *
     * @param files what it is linked from, in the order of the link
     * @param providers who may supply what its files do not have
     * @throws JoxException naming what is missing, who needs it, and what to add
     */
    public static Preparation of(LinkableExtension extension, List<LinkFile> files, List<Provider> providers) {
        ModuleName module = extension.name();
        List<String> initFunctions = Namespace.originalInitFunctions(module, extension.initFunction());
        Closure closure = Closure.of(files, new TreeSet<>(initFunctions), providers);
        if (!closure.closed()) {
            throw notClosed(extension, closure);
        }
        Namespace names = Namespace.of(module, initFunctions, closure.objects());
        List<Part> parts = new ArrayList<>();
        for (ObjectFile object : closure.objects()) {
            try {
                parts.add(new Part(object.name(), names.apply(object)));
            } catch (ObjectFormatException e) {
                throw JoxException.user(
                        describe(extension) + " cannot be a built-in: " + e.getMessage(),
                        "leave it as it is, with <rule><match>" + module
                                + "</match><extension>standalone</extension></rule>, or give it without this object",
                        e);
            }
        }
        return new Preparation(names.initFunction(), List.copyOf(parts), closure.outside());
    }

    /** The module with the package that it is of. */
    public static String describe(LinkableExtension extension) {
        return "the extension module " + extension.name() + " (" + extension.origin() + ", built " + extension.build()
                + ")";
    }

    private static JoxException notClosed(LinkableExtension extension, Closure closure) {
        List<String> causes = new ArrayList<>();
        closure.refused()
                .forEach(file -> causes.add(file.name() + " is "
                        + file.reason().text()
                        + (file.detail().isEmpty() ? "" : " (" + file.detail() + ")")));
        closure.missing().stream().limit(NAMED).forEach(missing -> causes.add("nothing has " + missing));
        if (closure.missing().size() > NAMED) {
            causes.add("and " + (closure.missing().size() - NAMED) + " more symbols");
        }
        return JoxException.user(
                describe(extension) + " cannot be a built-in of this executable:" + System.lineSeparator()
                        + causes.stream()
                                .map(cause -> "  " + cause)
                                .collect(Collectors.joining(System.lineSeparator())),
                "name the folder of a static library that has what is missing in <nativeLibraries>, or give the objects,"
                        + " archives and libraries of the module by hand in <extensionModules>; <rule><match>"
                        + extension.name() + "</match><include>false</include></rule> leaves the module out");
    }
}
