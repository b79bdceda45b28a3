package dev.jox.model.distribution;

import dev.jox.model.Flavor;
import dev.jox.model.ModuleName;
import dev.jox.model.PythonVersion;
import dev.jox.model.Sha256;
import dev.jox.model.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An unpacked CPython and what it is made of. Paths are absolute.
 *
 * @param source where it comes from, for messages: Maven coordinates, a URL or a path
 * @param digest of the archive it was unpacked from, or of what an installed one is made of
 * @param root the folder it was unpacked into
 * @param interpreter the program {@code python3}, where this machine can run it
 * @param libpython the interpreter's library
 * @param include the folder of {@code Python.h}
 * @param standardLibrary the folder of {@code os.py}
 * @param libraryDirectories where shared libraries that its extension modules need may lie
 * @param staticLibraryDirectories where static libraries that its objects need lie
 * @param extensions the standard library's extension modules, built-in and standalone, in the order of their names
 * @param cacheTag what bytecode files are tagged with, such as {@code cpython-314}
 * @param extensionSuffixes file name endings of extension modules that it loads, the most specific first
 * @param testPackages packages of the standard library that hold its tests
 * @param licenses SPDX identifiers of CPython's own licences
 * @param licenseFile their text
 * @param core what another libpython can be linked from, where the distribution brings that
 */
public record Distribution(
        String source,
        Sha256 digest,
        PythonVersion version,
        Target target,
        Flavor flavor,
        Path root,
        Optional<Path> interpreter,
        Libpython libpython,
        Path include,
        Path standardLibrary,
        List<Path> libraryDirectories,
        List<Path> staticLibraryDirectories,
        List<StandardExtension> extensions,
        String cacheTag,
        List<String> extensionSuffixes,
        List<ModuleName> testPackages,
        List<String> licenses,
        Optional<Path> licenseFile,
        Optional<LinkableCore> core) {

    public Distribution {
        libraryDirectories = List.copyOf(libraryDirectories);
        staticLibraryDirectories = List.copyOf(staticLibraryDirectories);
        extensions = List.copyOf(extensions);
        extensionSuffixes = List.copyOf(extensionSuffixes);
        testPackages = List.copyOf(testPackages);
        licenses = List.copyOf(licenses);
    }

    /**
     * The name by which libraries that are loaded into an executable may need libpython: it carries the name itself, so that they get
     * no second one. Empty where nothing is loaded, or on Windows.
     */
    public Optional<String> interpreterSoname() {
        if (libpython instanceof Libpython.SharedElf shared) {
            return Optional.of(shared.soname());
        }
        return libpython instanceof Libpython.StaticArchive && flavor == Flavor.STANDALONE_DYNAMIC
                ? Optional.of("libpython" + version.majorMinor() + ".so.1.0")
                : Optional.empty();
    }

    /**
     * Whether its executables can load shared libraries that are no extension modules. Static ones can on Windows, where the loader is
     * a part of the system and not of the program.
     */
    public boolean loadsSharedLibraries() {
        return flavor == Flavor.STANDALONE_DYNAMIC || target.isWindows();
    }
}
