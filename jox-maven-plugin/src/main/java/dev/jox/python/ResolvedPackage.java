package dev.jox.python;

import dev.jox.model.resource.LinkableExtension;
import dev.jox.model.resource.SourceBuild;
import java.util.List;
import java.util.Optional;

/**
 * A package as it goes into the collection.
 *
 * @param linkable what its extension modules can be linked from, where it was built from source
 * @param build how it was built from source, if it was
 */
record ResolvedPackage(PackageContents contents, List<LinkableExtension> linkable, Optional<SourceBuild> build) {
    ResolvedPackage {
        linkable = List.copyOf(linkable);
    }

    /** One that is taken as it is. */
    ResolvedPackage(PackageContents contents) {
        this(contents, List.of(), Optional.empty());
    }
}
