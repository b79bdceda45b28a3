package dev.jox.model.policy;

import dev.jox.model.plan.Location;

/**
 * Where a resource goes.
 *
 * @param by which rule or attribute decided, and why the first choice was not possible, in words
 * @param fellBack whether the first choice was not possible
 * @param byRule whether a rule named the location, so that nothing but necessity may change it
 */
record Place(Location location, String by, boolean fellBack, boolean byRule) {
    boolean isFile() {
        return location instanceof Location.FilesystemRelative;
    }

    /** The same place for a resource that follows another one. */
    Place followed(String why) {
        return new Place(location, why, fellBack, false);
    }
}
