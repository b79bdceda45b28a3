package dev.jox.model.pack;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.jox.model.ModuleName;
import java.util.List;

/** What an executable does when it is started. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "mode")
public sealed interface Run {
    /** The values of the setting {@code run}: the mode's name and its arguments. */
    List<String> values();

    /** Runs a module, or a package's {@code __main__}, as {@code python -m} does. */
    record Module(ModuleName name) implements Run {
        @Override
        public List<String> values() {
            return List.of("module", name.dotted());
        }
    }

    /**
     * Calls a function and exits with what it returns, as the scripts that pip installs do.
     *
     * @param module where the function is
     * @param function its name, with dots where it is inside of something
     */
    record EntryPoint(ModuleName module, String function) implements Run {
        /**
         * Parses {@code pkg.mod:func}, the form of entry points in package metadata.
         *
         * @throws IllegalArgumentException naming the form
         */
        public static EntryPoint parse(String text) {
            int colon = text.indexOf(':');
            if (colon <= 0 || colon == text.length() - 1) {
                throw new IllegalArgumentException("not an entry point such as pkg.mod:func: '" + text + "'");
            }
            return new EntryPoint(
                    new ModuleName(text.substring(0, colon).strip()),
                    text.substring(colon + 1).strip());
        }

        @Override
        public List<String> values() {
            return List.of("entry-point", module.dotted(), function);
        }
    }

    /** Runs Python code, as {@code python -c} does. */
    record Command(String code) implements Run {
        @Override
        public List<String> values() {
            return List.of("command", code);
        }
    }

    /** Runs a file that is there when the executable runs; relative to the current directory, as {@code python file} does. */
    record File(String path) implements Run {
        @Override
        public List<String> values() {
            return List.of("file", path);
        }
    }

    /** Starts an interactive interpreter. */
    record Repl() implements Run {
        @Override
        public List<String> values() {
            return List.of("repl");
        }
    }
}
