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
            ".*(?:cannot find -l(\\S+?):?|unable to find (?:library -l|dynamic system library ')([^\\s']+)'?).*");

    private final Pythons pythons;
    private final Path sdist;
    private final Toolchain toolchain;

    BuildDiagnosis(Pythons pythons, Path sdist, Toolchain toolchain) {
        this.pythons = pythons;
        this.sdist = sdist;
        this.toolchain = toolchain;
    }

    JoxException of(List<String> output) {
        Optional<String> header = first(output, HEADER);
        Optional<String> library = first(output, LIBRARY);
        String what = sdist.getFileName() + " does not build for "
                + pythons.target().target().triple() + " with " + toolchain.name();
        if (header.isPresent()) {
            return JoxException.user(
                    what + ": it needs the header " + header.get() + ":" + excerpt(output, header.get()),
                    remedy("the library that " + header.get() + " belongs to", BuildHeaders.packageOf(header.get())));
        }
        if (library.isPresent()) {
            return JoxException.user(
                    what + ": it needs the library " + library.get() + ":" + excerpt(output, library.get()),
                    remedy("lib" + library.get(), Optional.empty()));
        }
        return JoxException.user(
                what + ":" + excerpt(output, ""),
                "run with -X for all of its output; <environment> and <pipArguments> reach the build");
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

    /** The lines up to the one that tells what was missing, or the last ones. */
    private static String excerpt(List<String> output, String word) {
        int end = output.size();
        for (int i = 0; i < output.size() && !word.isEmpty(); i++) {
            if (output.get(i).contains(word)
                    && (HEADER.matcher(output.get(i)).matches()
                            || LIBRARY.matcher(output.get(i)).matches())) {
                end = Math.min(output.size(), i + 4);
                break;
            }
        }
        int lines = word.isEmpty() ? Processes.TAIL : 8;
        StringBuilder text = new StringBuilder();
        output.subList(Math.max(0, end - lines), end)
                .forEach(line ->
                        text.append(System.lineSeparator()).append("    ").append(line));
        return text.toString();
    }

    private static Optional<String> first(List<String> output, Pattern pattern) {
        return output.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(m -> Optional.ofNullable(m.group(1)).orElse(m.group(2)));
    }
}
