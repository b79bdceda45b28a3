package dev.jox.capture;

import dev.jox.model.JoxException;
import dev.jox.toolchain.Toolchain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The programs behind the wrapper's names, each with its first arguments; programs are absolute paths.
 *
 * @param dropped beginnings of arguments that the compiler refuses and packages give
 * @param discarded suffixes of files that the linker leaves beside its output, where they would get into the package
 * @param rewritten beginnings of arguments that another compiler takes, with what they are for this one
 * @param windowsLibraries whether names of libraries have no case and may be given as {@code name.lib}
 * @param environment variables that the programs need
 */
public record RealTools(
        List<String> cc,
        List<String> cxx,
        List<String> ld,
        List<String> ar,
        List<String> ranlib,
        List<String> dropped,
        List<String> discarded,
        SortedMap<String, String> rewritten,
        boolean windowsLibraries,
        SortedMap<String, String> environment) {

    /** zig's driver knows only some of lld's options; none of these changes what is captured. */
    private static final List<String> REFUSED_BY_ZIG = List.of(
            "-Wl,--exclude-libs", "-Wl,-Map", "-Wl,--dynamic-list", "-Wl,--defsym", "-Wl,-rpath", "-march=x86-64-v");

    /** What packages that were written for Unix say, and what means nothing for a DLL or names libraries that mingw has in others. */
    private static final List<String> REFUSED_FOR_WINDOWS =
            List.of("-fPIC", "-fpic", "-ldl", "-lrt", "-lutil", "-Wl,-soname", "-Wl,-z", "-Wl,--as-needed");

    public RealTools {
        cc = List.copyOf(cc);
        cxx = List.copyOf(cxx);
        ld = List.copyOf(ld);
        ar = List.copyOf(ar);
        ranlib = List.copyOf(ranlib);
        dropped = List.copyOf(dropped);
        discarded = List.copyOf(discarded);
        rewritten = new TreeMap<>(rewritten);
        environment = new TreeMap<>(environment);
    }

    /**
     * The tools that belong to a toolchain's C compiler.
     *
     * @throws JoxException when a compiler of the machine has no C++ compiler, archiver or linker beside it
     */
    public static RealTools of(Toolchain toolchain) {
        List<String> cc = toolchain.compiler();
        if (toolchain.kind() == Toolchain.Kind.ZIG) {
            String zig = cc.get(0);
            List<String> cxx = new ArrayList<>(cc);
            cxx.set(1, "c++");
            boolean windows = toolchain.target().isWindows();
            return new RealTools(
                    cc,
                    cxx,
                    List.of(zig, "ld.lld"),
                    List.of(zig, "ar"),
                    List.of(zig, "ranlib"),
                    windows ? concat(REFUSED_BY_ZIG, REFUSED_FOR_WINDOWS) : REFUSED_BY_ZIG,
                    windows ? List.of(".pdb", ".lib") : List.of(),
                    windows ? WindowsDialect.OPTIONS : new TreeMap<>(),
                    windows,
                    toolchain.environment());
        }
        Path program = Path.of(cc.get(0));
        List<String> cxx = new ArrayList<>(cc);
        cxx.set(
                0,
                sibling(program, Toolchain.cplusplusName(program.getFileName().toString())));
        return new RealTools(
                cc,
                cxx,
                List.of(sibling(program, "ld")),
                List.of(sibling(program, "ar")),
                List.of(sibling(program, "ranlib")),
                List.of(),
                List.of(),
                new TreeMap<>(),
                false,
                toolchain.environment());
    }

    private static String sibling(Path program, String name) {
        Path tool = program.resolveSibling(name);
        if (!Files.isExecutable(tool)) {
            throw JoxException.environment(
                    "the compiler " + program + " has no " + name + " beside it",
                    "install the whole compiler (Debian: build-essential), or set <toolchain>zig</toolchain> (-Djox.toolchain=zig)");
        }
        return tool.toString();
    }

    /** The tools by the wrapper's keys. */
    Map<String, List<String>> byKey() {
        Map<String, List<String>> tools = new TreeMap<>();
        tools.put("cc", cc);
        tools.put("cxx", cxx);
        tools.put("ld", ld);
        tools.put("ar", ar);
        tools.put("ranlib", ranlib);
        return tools;
    }

    /** These, with arguments that come before those of the builds: folders of headers that are to be found first. */
    public RealTools compilingWith(List<String> arguments) {
        return new RealTools(
                concat(cc, arguments),
                concat(cxx, arguments),
                ld,
                ar,
                ranlib,
                dropped,
                discarded,
                rewritten,
                windowsLibraries,
                environment);
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> longer = new ArrayList<>(first);
        longer.addAll(second);
        return longer;
    }
}
