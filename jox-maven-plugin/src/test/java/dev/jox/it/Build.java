package dev.jox.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.codehaus.plexus.util.FileUtils;

/**
 * Builds the project of a case once more, as maven-invoker-plugin did: with the same Maven, settings and local repository.
 *
 * @param folder the project's folder
 * @param repository the local repository of the integration tests
 * @param settings the settings that the invoker made
 * @param options of each build, such as {@code -Djox.cacheDirectory=…}
 * @param environment changes to the environment of this process; an empty value takes a variable away
 */
public record Build(
        Path folder, Path repository, Path settings, List<String> options, Map<String, String> environment) {
    private static final String PROPERTIES = "test.properties";
    private static final String SETTINGS = "interpolated-settings.xml";

    public Build {
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    public static Build of(File basedir, File localRepositoryPath) {
        Path parent = basedir.toPath().getParent();
        while (!Files.exists(Objects.requireNonNull(parent, SETTINGS).resolve(SETTINGS))) {
            parent = parent.getParent();
        }
        return new Build(basedir.toPath(), localRepositoryPath.toPath(), parent.resolve(SETTINGS), List.of(), Map.of());
    }

    /** The same project in another folder inside of this one, not built yet. */
    public Build copy(String name) throws IOException {
        Path copy = folder.resolve(name);
        FileUtils.copyDirectoryStructure(
                folder.resolve("src").toFile(), copy.resolve("src").toFile());
        for (String file : List.of("pom.xml", PROPERTIES)) {
            if (Files.exists(folder.resolve(file))) {
                Files.copy(folder.resolve(file), copy.resolve(file));
            }
        }
        return new Build(copy, repository, settings, options, environment);
    }

    public Build with(String... more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new Build(folder, repository, settings, all, environment);
    }

    public Build withVariable(String name, String value) {
        Map<String, String> changed = new TreeMap<>(environment);
        changed.put(name, value);
        return new Build(folder, repository, settings, options, changed);
    }

    /** Runs Maven; its log is the result's output. */
    public Result run(String... goals) {
        List<Object> words = new ArrayList<>();
        words.addAll(List.of("-B", "-ntp", "-s", settings, "-Dmaven.repo.local=" + repository));
        properties().forEach((name, value) -> words.add("-D" + name + "=" + value));
        words.addAll(options);
        words.addAll(List.of(goals));
        Map<String, String> variables = new TreeMap<>(System.getenv());
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.putAll(environment);
        variables.values().removeIf(String::isEmpty);
        Path maven = Path.of(System.getProperty("maven.home"), "bin", "mvn");
        Program program = Program.of(maven).withDirectory(folder).withEnvironment(variables);
        return program.run(words.toArray());
    }

    /** What a prebuild script wrote down for the pom; the invoker reads the same file. */
    private Properties properties() {
        Properties properties = new Properties();
        Path file = folder.resolve(PROPERTIES);
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }
}
