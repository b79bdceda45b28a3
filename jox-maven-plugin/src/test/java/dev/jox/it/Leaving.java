package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Compares how programs end in an executable and in the Python that it was made of: what they print, their exit status, and the
 * files that they leave. Each case is a function of the module {@code cases}.
 *
 * @param executable runs the case that its argument names, and says on standard error why it was finalized in full
 * @param python the Python
 * @param sources the folder that has {@code cases.py}
 */
public record Leaving(Program executable, Program python, Path sources) {
    /** Those after which nothing is left to be done; after all others something is, which full finalization does. */
    private static final Set<String> EARLY = Set.of(
            "nothing",
            "status",
            "text",
            "uncaught",
            "profiler",
            "import_hook",
            "exit_functions",
            "exit_function_fails",
            "exit_function_starts_thread",
            "thread",
            "thread_pool",
            "open_for_reading",
            "temporary_directory",
            "mapped",
            "log",
            "generator_not_begun",
            "weak_finalizer",
            "weak_containers",
            "other_output",
            "lost_output",
            "thread_local");

    private static final Pattern CASE = Pattern.compile("^def (\\w+)\\(\\):", Pattern.MULTILINE);
    private static final Pattern REASON = Pattern.compile("^\\S+: is finalized in full: .*\\n", Pattern.MULTILINE);

    /** What is not the same from one run to the next, or that plain Python says of how it ran the module. */
    private static final Pattern ACCIDENTAL =
            Pattern.compile("(?m)^    .*\\n|^.*<frozen runpy>.*\\n|[^ \"\\n]*/|0x[0-9a-f]+");

    private static final int FEWEST = 50;

    public void verify() {
        List<String> cases = names();
        assertThat(cases).hasSizeGreaterThan(FEWEST).containsAll(EARLY);
        for (String name : cases) {
            assertThat(same(name, executable, python)).as(name).isEqualTo(EARLY.contains(name));
        }
        for (String name : List.of("nothing", "status", "own_output", "finalizer", "open_text")) {
            same(name, executable.withOutputTo("/dev/full"), python.withOutputTo("/dev/full"));
            same(name, closed(executable, ">&-"), closed(python, ">&-"));
            same(name, closed(executable, "2>&-"), closed(python, "2>&-"));
        }
    }

    private static Program closed(Program program, String redirection) {
        return program.withWrapper("sh", "-c", "exec \"$0\" \"$@\" " + redirection);
    }

    private List<String> names() {
        try {
            return CASE.matcher(Files.readString(sources.resolve("cases.py")))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails where they end differently; gives whether the executable left early. */
    private boolean same(String name, Program packed, Program plain) {
        Ended expected = end(
                plain.with("PYTHONPATH", sources.toAbsolutePath().toString()),
                "-S",
                "-s",
                "-B",
                "-P",
                "-m",
                "cases",
                name);
        Ended found = end(packed, name);
        String complaints = REASON.matcher(found.result.err()).replaceAll("");
        assertThat(ACCIDENTAL.matcher(complaints).replaceAll(""))
                .as(found.result::toString)
                .isEqualTo(ACCIDENTAL.matcher(expected.result.err()).replaceAll(""));
        assertThat(found.result.out()).as(found.result::toString).isEqualTo(expected.result.out());
        assertThat(found.result.status()).as(found.result::toString).isEqualTo(expected.result.status());
        assertThat(found.files).as(name).isEqualTo(expected.files);
        return complaints.equals(found.result.err());
    }

    private record Ended(Result result, Map<String, String> files) {}

    private static Ended end(Program program, Object... arguments) {
        try (Scratch scratch = new Scratch()) {
            Path folder = scratch.folder("here");
            Result result = program.withDirectory(folder).run(arguments);
            Map<String, String> files = new TreeMap<>();
            try (var left = Files.walk(folder)) {
                for (Path path : left.filter(Files::isRegularFile).toList()) {
                    files.put(folder.relativize(path).toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
                }
            }
            return new Ended(result, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
