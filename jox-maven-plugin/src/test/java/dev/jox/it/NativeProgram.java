package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/** What users expect of any program, asked of the executable of the case {@code native-program}. */
public final class NativeProgram {
    private static final int OUTPUT_LOST = 120;
    private static final int SIGINT = 2;
    private static final int SIGTERM = 15;

    private final Program program;

    public NativeProgram(Program program) {
        this.program = program;
    }

    public void verify() {
        argumentsArriveUnchanged();
        statusesAreThoseOfPython();
        signalsEndIt();
        streamsAreUtf8();
        tracebacksShowSourceLines();
        theEndIsOrderly();
        theEnvironmentIsTheUsers();
    }

    private void argumentsArriveUnchanged() {
        program.run("arguments", "a b", "", "-c", "--", "ü€😀", "*")
                .succeeds()
                .prints("[\"a b\", \"\", \"-c\", \"--\", \"ü€😀\", \"*\"]\n");
        program.run("arguments", "--help", "-V", "-m", "this")
                .succeeds()
                .prints("[\"--help\", \"-V\", \"-m\", \"this\"]\n");
        program.run("source")
                .succeeds()
                .mentions("def first(count):", "\"\"\"Fails some calls down.\"\"\"", "deep.py behave.py");
        program.run("identity").succeeds().prints("behave True True __main__\nTrue\n");
        program.run("threads").succeeds().prints("18190\n");
    }

    private void statusesAreThoseOfPython() {
        program.run("status", "7").exits(7).complainsNothing();
        program.run("status", "null").succeeds();
        program.run("status", "\"sorry\"").exits(1).complains("sorry").complainsInOneLine();
        program.run("status", "256").exits(0);
        program.run("number", "5").exits(5).prints("before\n").complainsNothing();
        program.withOutputTo("/dev/full")
                .run("number", "0")
                .exits(OUTPUT_LOST)
                .complains("OSError: [Errno 28] No space left on device");
        program.run("pipe").complains("BrokenPipeError: [Errno 32] Broken pipe");
    }

    private void signalsEndIt() {
        assertThat(signalThatEnds("interrupt")).isEqualTo(SIGINT);
        assertThat(signalThatEnds("terminate")).isEqualTo(SIGTERM);
        Result result = interruptible().run("interrupt");
        result.prints("before\n").complains("Traceback", "in interrupt", "KeyboardInterrupt");
        interruptible().run("interrupt_caught").succeeds().prints("caught\n");
    }

    /** Its exit status is the number of the signal that ended the program; a shell cannot tell 130 from SIGINT. */
    private int signalThatEnds(String what) {
        return program.withWrapper(
                        "env", "--default-signal=INT", "perl", "-e", "system(@ARGV); print STDERR 'signal ', $? & 127")
                .run(what)
                .err()
                .lines()
                .filter(line -> line.startsWith("signal "))
                .mapToInt(line -> Integer.parseInt(line.substring("signal ".length())))
                .findFirst()
                .orElseThrow();
    }

    /** A test that runs in the background has SIGINT ignored, and so would its children. */
    private Program interruptible() {
        return program.withWrapper("env", "--default-signal=INT");
    }

    private void streamsAreUtf8() {
        for (String locale : List.of("C.UTF-8", "en_US.UTF-8", "C")) {
            String errors = locale.equals("en_US.UTF-8") ? "strict strict" : "surrogateescape surrogateescape";
            program.with("LC_ALL", locale)
                    .withInput("größer\n")
                    .run("streams")
                    .succeeds()
                    .prints("['utf8', 'utf8', 'utf8']\nutf8 " + errors + " backslashreplace\nGRÖSSER\n");
        }
    }

    private void tracebacksShowSourceLines() {
        program.run("failure")
                .exits(1)
                .prints("")
                .complains(
                        "Traceback (most recent call last):",
                        "behave.py\", line ",
                        "in failure",
                        "    deep.first(3)",
                        "deep.py\", line 6, in first",
                        "    return first(count - 1)",
                        "deep.py\", line 7, in first",
                        "    return {}[\"missing ü\"]",
                        "KeyError: 'missing ü'");
        program.run("failure_in_thread")
                .exits(0)
                .prints("after\n")
                .complains("Exception in thread worker", "deep.py\", line 7, in first", "KeyError: 'missing ü'");
    }

    private void theEndIsOrderly() {
        program.run("order").succeeds().prints("main\nthread\nregistered last\nregistered first\n");
        try (Scratch scratch = new Scratch()) {
            Path folder = scratch.folder("unclosed");
            program.run("unclosed", folder).succeeds();
            assertThat(folder.resolve("text")).hasContent("text");
            assertThat(folder.resolve("raw")).hasContent("raw");
            try (var archive = new ZipFile(folder.resolve("archive.zip").toFile())) {
                assertThat(archive.getEntry("entry")).isNotNull();
            }
            try (var files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("text", "raw", "archive.zip");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void theEnvironmentIsTheUsers() {
        program.with("SOME", "value").run("environment").succeeds().prints("""
                HOME=/nonexistent
                LC_ALL=C.UTF-8
                PATH=/usr/bin:/bin
                SOME=value
                """);
        try (Scratch scratch = new Scratch()) {
            Path elsewhere = scratch.folder("elsewhere");
            Files.writeString(elsewhere.resolve("json.py"), "SHADOW = True\n");
            Files.writeString(elsewhere.resolve("startup.py"), "import os\nos.environ['startup'] = 'ran'\n");
            for (String name : List.of("sitecustomize.py", "usercustomize.py")) {
                Files.writeString(elsewhere.resolve(name), "print('customized')\n");
            }
            program.withDirectory(elsewhere)
                    .with("PYTHONPATH", elsewhere.toString())
                    .with("PYTHONHOME", elsewhere.toString())
                    .with("PYTHONSTARTUP", elsewhere.resolve("startup.py").toString())
                    .with("PYTHONUSERBASE", elsewhere.toString())
                    .with("PYTHONINSPECT", "1")
                    .with("PYTHONVERBOSE", "1")
                    .with("PYTHONOPTIMIZE", "2")
                    .with("PYTHONIOENCODING", "latin-1")
                    .with("PYTHONWARNINGS", "error")
                    .with("PYTHONPLATLIBDIR", "elsewhere")
                    .run("isolation")
                    .succeeds()
                    .mentions("0 0 0 ", " True\n[]\nFalse False False\n{\"shadowed\": false}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
