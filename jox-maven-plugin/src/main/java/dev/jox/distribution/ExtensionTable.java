package dev.jox.distribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.jox.model.ModuleName;
import dev.jox.model.resource.PlatformLibraries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the standard library's extension modules where no PYTHON.json says it: the libraries they use, those libraries'
 * licences, and which modules the interpreter does not start without. Data of the plugin, {@code extension-modules.json}.
 */
final class ExtensionTable {
    private static final Pattern SONAME = Pattern.compile("lib(.+?)\\.so(?:\\..*)?");
    /** {@code libcrypto-3.dll}, {@code sqlite3.dll}, {@code tcl86t.dll}. */
    private static final Pattern DLL = Pattern.compile("(?:lib)?(.+?)(?:-\\d+)?\\.dll", Pattern.CASE_INSENSITIVE);

    private static final Pattern VERSION = Pattern.compile("-?\\d[\\d.]*t?$");
    private static final Pattern VISUAL_CPP = Pattern.compile("vcruntime.*\\.dll", Pattern.CASE_INSENSITIVE);

    /** Libraries that are the platform's: libc's family, the compiler's runtime and libpython itself. */
    private static final Set<String> PLATFORM = Set.of("c", "m", "dl", "pthread", "rt", "util", "gcc_s", "resolv");

    private static final String FILE = "extension-modules.json";

    private final Data data;

    /** What the module table says of one module. */
    record Knowledge(List<String> links, List<String> licenses, boolean copyleft, boolean required) {}

    private record Data(
            @JsonProperty("sources") List<String> sources,
            @JsonProperty("modules") Map<String, List<String>> modules,
            @JsonProperty("required") Set<String> required,
            @JsonProperty("libraries") Map<String, List<String>> libraries,
            @JsonProperty("copyleft") List<String> copyleft) {}

    ExtensionTable() {
        data = PluginData.json(FILE, Data.class);
    }

    static String text() {
        return PluginData.text(FILE);
    }

    /**
     * What is known of a module.
     *
     * @param needed the sonames that its file needs; empty for a built-in one
     */
    Knowledge of(ModuleName module, List<String> needed) {
        List<String> linked = data.modules().getOrDefault(module.dotted(), List.of());
        return knowledge(libraries(linked, needed), data.required().contains(module.dotted()));
    }

    /** What is known of the libraries with these names, those of the platform left aside. */
    Knowledge ofLinks(List<String> links) {
        return knowledge(links.stream().filter(link -> !PLATFORM.contains(link)).toList(), false);
    }

    /**
     * The function that creates a module; empty for those that need none. Those of the core have names of their own: CPython's
     * {@code Modules/config.c.in}.
     */
    static String initFunction(ModuleName module) {
        return switch (module.dotted()) {
            case "builtins", "sys" -> "";
            case "marshal" -> "PyMarshal_Init";
            case "_warnings" -> "_PyWarnings_Init";
            default -> module.initFunction();
        };
    }

    private Knowledge knowledge(List<String> libraries, boolean required) {
        Set<String> links = new LinkedHashSet<>();
        Set<String> licenses = new TreeSet<>();
        boolean unknown = false;
        for (String library : libraries) {
            links.add(name(library));
            Optional<List<String>> known = known(library);
            known.ifPresent(licenses::addAll);
            unknown |= known.isEmpty();
        }
        return new Knowledge(List.copyOf(links), List.copyOf(licenses), unknown || isCopyleft(licenses), required);
    }

    /** Whether any of the SPDX identifiers is that of a licence with copyleft. */
    boolean isCopyleft(Collection<String> licenses) {
        return licenses.stream().anyMatch(license -> data.copyleft().stream().anyMatch(license::startsWith));
    }

    /** What the file needs says more exactly what the table says too, such as {@code libssl.so.1.1} for {@code ssl}. */
    private static List<String> libraries(List<String> linked, List<String> needed) {
        List<String> libraries = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String soname : needed) {
            String name = name(soname);
            if (!isOfPlatform(soname) && !name.startsWith("python")) {
                libraries.add(soname);
                seen.add(name);
                seen.add(VERSION.matcher(name).replaceAll(""));
            }
        }
        linked.stream().filter(l -> !seen.contains(l)).forEach(libraries::add);
        return libraries;
    }

    private static boolean isOfPlatform(String soname) {
        return PLATFORM.contains(name(soname))
                || soname.startsWith("ld-")
                || PlatformLibraries.has(soname)
                || VISUAL_CPP.matcher(soname).matches();
    }

    private Optional<List<String>> known(String library) {
        String name = name(library);
        String exact = library.startsWith("lib") ? library.substring("lib".length()) : library;
        return first(exact, name, VERSION.matcher(name).replaceAll(""));
    }

    private Optional<List<String>> first(String... names) {
        for (String name : names) {
            @Nullable List<String> found = data.libraries().get(name);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** {@code z} for {@code libz.so.1}, and for {@code z}. */
    private static String name(String library) {
        Matcher elf = SONAME.matcher(library);
        Matcher dll = DLL.matcher(library);
        return elf.matches() ? elf.group(1) : dll.matches() ? dll.group(1) : library;
    }
}
