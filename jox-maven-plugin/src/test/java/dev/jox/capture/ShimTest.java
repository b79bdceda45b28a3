package dev.jox.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.jox.model.ModuleName;
import dev.jox.model.capture.CaptureRecords;
import dev.jox.model.capture.ExtensionRecord;
import dev.jox.process.Command;
import dev.jox.process.Outcome;
import dev.jox.process.Processes;
import dev.jox.testing.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shim in a Python of the machine that has setuptools, or the distutils of Python 3.11. */
class ShimTest {
    private static final String CLASSIC = """
            from %s import setup, Extension
            setup(name="p", version="1", ext_modules=[
                Extension("pkg._good", ["good.c"], libraries=["m"], language="c"),
                Extension("_optional", ["broken.c"], optional=True)])
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void sources() throws IOException {
        Needs.program("python3");
        Needs.condition(
                python("-c", "import setuptools, distutils").succeeded(), "a Python with setuptools and distutils");
        CaptureShim.install(folder.resolve("site"));
        Files.writeString(
                folder.resolve("good.c"), "#include <Python.h>\nPyMODINIT_FUNC PyInit__good(void) { return NULL; }\n");
        Files.writeString(folder.resolve("broken.c"), "#error broken\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"setuptools", "distutils.core"})
    void recordsWhatWasBuiltAndWhatWasNot(String module) throws IOException {
        List<ExtensionRecord> records = build(CLASSIC.formatted(module));
        assertThat(records).hasSize(2);
        assertThat(records.get(0).module()).isEqualTo(new ModuleName("pkg._good"));
        assertThat(records.get(0).built()).isTrue();
        assertThat(records.get(0).file()).isRegularFile();
        assertThat(records.get(0).sources()).containsExactly("good.c");
        assertThat(records.get(0).libraries()).containsExactly("m");
        assertThat(records.get(1).module()).isEqualTo(new ModuleName("_optional"));
        assertThat(records.get(1).built()).isFalse();
        assertThat(records.get(1).optional()).isTrue();
    }

    @Test
    void packagesThatReplaceTheCommandAreSeen() throws IOException {
        List<ExtensionRecord> records = build("""
                import os, subprocess, sysconfig
                from setuptools import setup, Extension
                from setuptools.command.build_ext import build_ext
                class own(build_ext):
                    def build_extension(self, ext):
                        target = self.get_ext_fullpath(ext.name)
                        os.makedirs(os.path.dirname(target), exist_ok=True)
                        include = sysconfig.get_path("include")
                        subprocess.check_call(["cc", "-shared", "-fPIC", "-I" + include, ext.sources[0], "-o", target])
                setup(name="p", version="1", cmdclass={"build_ext": own}, ext_modules=[Extension("_good", ["good.c"])])
                """);
        assertThat(records)
                .extracting(ExtensionRecord::module, ExtensionRecord::built)
                .containsExactly(tuple(new ModuleName("_good"), true));
    }

    @Test
    void isInertWithoutItsVariable() {
        String show =
                "import sys; n = len(sys.meta_path); import jox_capture; print(n == len(sys.meta_path), sorted(m for m in sys.modules if m.startswith('jox')))";
        assertThat(python("-c", show).tail()).containsExactly("True ['jox_capture']");
    }

    @Test
    void hooksImportNothingByThemselves() {
        Command command = command(
                        "-c", "import jox_capture, sys; print('distutils' in sys.modules, 'setuptools' in sys.modules)")
                .withVariable("JOX_CAPTURE", folder.toString());
        assertThat(Processes.run(command, line -> {}).tail()).containsExactly("False False");
    }

    private List<ExtensionRecord> build(String setup) throws IOException {
        Files.writeString(folder.resolve("setup.py"), setup);
        Path records = folder.resolve("records");
        Command command = command(
                        "-c",
                        "import jox_capture, runpy, sys; sys.argv = ['setup.py', 'build_ext']; runpy.run_path('setup.py')")
                .withVariables(Map.of("JOX_CAPTURE", records.toString(), "SETUPTOOLS_USE_DISTUTILS", "local"));
        Outcome outcome = Processes.run(command, line -> {});
        assertThat(outcome.succeeded()).as(String.join("\n", outcome.tail())).isTrue();
        return CaptureRecords.read(records).extensions();
    }

    private Outcome python(String... arguments) {
        return Processes.run(command(arguments), line -> {});
    }

    /** A Python that has the shim on its path; nothing imports it by itself here. */
    private Command command(String... arguments) {
        return Command.of("python3")
                .with(List.of(arguments))
                .in(folder)
                .withVariable("PYTHONPATH", folder.resolve("site").toString());
    }
}
