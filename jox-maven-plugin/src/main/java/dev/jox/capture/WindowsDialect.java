package dev.jox.capture;

import dev.jox.fetch.Cache;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Packages' code for Windows is written for Microsoft's compiler; here clang and mingw-w64's headers take it. What the one accepts and
 * the other does not as it stands is settled here, for all packages alike. Source: learn.microsoft.com, "MSVC compiler options" and
 * "MSVC linker reference".
 */
public final class WindowsDialect {
    /** Beginnings of options with what they are for clang; the longest that fits counts. Nothing: the option is left out. */
    static final SortedMap<String, String> OPTIONS = options();

    private WindowsDialect() {}

    /** Arguments that come before a package's own. */
    public static List<String> arguments(Cache cache) {
        return List.of(
                // intrinsics, __try, members without a name
                "-fms-extensions",
                // variables that a header defines, one for all of its users
                "-fcommon",
                // warnings there, errors for clang since 16
                "-Wno-error=implicit-function-declaration",
                "-Wno-error=incompatible-pointer-types",
                "-Wno-error=int-conversion",
                "-I" + WindowsHeaders.in(cache));
    }

    private static SortedMap<String, String> options() {
        SortedMap<String, String> options = new TreeMap<>();
        options.put("/D", "-D");
        options.put("/U", "-U");
        options.put("/I", "-I");
        options.put("/FI", "-include");
        options.put("/LIBPATH:", "-L");
        options.put("/std:", "-std=");
        options.put("/std:c++latest", "-std=c++2c");
        options.put("/std:clatest", "-std=c2x");
        options.put("/O1", "-Os");
        options.put("/O2", "-O2");
        options.put("/Ox", "-O2");
        options.put("/Od", "-O0");
        options.put("/GR-", "-fno-rtti");
        options.put("/TP", "-xc++");
        options.put("/TC", "-xc");
        options.put("/fp:fast", "-ffast-math");
        options.put("/arch:AVX", "-mavx");
        options.put("/arch:AVX2", "-mavx2");
        // warnings, run-time library, debugging, what clang does anyway or cannot do, and the linker's
        for (String option : List.of(
                "/await",
                "/analyze",
                "/bigobj",
                "/constexpr",
                "/d1",
                "/d2",
                "/diagnostics",
                "/E",
                "/external:",
                "/F",
                "/fp:",
                "/G",
                "/guard",
                "/J",
                "/LD",
                "/link",
                "/MD",
                "/MP",
                "/MT",
                "/nologo",
                "/Ob",
                "/Oi",
                "/Os",
                "/Ot",
                "/Oy",
                "/openmp",
                "/permissive",
                "/Q",
                "/RTC",
                "/sdl",
                "/utf-8",
                "/source-charset",
                "/execution-charset",
                "/validate-charset",
                "/vd",
                "/vm",
                "/w",
                "/W",
                "/Z",
                "/arch:",
                "/DEBUG",
                "/DEF:",
                "/DELAYLOAD",
                "/DYNAMICBASE",
                "/EXPORT:",
                "/IGNORE:",
                "/INCREMENTAL",
                "/LTCG",
                "/MACHINE",
                "/MANIFEST",
                "/NODEFAULTLIB",
                "/NXCOMPAT",
                "/OPT:",
                "/PDB",
                "/STACK",
                "/SUBSYSTEM")) {
            options.put(option, "");
        }
        return options;
    }
}
