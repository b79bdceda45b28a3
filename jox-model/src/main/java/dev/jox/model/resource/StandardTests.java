package dev.jox.model.resource;

import java.util.regex.Pattern;

/**
 * Which parts of CPython's standard library are its tests: the packages of {@code TESTSUBDIRS} in CPython's Makefile.pre.in, and the
 * extension modules of Modules/Setup.stdlib.in's sections "Test modules" and "xxlimited" and examples.
 */
public final class StandardTests {
    private static final Pattern PATH = Pattern.compile(
            "test/.*|(.*/)?(tests|idle_test)/.*|(ctypes|distutils|sqlite3|tkinter|unittest|lib2to3)/test/.*");
    private static final Pattern EXTENSION = Pattern.compile("_test.*|_ctypes_test|_xxtestfuzz|xxlimited.*|xxsubtype");

    private StandardTests() {}

    /** Whether the file at this path below the standard library's folder is a test's. */
    public static boolean isTest(String path) {
        return PATH.matcher(path).matches();
    }

    /** Whether an extension module exists for tests only; by its top-level name. */
    public static boolean isTestExtension(String name) {
        return EXTENSION.matcher(name).matches();
    }
}
