package dev.jox.model.resource;

import dev.jox.model.ModuleName;
import dev.jox.model.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an extension module can be linked into an executable from. Where its shared library was built too, that is the
 * {@link Resource.ExtensionModule} of the same path.
 *
 * @param path of its shared library below site-packages, with slashes; for one that was never built, of the module without a suffix
 * @param isPackage whether the module is a package's {@code __init__}
 * @param initFunction the C function that creates it; empty where it has the name that the module's gives it
 * @param items objects, archives, libraries and options in the order of the link; files are where they stay
 * @param build what made the objects, in words that follow "built": {@code from markupsafe-3.0.3.tar.gz by gcc 12}
 * @param licenses SPDX identifiers, where they are known
 * @param digest of the items and everything in their files
 */
public record LinkableExtension(
        String path,
        Origin origin,
        ModuleName name,
        boolean isPackage,
        Optional<String> initFunction,
        List<LinkItem> items,
        String build,
        List<String> licenses,
        Sha256 digest) {

    public LinkableExtension {
        items = List.copyOf(items);
        licenses = List.copyOf(licenses);
    }

    /** The libraries that it is linked with, as the link named them: names after {@code -l}, file names of archives and shared objects. */
    public List<String> libraries() {
        return items.stream()
                .flatMap(item -> {
                    if (item instanceof LinkItem.Library library) {
                        return Stream.of(library.name());
                    }
                    return item instanceof LinkItem.File file && file.isLibrary()
                            ? Stream.of(String.valueOf(file.path().getFileName()))
                            : Stream.empty();
                })
                .distinct()
                .toList();
    }
}
