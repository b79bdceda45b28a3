package dev.jox.distribution;

import dev.jox.fetch.Cache;
import dev.jox.fetch.Purpose;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Pythons that are installed on this machine. */
final class InstalledDistributions {
    private static final String KIND = "interpreters";

    private final Cache cache;
    private final Descriptions descriptions;

    InstalledDistributions(Cache cache) {
        this.cache = cache;
        this.descriptions = new Descriptions(cache);
    }

    Distribution get(Path interpreter, Purpose purpose) throws IOException {
        if (!Files.isExecutable(interpreter) || Files.isDirectory(interpreter)) {
            throw JoxException.user(
                    purpose.what() + " is to be that of " + interpreter + ", which is no program",
                    "give the path of a Python interpreter in " + purpose.parameter());
        }
        InterpreterFacts facts = ask(interpreter, purpose);
        Sha256 state = InstallationState.of(facts);
        String source = interpreter.toString();
        return descriptions.get(
                source + "\n" + state,
                () -> new InstallationReader().read(facts, source, state, Path.of(facts.prefix()), false, purpose));
    }

    /** Asks the interpreter, or remembers what it said. A script, such as pyenv's, may start another one each time. */
    private InterpreterFacts ask(Path interpreter, Purpose purpose) throws IOException {
        if (isScript(interpreter)) {
            return Interpreter.ask(interpreter, purpose);
        }
        BasicFileAttributes attributes = Files.readAttributes(interpreter, BasicFileAttributes.class);
        // the path as it was given, since a virtual environment's interpreter is a link that knows its place
        Sha256 key = Sha256.of(Interpreter.script() + "\n" + interpreter + "\n" + interpreter.toRealPath() + "\n"
                + attributes.size() + "\n" + attributes.lastModifiedTime());
        Path file = cache.file(KIND, key, target -> Json.write(target, Interpreter.ask(interpreter, purpose)));
        Optional<InterpreterFacts> known = Json.readIfValid(file, InterpreterFacts.class)
                .filter(facts -> Files.isDirectory(Path.of(facts.standardLibrary())));
        return known.isPresent() ? known.get() : Interpreter.ask(interpreter, purpose);
    }

    private static boolean isScript(Path interpreter) throws IOException {
        try (InputStream in = Files.newInputStream(interpreter)) {
            return in.read() == '#' && in.read() == '!';
        }
    }
}
