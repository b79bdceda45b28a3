package dev.jox.model.distribution;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A PYTHON.json file: python-build-standalone's description of a distribution, format versions 5 to 8. Its paths are relative to the
 * folder it is in. Source: that project's {@code docs/distributions.rst}, section "PYTHON.json File".
 *
 * @param buildOptions such as {@code noopt} or {@code pgo+lto}; {@code optimizations} before version 8
 * @param paths {@code python_paths}, by the names of sysconfig
 * @param extensionSuffixes {@code python_suffixes.extension}
 * @param extensionModuleLoading {@code builtin}, {@code shared-library} or both
 * @param objectFileFormat {@code elf}, {@code coff}, {@code mach-o} or {@code llvm-bitcode:<version>}
 * @param extensions the candidates for each extension module, by its name, in the file's order
 */
public record PythonJson(
        int formatVersion,
        String targetTriple,
        String pythonVersion,
        String implementation,
        String abiTag,
        String cacheTag,
        String buildOptions,
        String executable,
        Map<String, String> paths,
        List<String> testPackages,
        List<String> extensionSuffixes,
        List<String> extensionModuleLoading,
        List<String> licenses,
        Optional<String> licensePath,
        String objectFileFormat,
        Core core,
        Map<String, List<Extension>> extensions) {

    /**
     * {@code build_info.core}, with the inittab.
     *
     * @param objects the objects of libpython, that of the inittab included
     */
    public record Core(
            List<String> objects,
            List<Link> links,
            Optional<String> sharedLibrary,
            Optional<String> staticLibrary,
            Optional<String> inittabObject,
            Optional<String> inittabSource,
            List<String> inittabFlags) {}

    /**
     * A candidate for an extension module.
     *
     * @param inCore whether its objects are among the core's
     * @param initFunction empty where the file says {@code NULL}
     * @param licenses of the libraries it is linked with; empty when unknown
     * @param publicDomain whether some of those are in the public domain, which has no SPDX identifier
     */
    public record Extension(
            String variant,
            boolean inCore,
            Optional<String> initFunction,
            Optional<List<String>> licenses,
            List<String> licensePaths,
            boolean publicDomain,
            List<Link> links,
            List<String> objects,
            boolean required,
            Optional<String> sharedLibrary,
            Optional<String> staticLibrary) {}

    /**
     * A library to link with.
     *
     * @param system whether it is the system's
     */
    public record Link(String name, Optional<String> pathStatic, Optional<String> pathDynamic, boolean system) {}

    /** Whether shared extension modules can be loaded. */
    public boolean loadsSharedLibraries() {
        return extensionModuleLoading.contains("shared-library");
    }

    /** Whether objects and static libraries hold LLVM bitcode, which only the same LLVM can link. */
    public boolean isBitcode() {
        return objectFileFormat.startsWith("llvm-bitcode");
    }
}
