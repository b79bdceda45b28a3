package dev.jox.model.policy;

import dev.jox.model.plan.Plan.GlibcFloor;
import dev.jox.model.plan.Plan.OwnFloor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the lowest glibc that everything runs on. */
final class GlibcFloors {
    private static final Comparator<String> BY_NUMBERS = (a, b) -> Arrays.compare(numbers(a), numbers(b));

    private GlibcFloors() {}

    /**
     * The highest of the floors; the first of equal ones.
     *
     * @param own those of what the executable is made of
     * @param machines those of the build machine's libraries
     */
    static Optional<GlibcFloor> highest(List<GlibcFloor> own, List<GlibcFloor> machines) {
        Optional<GlibcFloor> without = highest(own);
        Optional<GlibcFloor> highest =
                highest(Stream.concat(own.stream(), machines.stream()).toList());
        return highest.map(floor -> new GlibcFloor(
                floor.version(), floor.path(), without.flatMap(lower -> own(lower.version(), machines))));
    }

    private static Optional<OwnFloor> own(String version, List<GlibcFloor> machines) {
        List<String> raisedBy = machines.stream()
                .filter(floor -> BY_NUMBERS.compare(floor.version(), version) > 0)
                .map(GlibcFloor::path)
                .toList();
        return raisedBy.isEmpty() ? Optional.empty() : Optional.of(new OwnFloor(version, raisedBy));
    }

    private static Optional<GlibcFloor> highest(List<GlibcFloor> floors) {
        Optional<GlibcFloor> highest = Optional.empty();
        for (GlibcFloor floor : floors) {
            if (highest.isEmpty()
                    || BY_NUMBERS.compare(floor.version(), highest.get().version()) > 0) {
                highest = Optional.of(floor);
            }
        }
        return highest;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
