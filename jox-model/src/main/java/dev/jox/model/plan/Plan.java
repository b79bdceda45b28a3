package dev.jox.model.plan;

import dev.jox.model.Content;
import dev.jox.model.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of every resource.
 *
 * @param digest of everything that the plan came from
 * @param entries in the order of their paths
 * @param omissions what is left out, in the order of the paths
 * @param fallbacks paths of entries that are not where the policy's first choice would have put them
 * @param glibcFloor the lowest glibc that the executable and what it carries run on; empty where libc is not glibc
 * @param warnings one line each
 */
public record Plan(
        Sha256 digest,
        List<Planned> entries,
        List<Omission> omissions,
        List<String> fallbacks,
        Optional<GlibcFloor> glibcFloor,
        List<String> warnings) {

    /**
     * A lowest version and who asks for it.
     *
     * @param version such as {@code 2.35}
     * @param path the file that needs it
     * @param own the floor of everything but the build machine's libraries, where those raise it
     */
    public record GlibcFloor(String version, String path, Optional<OwnFloor> own) {
        public GlibcFloor(String version, String path) {
            this(version, path, Optional.empty());
        }
    }

    /**
     * A floor that the build machine's libraries raise.
     *
     * @param version the lowest version without them
     * @param raisedBy their paths
     */
    public record OwnFloor(String version, List<String> raisedBy) {
        public OwnFloor {
            raisedBy = List.copyOf(raisedBy);
        }
    }

    /** A shared object that is laid into the executable, and the paths of those that it needs, directly or not. */
    public record BoundObject(String path, Content content, List<String> libraries) {
        public BoundObject {
            libraries = List.copyOf(libraries);
        }
    }

    public Plan {
        entries = List.copyOf(entries);
        omissions = List.copyOf(omissions);
        fallbacks = List.copyOf(fallbacks);
        warnings = List.copyOf(warnings);
    }

    /** The same with one more file. */
    public Plan with(Planned.PlannedFile file) {
        List<Planned> more = new ArrayList<>(entries);
        more.add(file);
        more.sort(Comparator.comparing(Planned::path));
        return new Plan(digest, more, omissions, fallbacks, glibcFloor, warnings);
    }

    /** What is laid into the executable. The places in this list are the numbers that the executable knows them by. */
    public List<BoundObject> boundObjects() {
        List<BoundObject> bound = new ArrayList<>();
        for (Planned entry : entries) {
            if (entry instanceof Planned.PlannedBuiltIn builtIn) {
                builtIn.bound()
                        .ifPresent(content -> bound.add(new BoundObject(entry.path(), content, builtIn.libraries())));
            } else if (entry instanceof Planned.PlannedBoundLibrary library) {
                bound.add(new BoundObject(entry.path(), library.content(), library.libraries()));
            }
        }
        return bound;
    }
}
