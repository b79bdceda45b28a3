package dev.jox.python;

import dev.jox.model.JoxException;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.json.Json;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a build is told of the target, where it would otherwise take the machine that it runs on, and its Python, for the target.
 *
 * @param compile arguments before those of the package: these headers are found first
 * @param link arguments after those of the package
 * @param sysconfig values that {@code sysconfig.get_config_var} gives; empty where the build Python's hold
 * @param variables of the build's environment
 */
record TargetView(
        List<String> compile, List<String> link, Map<String, String> sysconfig, Map<String, String> variables) {
    TargetView {
        compile = List.copyOf(compile);
        link = List.copyOf(link);
        sysconfig = new TreeMap<>(sysconfig);
        variables = new TreeMap<>(variables);
    }

    /** @param interpreter what extension modules must be linked with, where they must */
    static TargetView of(Pythons pythons, List<Path> nativeLibraries, Optional<Path> interpreter) {
        Distribution target = pythons.target();
        // the distribution's own libraries serve packages that are linked into the same executable, and only those
        List<Path> libraries = Stream.concat(
                        nativeLibraries.stream(),
                        pythons.isStatic() ? target.staticLibraryDirectories().stream() : Stream.empty())
                .toList();
        List<String> compile = new ArrayList<>(List.of("-I" + target.include()));
        headers(libraries).forEach(folder -> compile.add("-I" + folder));
        List<String> link =
                new ArrayList<>(libraries.stream().map(folder -> "-L" + folder).toList());
        interpreter.ifPresent(file -> link.add(file.toString()));
        Map<String, String> sysconfig = pythons.cross() ? sysconfig(target) : Map.of();
        return new TargetView(compile, link, sysconfig, variables(pythons, nativeLibraries, sysconfig));
    }

    /** The folders {@code include} in or beside folders of libraries. */
    private static List<Path> headers(List<Path> libraries) {
        return libraries.stream()
                .flatMap(folder -> Stream.of(folder.resolve("include"), folder.resolveSibling("include")))
                .filter(Files::isDirectory)
                .distinct()
                .toList();
    }

    private static Map<String, String> variables(
            Pythons pythons, List<Path> nativeLibraries, Map<String, String> sysconfig) {
        Map<String, String> variables = new TreeMap<>();
        if (!nativeLibraries.isEmpty()) {
            // compilers and the wrapper that records what they link look there
            variables.put("LIBRARY_PATH", joined(nativeLibraries.stream()));
        }
        String descriptions = joined(nativeLibraries.stream().map(folder -> folder.resolve("pkgconfig")));
        if (pythons.cross()) {
            variables.put("JOX_SYSCONFIG", Json.text(sysconfig).strip());
            variables.put(
                    "JOX_EXTENSION_SUFFIXES",
                    Json.text(pythons.target().extensionSuffixes()).strip());
            // what pkg-config knows of this machine's libraries is wrong for the target's
            variables.put("PKG_CONFIG_LIBDIR", descriptions);
            variables.put("PKG_CONFIG_PATH", "");
            variables.putAll(TargetPlatform.of(pythons.target()).variables());
        } else if (!nativeLibraries.isEmpty()) {
            variables.put("PKG_CONFIG_PATH", descriptions);
        }
        return variables;
    }

    private static String joined(Stream<Path> folders) {
        return folders.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Map<String, String> sysconfig(Distribution target) {
        String suffix = target.extensionSuffixes().stream()
                .findFirst()
                .orElseThrow(() -> JoxException.user(
                        target.source() + " names no file name suffix of extension modules",
                        "take another <distribution>"));
        return Map.of(
                "EXT_SUFFIX", suffix,
                "SOABI", suffix.replaceAll("^\\.|\\.(so|pyd)$", ""),
                "INCLUDEPY", target.include().toString(),
                "CONFINCLUDEPY", target.include().toString(),
                "MULTIARCH", target.target().triple().replace("-unknown", "").replace("-pc", ""),
                // there is no libpython to link with: the executable has it
                "LIBDIR", target.root().toString(),
                "Py_ENABLE_SHARED", "0");
    }
}
