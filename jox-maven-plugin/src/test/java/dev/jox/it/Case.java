package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A project of {@code src/it} after its build: what a verify script starts from.
 *
 * @param folder the project's folder
 */
public record Case(Path folder) {
    private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};
    private static final byte[] PE = {'M', 'Z'};

    public Case(File basedir) {
        this(basedir.toPath());
    }

    /** The executable of this name, run with the whole machine in sight. */
    public Program executable(String name) {
        return Program.of(made(name, ELF));
    }

    /** The executable for Windows of this name, run by wine. */
    public Program windows(String name) {
        return Wine.near(folder).around(Program.of(made(name, PE)));
    }

    private Path made(String name, byte... magic) {
        Path file = folder.resolve("target").resolve(name);
        assertThat(file).isRegularFile().isExecutable();
        try (var start = Files.newInputStream(file)) {
            assertThat(start.readNBytes(magic.length))
                    .as("the first bytes of " + file)
                    .isEqualTo(magic);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** The executable of this name, run where nothing but it and the files that the build put beside it can be seen. */
    public Program jailed(String name) {
        return executable(name).in(jail());
    }

    /** A file of the project. */
    public Path file(String path) {
        return folder.resolve(path);
    }

    /** The Python of the distribution that the executables for Linux were made of, as an ordinary program. */
    public Program python() {
        return descriptions()
                .map(description -> description.findPath("interpreter").asText())
                .filter(interpreter -> !interpreter.isEmpty() && !interpreter.equals("null"))
                .findFirst()
                .map(interpreter -> Program.of(Path.of(interpreter)))
                .orElseThrow(() -> new AssertionError("no distribution with an interpreter in " + folder));
    }

    /** The Python of the distribution that the executables for Windows were made of, run by wine. */
    public Program windowsPython() {
        return descriptions()
                .map(description -> description.findPath("dll").asText())
                .filter(dll -> dll.endsWith(".dll"))
                .findFirst()
                .map(dll -> Wine.near(folder).around(Program.of(Path.of(dll).resolveSibling("python.exe"))))
                .orElseThrow(() -> new AssertionError("no distribution for Windows in " + folder));
    }

    /** The Python of the distribution that the static executables for Windows were made of, run by wine. */
    public Program staticWindowsPython() {
        return descriptions()
                .filter(description -> description.findPath("target").asText().equals("x86_64-pc-windows-gnu"))
                .map(description -> Path.of(description.findPath("root").asText(), "install", "python.exe"))
                .findFirst()
                .map(python -> Wine.near(folder).around(Program.of(python)))
                .orElseThrow(() -> new AssertionError("no static distribution for Windows in " + folder));
    }

    private Stream<JsonNode> descriptions() {
        try (var written = Files.walk(file("target/jox"))) {
            List<JsonNode> found = new ArrayList<>();
            for (Path description : written.filter(path -> path.endsWith("distribution.json"))
                    .sorted()
                    .toList()) {
                found.add(new ObjectMapper().readTree(description.toFile()));
            }
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty machine with the files that the build put beside its executables. */
    public Jail jail() {
        Path lib = folder.resolve("target/lib");
        return Files.exists(lib) ? Jail.empty().withBeside(lib) : Jail.empty();
    }

    /** The build put no file beside its executables. */
    public Case hasNothingBeside() {
        assertThat(folder.resolve("target/lib")).doesNotExist();
        return this;
    }

    /** The build's log has these pieces, in this order. */
    public Case says(CharSequence... pieces) {
        assertThat(log()).containsSubsequence(pieces);
        return this;
    }

    /** The build failed with one message of jox, which has these pieces, and not with a stack trace. */
    public Case failsSaying(CharSequence... pieces) {
        String message = log().lines()
                .filter(line -> line.startsWith("[ERROR]") || !line.startsWith("["))
                .collect(Collectors.joining("\n"));
        assertThat(message).contains("jox-maven-plugin").contains(pieces);
        assertThat(log()).doesNotContain("\tat dev.jox.");
        assertThat(folder.resolve("target").resolve(folder.getFileName())).doesNotExist();
        return this;
    }

    /** The build's log has none of these pieces. */
    public Case neverSays(CharSequence... pieces) {
        assertThat(log()).doesNotContain(pieces);
        return this;
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("build.log"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
