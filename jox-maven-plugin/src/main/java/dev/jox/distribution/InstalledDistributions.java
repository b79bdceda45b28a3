package dev.jox.distribution;

import dev.jox.fetch.Cache;
import dev.jox.fetch.CachedValues;
import dev.jox.fetch.Purpose;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.distribution.Distribution;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Pythons that are installed on this machine. */
final class InstalledDistributions {
    private final CachedValues<InterpreterFacts> interpreters;
    private final Descriptions descriptions;

    InstalledDistributions(Cache cache) {
        this.interpreters = new CachedValues<>(cache, "interpreters", InterpreterFacts.class);
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
        InterpreterFacts facts = interpreters
                .get(key, folder -> Interpreter.ask(interpreter, purpose))
                .value();
        boolean isThere = Files.isDirectory(Path.of(facts.standardLibrary()));
        return isThere ? facts : Interpreter.ask(interpreter, purpose);
    }

    private static boolean isScript(Path interpreter) throws IOException {
        try (InputStream in = Files.newInputStream(interpreter)) {
            return in.read() == '#' && in.read() == '!';
        }
    }
}
