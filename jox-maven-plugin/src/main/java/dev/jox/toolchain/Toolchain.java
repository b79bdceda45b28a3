package dev.jox.toolchain;

import dev.jox.model.Sha256;
import dev.jox.model.Target;
import dev.jox.model.json.Json;
import dev.jox.process.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The programs that compile and link for a target.
 *
 * @param name what messages call it, such as {@code /usr/bin/cc} or {@code zig 0.17.1}
 * @param identity what tells this compiler from others and from other versions of itself
 * @param compiler the C compiler with the arguments that every use of it needs
 * @param environment variables that its programs need beside this process's own
 */
public record Toolchain(
        String name,
        String identity,
        Kind kind,
        Target target,
        List<String> compiler,
        SortedMap<String, String> environment) {

    /** Where a toolchain comes from. */
    public enum Kind {
        SYSTEM,
        ZIG
    }

    public Toolchain {
        compiler = List.copyOf(compiler);
        environment = new TreeMap<>(environment);
    }

    /** A run of the C compiler, which links as well. */
    public Command compile(List<String> arguments) {
        List<String> line = new ArrayList<>(compiler);
        line.addAll(arguments);
        return Command.of(line).withVariables(environment);
    }

    /** A run of the C++ compiler, which links with its runtime. */
    public Command compileCplusplus(List<String> arguments) {
        List<String> line = new ArrayList<>(compiler);
        if (kind == Kind.ZIG) {
            line.set(1, "c++");
        } else {
            Path program = Path.of(line.get(0));
            line.set(
                    0,
                    program.resolveSibling(cplusplusName(program.getFileName().toString()))
                            .toString());
        }
        line.addAll(arguments);
        return Command.of(line).withVariables(environment);
    }

    /** {@code cc} becomes {@code c++}, {@code gcc-12} {@code g++-12}, {@code clang-14} {@code clang++-14}. */
    public static String cplusplusName(String compiler) {
        return compiler.startsWith("clang")
                ? compiler.replaceFirst("clang", "clang++")
                : compiler.replaceFirst("g?cc", compiler.contains("gcc") ? "g++" : "c++");
    }

    /** The digest of what the compiler's output depends on, apart from its input. */
    public Sha256 digest() {
        return Json.digest(Map.of("identity", identity, "target", target, "compiler", compiler));
    }
}
