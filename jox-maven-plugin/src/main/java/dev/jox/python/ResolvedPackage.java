package dev.jox.python;

import dev.jox.model.resource.LinkableExtension;
import java.util.List;

/**
 * A package as it goes into the collection.
 *
 * @param linkable what its extension modules can be linked from, where it was built from source
 */
record ResolvedPackage(PackageContents contents, List<LinkableExtension> linkable) {
    ResolvedPackage {
        linkable = List.copyOf(linkable);
    }
}
