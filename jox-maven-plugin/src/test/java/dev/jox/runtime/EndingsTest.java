package dev.jox.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.it.Program;
import dev.jox.model.ModuleName;
import dev.jox.model.pack.PackSettings;
import dev.jox.model.pack.Run;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How programs are started, and how they end: as {@code python -m} would have it. */
class EndingsTest {
    private static final int INTERRUPTED = 128 + 2;
    private static final int LOST_OUTPUT = 120;

    private static Program endings(String version) throws IOException {
        return pack(version, "endings", new Run.Module(new ModuleName("endings")));
    }

    private static Program pack(String version, String name, Run run) throws IOException {
        return Runtimes.of(version)
                .pack(name, RuntimeChecksTest.SOURCES, PackSettings.of(run))
                .program();
    }

    @ParameterizedTest
    @MethodSource("dev.jox.testing.DefaultPythons#versions")
    void exitStatuses(String version) throws IOException {
        Program program = endings(version);
        program.run("exit").exits(3).prints("").complainsNothing();
        program.run("exit-text").exits(1).prints("").complains("bye\n");
        program.run("exit-none").succeeds();
        program.run("builtin-exit").exits(4).complainsNothing();
        program.run("error")
                .exits(1)
                .complains("Traceback", "/<jox>/endings.py", "raise ValueError", "ValueError: wrong");
        program.run("interrupt").exits(INTERRUPTED).complains("KeyboardInterrupt");
        program.run("signal").exits(INTERRUPTED).complains("KeyboardInterrupt");
        program.run("thread").succeeds().prints("main\nthread\natexit\n");
        program.withOutputTo("/dev/full").run("print").exits(LOST_OUTPUT).complains("No space left");
    }

    @ParameterizedTest
    @MethodSource("dev.jox.testing.DefaultPythons#versions")
    void encodingsFollowTheLocale(String version) throws IOException {
        Program program = endings(version);
        for (String locale : List.of("C.UTF-8", "C", "POSIX")) {
            program.with("LC_ALL", locale).run("encodings").succeeds().prints("utf-8 utf-8 utf-8 ä€\n");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.jox.testing.DefaultPythons#versions")
    void theProgramsArgumentsAreItsOwn(String version) throws IOException {
        Program program = endings(version);
        String name = program.file().toString();
        program.run("arguments", "-c", "print(1)", "--help", "-I", "ä")
                .succeeds()
                .prints("['" + name + "', 'arguments', '-c', 'print(1)', '--help', '-I', 'ä']\n");
    }

    @ParameterizedTest
    @MethodSource("dev.jox.testing.DefaultPythons#versions")
    void pythonsVariablesDoNothing(String version) throws IOException {
        endings(version)
                .with("PYTHONPATH", "/nowhere")
                .with("PYTHONHOME", "/nowhere")
                .with("PYTHONOPTIMIZE", "2")
                .with("PYTHONVERBOSE", "1")
                .with("PYTHONSTARTUP", "/nowhere")
                .run("environment")
                .succeeds()
                .mentions("0 0 False");
    }

    @ParameterizedTest
    @MethodSource("dev.jox.testing.DefaultPythons#versions")
    void multiprocessingStartsTheExecutableAgain(String version) throws IOException {
        Program program = endings(version);
        for (String method : List.of("spawn", "forkserver")) {
            program.run(method).exits(0).prints("[(4, '__mp_main__'), (9, '__mp_main__')]\n('queued', 1)\n0\n");
        }
        program.run("fork").exits(0).prints("[(4, '__main__'), (9, '__main__')]\n('queued', 1)\n0\n");
    }

    @ParameterizedTest
    @MethodSource("dev.jox.testing.DefaultPythons#versions")
    void entryPoints(String version) throws IOException {
        Program program = pack(version, "entry", Run.EntryPoint.parse("endings:entry"));
        program.run("none").succeeds().prints("atexit\n");
        program.run("five").exits(5).prints("atexit\n");
        program.run("text").exits(1).prints("atexit\n").complains("message\n");
    }

    @ParameterizedTest
    @MethodSource("dev.jox.testing.DefaultPythons#versions")
    void otherModes(String version) throws IOException {
        pack(version, "package", new Run.Module(new ModuleName("sample")))
                .run()
                .succeeds()
                .prints("sample runs as __main__ of sample\n");
        pack(version, "command", new Run.Command("import sys, sample; print(sample.VALUE, sys.argv[1:])"))
                .run("a")
                .succeeds()
                .prints("1 ['a']\n");
        assertThat(pack(version, "repl", new Run.Repl())
                        .withInput("import sample\nprint(sample.VALUE + 1)\n")
                        .run()
                        .exits(0)
                        .output())
                .isEqualTo("2\n");
        pack(version, "nothing", new Run.Module(new ModuleName("nothing")))
                .run()
                .exits(1)
                .complainsInOneLine()
                .complains("No module named nothing");
        pack(version, "no-main", new Run.Module(new ModuleName("extended")))
                .run()
                .exits(1)
                .complainsInOneLine()
                .complains("No module named extended.__main__");
    }
}
