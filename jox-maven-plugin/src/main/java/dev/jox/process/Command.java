package dev.jox.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A program to run. Each {@code with…} gives a changed copy.
 *
 * @param line the program and its arguments; no shell looks at them
 * @param environment all the variables that the program sees
 * @param directory its working directory; this process's own where empty
 */
public record Command(List<String> line, Map<String, String> environment, Optional<Path> directory) {

    public Command {
        line = List.copyOf(line);
        environment = Map.copyOf(environment);
    }

    /** A program that sees the variables of this process. */
    public static Command of(Object... line) {
        return of(Arrays.stream(line).map(String::valueOf).toList());
    }

    /** A program that sees the variables of this process. */
    public static Command of(List<String> line) {
        return new Command(line, System.getenv(), Optional.empty());
    }

    public Command with(List<String> moreArguments) {
        List<String> longer = new ArrayList<>(line);
        longer.addAll(moreArguments);
        return new Command(longer, environment, directory);
    }

    public Command withVariable(String name, String value) {
        return withVariables(Map.of(name, value));
    }

    public Command withVariables(Map<String, String> more) {
        Map<String, String> changed = new TreeMap<>(environment);
        changed.putAll(more);
        return new Command(line, changed, directory);
    }

    /** Without the variables whose names the predicate accepts. */
    public Command withoutVariables(Predicate<String> names) {
        Map<String, String> changed = new TreeMap<>(environment);
        changed.keySet().removeIf(names);
        return new Command(line, changed, directory);
    }

    public Command in(Path folder) {
        return new Command(line, environment, Optional.of(folder));
    }

    /** The program and its arguments as a person would type them, for logs. */
    @Override
    public String toString() {
        return String.join(" ", line.stream().map(Command::quoted).toList());
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w@%+=:,./\\\\-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
