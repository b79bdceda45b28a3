package dev.jox.model.resource;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.jox.model.Content;
import dev.jox.model.ModuleName;
import dev.jox.model.binary.NativeImage;

/**
 * Something that an application may need at run time. Its {@link #path()} is where it would lie below site-packages, with
 * slashes; no two resources of a collection have the same.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Resource {
    String path();

    Origin origin();

    Content content();

    /**
     * A module in Python source.
     *
     * @param isPackage whether the module is a package's {@code __init__}
     * @param test whether it belongs to a test suite of the standard library
     */
    record ModuleSource(String path, Origin origin, Content content, ModuleName name, boolean isPackage, boolean test)
            implements Resource {}

    /** A module that comes as bytecode only, without source: a {@code .pyc} file outside {@code __pycache__}. */
    record ModuleBytecode(String path, Origin origin, Content content, ModuleName name, boolean isPackage)
            implements Resource {}

    /**
     * An extension module in a shared library.
     *
     * @param image what the library's file says about itself
     */
    record ExtensionModule(
            String path, Origin origin, Content content, ModuleName name, boolean isPackage, NativeImage image)
            implements Resource {}

    /** A shared library that is no extension module, found by content. */
    record SharedLibrary(String path, Origin origin, Content content, NativeImage image) implements Resource {}

    /** A file inside a package that is no module. */
    record PackageResource(String path, Origin origin, Content content, ModuleName packageName) implements Resource {}

    /** A file of a {@code .dist-info} folder. */
    record DistributionResource(String path, Origin origin, Content content) implements Resource {}

    /** Any other file, such as one below a wheel's {@code data} scheme. */
    record FileResource(String path, Origin origin, Content content, boolean executable) implements Resource {}
}
