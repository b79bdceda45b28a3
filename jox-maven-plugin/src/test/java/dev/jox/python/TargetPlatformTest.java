package dev.jox.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.capture.CaptureShim;
import dev.jox.model.Target;
import dev.jox.process.Command;
import dev.jox.process.Outcome;
import dev.jox.process.Processes;
import dev.jox.testing.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a package's setup.py and others see of the platform, when setuptools builds it in a Python of this machine. */
class TargetPlatformTest {
    private static final String BUILD =
            "from setuptools import build_meta; build_meta.get_requires_for_build_wheel(); import sys; print('backend', sys.platform)";

    @TempDir
    Path folder;

    private Path source;
    private Path site;

    @BeforeEach
    void shim() throws IOException {
        Needs.program("python3");
        site = folder.resolve("requirements");
        source = Files.createDirectory(folder.resolve("source"));
        CaptureShim.install(site);
        // .pth files count in site-packages only
        write(site.resolve("sitecustomize.py"), "import jox_capture");
        Needs.condition(run(Map.of(), "-c", "import setuptools").succeeded(), "a Python with setuptools");
        write(source.resolve("PKG-INFO"), "Metadata-Version: 2.1\nName: Some_Package\nVersion: 1\n");
    }

    @Test
    void thePackagesOwnCodeSeesTheTarget() throws IOException {
        write(source.resolve("tools/helper.py"), "import sys, os\nprint('helper', sys.platform, os.name)");
        List<String> lines = build(Target.WINDOWS_GNU, """
                import importlib, os, platform, subprocess, sys, sysconfig
                from os import name, path
                from sys import platform as imported
                print('setup', sys.platform, imported, os.name, name, getattr(os, 'name'))
                print(platform.system(), platform.machine(), platform.uname().system, platform.uname()[4])
                print(sysconfig.get_platform(), sys.getwindowsversion()[:2], sys.getwindowsversion().build)
                print(importlib.import_module('sys').platform, hasattr(os, 'uname'), path.__name__, path.sep)
                from setuptools import setup
                from distutils.util import get_platform
                print(get_platform(), [sys.platform for _ in range(1)], (lambda: os.name)())
                exec('import sys; print("executed", sys.platform)', {})
                exec('from os import *; print("star", name)', {})
                sys.path.insert(0, 'tools')
                import helper
                subprocess.check_call([sys.executable, 'tools/helper.py'])
                setup(name='p', version='1', py_modules=[])
                """);
        assertThat(lines)
                .contains(
                        "setup win32 win32 nt nt nt",
                        "Windows AMD64 Windows AMD64",
                        "win-amd64 (10, 0) 19045",
                        "win32 False posixpath /",
                        "win-amd64 ['win32'] nt",
                        "executed win32",
                        "star nt");
        assertThat(lines).filteredOn("helper win32 nt"::equals).hasSize(2);
    }

    @Test
    void whatThePackageUsesSeesTheMachine() throws IOException {
        write(site.resolve("required.py"), """
                import os, platform, sys
                print('required', sys.platform, os.name, platform.system(), hasattr(sys, 'getwindowsversion'), os.uname().sysname)
                """);
        write(source.resolve(".eggs/egg.py"), "import sys; print('egg', sys.platform)");
        List<String> lines = build(Target.WINDOWS_GNU, """
                import ctypes, subprocess, sys, types
                ctypes.pythonapi.PySys_GetObject.restype = ctypes.c_void_p
                import required
                sys.path.insert(0, '.eggs')
                import egg
                print('windows', subprocess._mswindows)
                class Module(type(sys)): value = 1
                print('type', type(required) is types.ModuleType, isinstance(required, type(sys)), Module('m').value)
                print('C', ctypes.cast(ctypes.pythonapi.PySys_GetObject(b'platform'), ctypes.py_object).value)
                from setuptools import setup
                from distutils.ccompiler import get_default_compiler
                print('compiler', get_default_compiler())
                subprocess.check_call([sys.executable, '-c', 'import sys; print("child", sys.platform)'])
                setup(name='p', version='1', py_modules=[])
                """);
        assertThat(lines)
                .contains(
                        "required linux posix Linux False Linux",
                        "egg linux",
                        "windows False",
                        "type True True 1",
                        "C linux",
                        "compiler unix",
                        "child linux",
                        "backend linux");
    }

    @Test
    void cythonAsksForThePackage() throws IOException {
        write(site.resolve("Cython/__init__.py"), "");
        write(site.resolve("Cython/Compiler/__init__.py"), "");
        write(site.resolve("Cython/Compiler/Main.py"), "import platform; print('UNAME_SYSNAME', platform.uname()[0])");
        assertThat(build(Target.WINDOWS_GNU, "import Cython.Compiler.Main")).contains("UNAME_SYSNAME Windows");
    }

    @Test
    void whatIsSetIsSetForAll() throws IOException {
        write(site.resolve("required.py"), "import os, sys\nprint('required', sys.platform, os.name)");
        assertThat(build(
                        Target.WINDOWS_GNU,
                        "import os, sys; sys.platform = 'a'; os.name = 'b'; print(sys.platform, os.name); import required"
                                + "; sys.platform = 'linux'; os.name = 'posix'"))
                .contains("a b", "required a b");
    }

    @Test
    void packagesMayBeExcepted() throws IOException {
        String show = "import sys; print('setup', sys.platform)";
        assertThat(build(Target.WINDOWS_GNU, show, "other, some-package")).contains("setup linux");
        assertThat(build(Target.WINDOWS_GNU, show, "*")).contains("setup linux");
        assertThat(build(Target.WINDOWS_GNU, show, "other")).contains("setup win32");
    }

    @Test
    void muslIsNotGlibc() throws IOException {
        assertThat(build(Target.LINUX_MUSL, """
                import platform, sys, os
                print('libc', platform.libc_ver(), sys.platform, os.uname().sysname)
                """)).contains("libc ('', '') linux Linux");
    }

    @Test
    void theMachinesOwnPlatformNeedsNoWords() {
        assertThat(TargetPlatform.of(TestPythons.buildingFor(Target.LINUX_GNU).target())
                        .variables())
                .isEmpty();
    }

    private List<String> build(Target target, String setup) throws IOException {
        return build(target, setup, "");
    }

    private List<String> build(Target target, String setup, String exceptions) throws IOException {
        write(source.resolve("setup.py"), setup.contains("setup(") ? setup : setup + """

                from setuptools import setup
                setup(name='p', version='1', py_modules=[])
                """);
        Command command = python("-c", BUILD)
                .withVariables(TargetPlatform.of(TestPythons.buildingFor(target).target())
                        .variables())
                .withVariable("JOX_HOST_PLATFORM", exceptions);
        List<String> lines = new ArrayList<>();
        Outcome outcome = Processes.run(command, lines::add);
        assertThat(outcome.succeeded()).as(String.join("\n", lines)).isTrue();
        return lines;
    }

    private Outcome run(Map<String, String> variables, String... arguments) {
        return Processes.run(python(arguments).withVariables(variables), line -> {});
    }

    private Command python(String... arguments) {
        return Command.of("python3")
                .with(List.of(arguments))
                .in(source)
                .withVariable("PYTHONPATH", site.toString())
                .withVariable("SETUPTOOLS_USE_DISTUTILS", "local");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
