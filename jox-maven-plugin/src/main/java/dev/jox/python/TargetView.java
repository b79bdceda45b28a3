package dev.jox.python;

import dev.jox.model.JoxException;
import dev.jox.model.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a build backend is told of the target, where it would otherwise take the Python that runs it for the target.
 *
 * @param compilerArguments come before those of the package: its headers are found first
 * @param sysconfig values that {@code sysconfig.get_config_var} gives; empty where the build Python's hold
 */
record TargetView(List<String> compilerArguments, Map<String, String> sysconfig) {
    /** Read by the shim in the build Python's site-packages. */
    private static final String VARIABLE = "JOX_SYSCONFIG";

    TargetView {
        compilerArguments = List.copyOf(compilerArguments);
        sysconfig = new TreeMap<>(sysconfig);
    }

    static TargetView of(Pythons pythons) {
        List<String> headers = List.of("-I" + pythons.target().include());
        if (!pythons.cross()) {
            return new TargetView(headers, Map.of());
        }
        String suffix = pythons.target().extensionSuffixes().stream()
                .findFirst()
                .orElseThrow(() -> JoxException.user(
                        pythons.target().source() + " names no file name suffix of extension modules",
                        "take another <distribution>"));
        Map<String, String> values = new TreeMap<>(Map.of(
                "EXT_SUFFIX", suffix,
                "SOABI", suffix.replaceAll("^\\.|\\.(so|pyd)$", ""),
                "INCLUDEPY", pythons.target().include().toString(),
                "CONFINCLUDEPY", pythons.target().include().toString(),
                "MULTIARCH", pythons.target().target().triple().replace("-unknown", ""),
                // there is no libpython to link with: the executable has it
                "LIBDIR", pythons.target().root().toString(),
                "Py_ENABLE_SHARED", "0"));
        return new TargetView(headers, values);
    }

    /** The variables that say so to the shim. */
    Map<String, String> variables() {
        return sysconfig.isEmpty()
                ? Map.of()
                : Map.of(VARIABLE, Json.text(sysconfig).strip());
    }
}
