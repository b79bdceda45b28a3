package dev.jox.python;

import dev.jox.model.PythonVersion;
import dev.jox.model.Target;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Python says of a platform when it runs there, where that differs from this machine's.
 *
 * @param markers of the marker environment (PyPA specification "Dependency specifiers", section "Environment Markers")
 * @param modules attributes of modules, which build code of packages is told; {@code jox_capture/_platform.py} says how
 */
record TargetPlatform(Map<String, String> markers, Map<String, Attributes> modules) {
    /** The variable of a build that names packages which are told nothing. */
    private static final String EXCEPTIONS = "JOX_HOST_PLATFORM";

    /**
     * Attributes of a module.
     *
     * @param values what they are
     * @param results what they return, of functions
     * @param absent those that there are not
     */
    record Attributes(Map<String, Object> values, Map<String, Object> results, List<String> absent) {
        Attributes {
            values = new TreeMap<>(values);
            results = new TreeMap<>(results);
            absent = List.copyOf(absent);
        }

        private static Attributes returning(Map<String, Object> results) {
            return new Attributes(Map.of(), results, List.of());
        }
    }

    /** A named tuple. */
    private record Named(List<String> fields, List<Object> values) {}

    TargetPlatform {
        markers = new TreeMap<>(markers);
        modules = new TreeMap<>(modules);
    }

    static TargetPlatform of(Distribution distribution) {
        Target target = distribution.target();
        if (target.isWindows()) {
            return windows(distribution.version());
        }
        return new TargetPlatform(
                Map.of(),
                // what the standard library finds in an executable that is not linked with glibc
                target == Target.LINUX_MUSL
                        ? Map.of("platform", Attributes.returning(Map.of("libc_ver", List.of("", ""))))
                        : Map.of());
    }

    /** Windows 10 with a Python that a compiler other than Microsoft's has made; names and values are those of MSYS2's. */
    private static TargetPlatform windows(PythonVersion python) {
        String compiler = "Clang 64 bit (AMD64) mingw-w64";
        Attributes util = Attributes.returning(Map.of("get_platform", "win-amd64", "get_host_platform", "win-amd64"));
        return new TargetPlatform(
                Map.of(
                        "os_name", "nt",
                        "sys_platform", "win32",
                        "platform_system", "Windows",
                        "platform_machine", "AMD64",
                        "platform_release", "10",
                        "platform_version", "10.0.19045"),
                Map.of(
                        "sys",
                        new Attributes(
                                Map.of(
                                        "platform",
                                        "win32",
                                        "version",
                                        python + " (main) [" + compiler + "]",
                                        "winver",
                                        python.majorMinor()),
                                Map.of(
                                        "getwindowsversion",
                                        new Named(
                                                List.of("major", "minor", "build", "platform", "service_pack"),
                                                List.of(10, 0, 19045, 2, ""))),
                                List.of("abiflags")),
                        "os",
                        // os.path and os.sep stay: they are for the files of this machine
                        new Attributes(Map.of("name", "nt"), Map.of(), List.of("uname")),
                        "platform",
                        Attributes.returning(Map.of(
                                "system",
                                "Windows",
                                "machine",
                                "AMD64",
                                "release",
                                "10",
                                "version",
                                "10.0.19045",
                                "platform",
                                "Windows-10-10.0.19045-SP0",
                                "architecture",
                                List.of("64bit", "WindowsPE"),
                                "libc_ver",
                                List.of("", ""),
                                "python_compiler",
                                compiler,
                                "win32_ver",
                                List.of("10", "10.0.19045", "SP0", "Multiprocessor Free"),
                                "uname",
                                new Named(
                                        List.of("system", "node", "release", "version", "machine", "processor"),
                                        List.of("Windows", "", "10", "10.0.19045", "AMD64", "")))),
                        "sysconfig",
                        Attributes.returning(Map.of("get_platform", "win-amd64")),
                        "distutils.util",
                        util,
                        "setuptools._distutils.util",
                        util));
    }

    /** Variables that tell it to builds; empty where it is like this machine. */
    Map<String, String> variables() {
        return modules.isEmpty()
                ? Map.of()
                : Map.of("JOX_PLATFORM", Json.text(modules).strip());
    }

    /**
     * The end of a hint where a package's build code, and no compiler, failed on what it was told; else empty.
     *
     * @param output of pip and the backend
     */
    static String remedy(Pythons pythons, String project, List<String> output) {
        boolean told = pythons.cross() && !of(pythons.target()).modules().isEmpty();
        return told && output.stream().anyMatch(line -> line.strip().startsWith("Traceback (most recent call last)"))
                ? "; the package's build code was told that it runs on "
                        + pythons.target().target().triple() + ": <environment><" + EXCEPTIONS + ">" + project + "</"
                        + EXCEPTIONS + "></environment> tells it this machine's platform instead"
                : "";
    }
}
