package dev.jox.model.policy;

import dev.jox.model.plan.Planned.PlannedFile;
import dev.jox.model.resource.Resource;

/** Plans what modules read: resources of packages, metadata, plain files. */
final class FilePlanner {
    private final Places places;
    private final Draft draft;

    FilePlanner(Places places, Draft draft) {
        this.places = places;
        this.draft = draft;
    }

    /** Plans an included file that the importer can give out of memory too. */
    void addReadable(Resource resource, Matched matched, String by) {
        add(resource, false, by, places.anywhere(matched));
    }

    /** Plans an included plain file: it is opened by its path, so it must be one. */
    void addPlain(Resource resource, Matched matched, String by) {
        boolean executable = resource instanceof Resource.FileResource file && file.executable();
        add(
                resource,
                executable,
                by,
                places.notInMemory(resource.path(), resource.origin(), matched, "a plain file is opened by its path"));
    }

    private void add(Resource resource, boolean executable, String by, Place place) {
        draft.add(
                new PlannedFile(
                        resource.path(),
                        resource.origin(),
                        place.location(),
                        by + place.by(),
                        resource.content(),
                        executable),
                place);
    }
}
