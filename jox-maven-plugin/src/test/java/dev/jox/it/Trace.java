package dev.jox.it;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The system calls of a program that have to do with files, as strace wrote them, from the program's own execve on.
 *
 * @param lines strace's lines, one system call each
 * @param result what the program did
 */
public record Trace(List<String> lines, Result result) {
    private static final Pattern CALL = Pattern.compile("^(?:\\d+ +)?(\\w+)\\((.*)$");
    private static final Pattern NAME = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    public Trace {
        lines = List.copyOf(lines);
    }

    static Trace of(String log, Result result) {
        return new Trace(log.lines().filter(line -> CALL.matcher(line).find()).toList(), result);
    }

    /** The names of all files that it asked the kernel for, whether they are there or not. */
    public Set<String> files() {
        Set<String> names = new TreeSet<>();
        for (String line : lines) {
            Matcher call = CALL.matcher(line);
            if (call.find() && !call.group(1).equals("write") && !call.group(1).equals("memfd_create")) {
                Matcher name = NAME.matcher(call.group(2));
                if (name.find()) {
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
