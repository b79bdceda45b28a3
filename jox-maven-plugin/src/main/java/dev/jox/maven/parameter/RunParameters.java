package dev.jox.maven.parameter;

import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.pack.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code <run>}: what the executable does when it starts. Exactly one of its elements. */
public final class RunParameters {
    /** A module to run as {@code python -m} does. */
    @Nullable
    String module;

    /** A function to call, as {@code package.module:function}. */
    @Nullable
    String entryPoint;

    /** Python source to run as {@code python -c} does. */
    @Nullable
    String command;

    /** A Python file that the executable reads at run time; {@code $ORIGIN} is the executable's folder. */
    @Nullable
    String file;

    /** An interactive interpreter. */
    @Nullable
    Repl repl;

    /**
     * What is run.
     *
     * @throws JoxException unless exactly one element is given
     */
    public Run toRun() {
        List<String> given = Stream.of(
                        named("module", module),
                        named("entryPoint", entryPoint),
                        named("command", command),
                        named("file", file),
                        named("repl", repl))
                .flatMap(Optional::stream)
                .toList();
        if (given.size() != 1) {
            throw JoxException.user(
                    given.isEmpty()
                            ? "<run> does not say what the executable does when it starts."
                            : "<run> says more than one thing: " + String.join(", ", given) + ".",
                    "Give exactly one of <module>, <entryPoint>, <command>, <file>, <repl/>, for example"
                            + " <run><module>hello</module></run> (-Djox.run.module=hello).");
        }
        if (module != null) {
            return Parsed.of("run.module", module, text -> new Run.Module(new ModuleName(text)));
        }
        if (entryPoint != null) {
            return Parsed.of("run.entryPoint", entryPoint, Run.EntryPoint::parse);
        }
        if (command != null) {
            return new Run.Command(command);
        }
        return file != null ? new Run.File(file) : new Run.Repl();
    }

    private static Optional<String> named(String element, @Nullable Object value) {
        return value == null ? Optional.empty() : Optional.of("<" + element + ">");
    }

    /** {@code <repl/>}. */
    public static final class Repl {}
}
