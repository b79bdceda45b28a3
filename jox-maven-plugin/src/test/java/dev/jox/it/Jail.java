package dev.jox.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A mount namespace with the executable, the files that were put beside it, the loader, libc's family and a few devices:
 * no Python, no shell, no other library. {@code jail.sh} makes it. The executable is seen in {@code /app}.
 *
 * @param options what is different from that: the options of {@code jail.sh}
 * @param beside files and folders that lie beside the executable
 * @param memfdRefused whether {@code memfd_create} gives EPERM, as some seccomp profiles have it
 */
public record Jail(Set<String> options, List<Path> beside, boolean memfdRefused) {

    public static Jail empty() {
        return new Jail(Set.of(), List.of(), false);
    }

    public Jail withBeside(Path path) {
        List<Path> more = new ArrayList<>(beside);
        more.add(path.toAbsolutePath());
        return new Jail(options, more, memfdRefused);
    }

    public Jail withoutProc() {
        return with("--no-proc");
    }

    /** Nothing is there but the program: no loader, no libc, no device, no {@code /tmp}. */
    public Jail bare() {
        return with("--bare");
    }

    /** Nothing in {@code /tmp} can be executed, nor mapped executable. */
    public Jail withNoexecTmp() {
        return with("--noexec-tmp");
    }

    /** Nothing can be written anywhere. */
    public Jail withReadOnlyFiles() {
        return with("--read-only");
    }

    /** Run by a user who owns nothing and may write nowhere but in {@code /tmp}; needs root. */
    public Jail withOtherUser() {
        return with("--other-user");
    }

    public Jail withMemfdRefused() {
        return new Jail(options, beside, true);
    }

    private Jail with(String option) {
        Set<String> more = new LinkedHashSet<>(options);
        more.add(option);
        return new Jail(more, beside, memfdRefused);
    }

    /** The command line that runs the program in here. */
    List<String> around(Path program, Map<String, String> environment, List<String> arguments, Scratch scratch)
            throws IOException {
        List<String> line = new ArrayList<>();
        if (memfdRefused) {
            line.add(Compiler.program(scratch.tool("refuse-memfd.c")).toString());
        }
        line.addAll(List.of("unshare", "--mount"));
        if (!"root".equals(System.getProperty("user.name"))) {
            line.add("--map-root-user");
        }
        line.addAll(List.of("sh", scratch.tool("jail.sh").toString()));
        line.add(scratch.folder("root").toString());
        line.addAll(options);
        beside.forEach(path -> line.addAll(List.of("--show", path.toString())));
        line.addAll(List.of("--show", program.toString(), "--", "env", "-i"));
        environment.forEach((name, value) -> line.add(name + "=" + value));
        line.addAll(List.of("--", "/app/" + program.getFileName()));
        line.addAll(arguments);
        return line;
    }
}
