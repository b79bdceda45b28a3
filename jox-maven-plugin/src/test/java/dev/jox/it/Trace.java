package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The system calls of a program that have to do with files, as strace wrote them, from the program's own execve on.
 *
 * @param lines strace's lines, one system call each
 * @param result what the program did
 */
public record Trace(List<String> lines, Result result) {
    private static final Pattern CALL = Pattern.compile("^(?:\\d+ +)?(\\w+)\\((.*)$");
    private static final Pattern CHANGES = Pattern.compile(
            "O_WRONLY|O_RDWR|O_CREAT|\\b(unlink|rename|mkdir|rmdir|link|symlink|chmod|chown|truncate|mknod)(at2?)?\\(");
    private static final Pattern LIBRARY =
            Pattern.compile("\"(?!/lib(64)?/([^/]+/)?lib(c|m|dl|pthread|rt|util)\\.so)[^\"]+\\.so(\\.[\\d.]+)?\"");
    private static final Pattern NAME = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    public Trace {
        lines = List.copyOf(lines);
    }

    static Trace of(String log, Result result) {
        return new Trace(log.lines().filter(line -> CALL.matcher(line).find()).toList(), result);
    }

    /** What glibc opens on its own: to load a program, and in setlocale, iconv and tzset. */
    public static final List<Pattern> LIBC = Stream.of(
                    "/lib/[^/]+/lib(c|m|dl|pthread|rt|util)\\.so\\.\\d",
                    "/lib64/lib(c|m|dl|pthread|rt|util)\\.so\\.\\d",
                    "/lib64/ld-linux-x86-64\\.so\\.2",
                    "/etc/ld\\.so\\.(cache|preload)",
                    "/usr/lib/locale/.*",
                    "/usr/share/locale/.*",
                    "/usr/lib/.*/gconv/.*",
                    "/usr/lib64/gconv/.*",
                    "/etc/localtime",
                    "/usr/share/zoneinfo/.*")
            .map(Pattern::compile)
            .toList();

    /** The kernel's own files that it asked for, for those that may do the same. */
    public List<Pattern> kernelFiles() {
        return files().stream()
                .filter(name -> name.startsWith("/proc/") || name.startsWith("/sys/"))
                .map(name -> Pattern.compile(Pattern.quote(name)))
                .toList();
    }

    /** It asked for no file but itself and those that match. */
    public Trace opensOnly(List<Pattern> allowed) {
        String itself = result.line().stream()
                .filter(word -> files().contains(word))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no execve in " + lines));
        assertThat(files())
                .as("files that %s asked for", itself)
                .allMatch(name -> name.equals(itself)
                        || allowed.stream()
                                .anyMatch(pattern -> pattern.matcher(name).matches()));
        return this;
    }

    /** It created, changed or removed nothing. */
    public Trace writesNoFile() {
        assertThat(lines.stream().filter(line -> CHANGES.matcher(line).find())).isEmpty();
        return this;
    }

    /** It loaded no shared library but libc's own from a file that has a name. */
    public Trace loadsNothingFromFiles() {
        assertThat(calls("openat"))
                .as("shared libraries opened by name")
                .noneMatch(line -> LIBRARY.matcher(line).find() && !line.contains(" = -1 ENOENT"));
        return writesNoFile();
    }

    /** The names of all files that it asked the kernel for, whether they are there or not. */
    public Set<String> files() {
        Set<String> names = new TreeSet<>();
        for (String line : lines) {
            Matcher call = CALL.matcher(line);
            if (call.find() && !call.group(1).equals("write") && !call.group(1).equals("memfd_create")) {
                Matcher name = NAME.matcher(call.group(2));
                // An empty name stands for the descriptor before it.
                if (name.find() && !name.group(1).isEmpty()) {
                    names.add(name.group(1));
                }
            }
        }
        return names;
    }

    /** The lines of one system call. */
    public List<String> calls(String name) {
        return lines.stream()
                .filter(line -> {
                    Matcher call = CALL.matcher(line);
                    return call.find() && call.group(1).equals(name);
                })
                .toList();
    }
}
