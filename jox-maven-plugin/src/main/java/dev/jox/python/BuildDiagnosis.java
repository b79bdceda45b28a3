package dev.jox.python;

import dev.jox.model.JoxException;
import dev.jox.process.Processes;
import dev.jox.toolchain.Toolchain;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why a package does not build, from what its backend and the compiler printed. */
final class BuildDiagnosis {
    /** GCC's and clang's words for a header that is not there. */
    private static final Pattern HEADER =
            Pattern.compile(".*fatal error: (?:'([^']+)' file not found|([^:\\s]+): No such file or directory).*");
    /** GNU ld's, lld's and zig's words for a library that is not there. */
    private static final Pattern LIBRARY = Pattern.compile(
            ".*(?:cannot find -l([^\\s:]+)|unable to find (?:library -l|dynamic system library ['\"])([^\\s'\"]+)['\"]?).*");
    /** What linkers say where a shared library may not leave a symbol open: for Windows none may. */
    private static final Pattern SYMBOL =
            Pattern.compile(".*(?:undefined symbol: (\\S+)|undefined reference to [`']([^'\\s]+)').*");

    /** pip's words for a build requirement that no index has, or that it may not ask for. */
    private static final Pattern REQUIREMENT =
            Pattern.compile(".*ERROR: Could not find a version that satisfies the requirement (\\S+).*()");
    /** GNU ld's, lld's and zig's words for code that works at one address only, in a shared library. */
    private static final Pattern NOT_PIC = Pattern.compile(".*relocation R_X86_64_\\S+ .*recompile with -fPIC.*");
    /** An archive's path in such words, or in those that follow them. */
    private static final Pattern ARCHIVE = Pattern.compile(".*?([^\\s:(]+\\.a)\\b.*");
    /** What compilers, linkers and make say first when they give up; pip's own words begin in another way. */
    private static final Pattern COMPLAINT = Pattern.compile(
            ".*(?:\\S:(?:\\d+:)* (?:fatal )?error: |^\\s*(?:zig|clang|gcc|cc|ld\\.lld|configure): error: |"
                    + "^\\s*error: (?!subprocess-exited|command )|undefined symbol: |undefined reference to ).*");

    private final Pythons pythons;
    private final Path sdist;
    private final Toolchain toolchain;
    private final boolean offline;

    /** @param offline whether no index could be asked for what the build requires */
    BuildDiagnosis(Pythons pythons, Path sdist, Toolchain toolchain, boolean offline) {
        this.offline = offline;
        this.pythons = pythons;
        this.sdist = sdist;
        this.toolchain = toolchain;
    }

    JoxException of(List<String> output) {
        String what = sdist.getFileName() + " does not build for "
                + pythons.target().target().triple() + " with " + toolchain.name();
        int header = first(output, HEADER);
        if (header >= 0) {
            String name = named(HEADER, output.get(header));
            return JoxException.user(
                    what + ": it needs the header " + name + ":" + around(output, header),
                    remedy("the library that " + name + " belongs to", BuildHeaders.packageOf(name)));
        }
        int library = first(output, LIBRARY);
        if (library >= 0) {
            String name = named(LIBRARY, output.get(library));
            return JoxException.user(
                    what + ": it needs the library " + name + ":" + around(output, library),
                    remedy("lib" + name, Optional.empty()));
        }
        int symbol = first(output, SYMBOL);
        if (symbol >= 0) {
            return JoxException.user(
                    what + ": nothing that it is linked with has " + named(SYMBOL, output.get(symbol)) + ":"
                            + around(output, symbol),
                    "name the folder of the library that has it in <nativeLibraries>, and the library itself in <environment>, as in"
                            + " <LDFLAGS>-lfoo</LDFLAGS>; what is written for another system only cannot be built");
        }
        int requirement = first(output, REQUIREMENT);
        if (requirement >= 0) {
            String name = named(REQUIREMENT, output.get(requirement));
            return JoxException.user(
                    what + ": its build requires " + name + ", which "
                            + (offline
                                    ? "cannot be fetched offline (-o)"
                                    : "no index has:" + around(output, requirement)),
                    offline
                            ? "run once without -o: what was built is in the cache then"
                            : "put a wheel of it into <wheels>, or name an <index> that has it");
        }
        int fixed = first(output, NOT_PIC);
        if (fixed >= 0) {
            return notPic(what, output, fixed);
        }
        int complaint = first(output, COMPLAINT);
        return JoxException.user(
                what + ":" + (complaint >= 0 ? around(output, complaint) : end(output)),
                "run with -X for all of its output; <environment> and <pipArguments> reach the build"
                        + (complaint >= 0
                                ? ""
                                : TargetPlatform.remedy(
                                        pythons, sdist.getFileName().toString().replaceFirst("-\\d.*", ""), output)));
    }

    /** The package's own shared library is linked first, whatever becomes of its parts then. */
    private JoxException notPic(String what, List<String> output, int line) {
        Optional<Path> archive = output.subList(line, Math.min(output.size(), line + 4)).stream()
                .map(ARCHIVE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Path.of(matcher.group(1)))
                .findFirst();
        boolean own = archive.isPresent()
                && pythons.target()
                        .staticLibraryDirectories()
                        .contains(archive.get().getParent());
        return JoxException.user(
                what + ": it links a shared library, and "
                        + archive.map(file -> "the code in " + file).orElse("code that it links")
                        + " is for fixed addresses:"
                        + around(output, line),
                own
                        ? "take a <distribution> whose libraries are compiled with -fPIC, such as distributions/musl/build.sh makes,"
                                + " or name a folder with such a library in <nativeLibraries>"
                        : "compile "
                                + archive.map(file -> "the library of " + file.getFileName())
                                        .orElse("it")
                                + " with -fPIC (configure: --with-pic); a static executable can have it so, too");
    }

    private String remedy(String library, Optional<String> debian) {
        if (pythons.cross()) {
            return "build " + library + " for " + pythons.target().target().triple()
                    + " and name its folder, with include and lib in it, in <nativeLibraries>";
        }
        return "install " + library + " with its headers"
                + debian.map(name -> " (Debian: " + name + ")").orElse("")
                + ", or name its folder, with include and lib in it, in <nativeLibraries>";
    }

    /** A line with those before and after it. */
    private static String around(List<String> output, int line) {
        return text(output.subList(Math.max(0, line - 4), Math.min(output.size(), line + 4)));
    }

    private static String end(List<String> output) {
        return text(output.subList(Math.max(0, output.size() - Processes.TAIL), output.size()));
    }

    private static String text(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(System.lineSeparator()).append("    ").append(line));
        return text.toString();
    }

    /** The index of the first line that matches; -1 for none. */
    private static int first(List<String> output, Pattern pattern) {
        for (int i = 0; i < output.size(); i++) {
            if (pattern.matcher(output.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    private static String named(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(line);
        }
        return Optional.ofNullable(matcher.group(1)).orElse(matcher.group(2));
    }
}
