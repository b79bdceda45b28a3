package dev.jox.distribution;

import java.util.List;

/**
 * What {@code describe_interpreter.py} prints. Paths are absolute and without links; empty where there is nothing.
 *
 * @param version such as {@code 3.14.3}
 * @param platform {@code sysconfig.get_platform()}, such as {@code linux-x86_64}
 * @param host the multiarch tuple and the triple it was configured for
 * @param executable the program, for a virtual environment that of the Python it was made from
 * @param sharedLibrary libpython as a shared library
 * @param staticLibrary libpython as an archive
 * @param linkedLibraries what the archive is linked with, by the names after {@code -l}
 * @param libraryDirectory where it was configured to have its libraries
 * @param builtins the modules that libpython has built in
 */
record InterpreterFacts(
        String implementation,
        String version,
        String releaseLevel,
        String cacheTag,
        boolean freeThreaded,
        String platform,
        String host,
        String prefix,
        String executable,
        String standardLibrary,
        String include,
        String sharedLibrary,
        String staticLibrary,
        List<String> linkedLibraries,
        String libraryDirectory,
        List<String> extensionDirectories,
        List<String> extensionSuffixes,
        List<String> builtins) {

    /** The version; with what it is a preview of appended where it is no release, such as {@code 3.15.0 beta}. */
    String release() {
        return releaseLevel.equals("final") ? version : version + " " + releaseLevel;
    }

    /** {@code 3.14}, for messages and package names. */
    String majorMinor() {
        return version.substring(0, version.lastIndexOf('.'));
    }
}
