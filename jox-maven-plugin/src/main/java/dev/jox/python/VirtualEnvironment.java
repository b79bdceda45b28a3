package dev.jox.python;

import dev.jox.model.JoxException;
import dev.jox.model.PythonVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder that {@code python -m venv} or virtualenv made (Python's documentation, module {@code site}: {@code pyvenv.cfg}).
 *
 * @param python the minor version of its Python, as in {@code 3.14}
 */
record VirtualEnvironment(Path folder, String python) {
    private static final String CONFIGURATION = "pyvenv.cfg";
    /** venv writes {@code version}, virtualenv {@code version_info}, too. */
    private static final Pattern VERSION = Pattern.compile("version(?:_info)?\\s*=\\s*(\\d+\\.\\d+)\\b.*");

    /** @throws JoxException when the folder is none */
    static VirtualEnvironment of(Path folder) {
        Path configuration = folder.resolve(CONFIGURATION);
        if (!Files.isRegularFile(configuration)) {
            throw JoxException.user(
                    folder + ", which <virtualenvs> names, is no virtual environment: it has no " + CONFIGURATION,
                    "make it by python -m venv, or correct its path; folders that have packages only go into <packageRoots>");
        }
        try (Stream<String> lines = Files.lines(configuration)) {
            return lines.map(line -> VERSION.matcher(line.strip()))
                    .filter(Matcher::matches)
                    .findFirst()
                    .map(version -> new VirtualEnvironment(folder, version.group(1)))
                    .orElseThrow(() -> JoxException.user(
                            configuration + " does not say which version of Python the environment is for",
                            "make the virtual environment again by python -m venv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where its packages are.
     *
     * @throws JoxException when they are for another minor version
     */
    Path sitePackages(PythonVersion version) {
        if (!python.equals(version.majorMinor())) {
            throw JoxException.user(
                    "the packages of the virtual environment " + folder + " are for Python " + python
                            + ", and the executable's Python is " + version,
                    "set <distribution><python>" + python
                            + "</python></distribution> (-Djox.distribution.python), or make the virtual environment by Python "
                            + version.majorMinor());
        }
        return List.of(
                        folder.resolve("lib").resolve("python" + python).resolve("site-packages"),
                        folder.resolve("Lib").resolve("site-packages"))
                .stream()
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> JoxException.user(
                        "the virtual environment " + folder + " has no site-packages",
                        "make it again by python -m venv"));
    }
}
