package dev.jox.model.policy;

import dev.jox.model.plan.Plan.GlibcFloor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the lowest glibc that everything runs on. */
final class GlibcFloors {
    private static final Comparator<String> BY_NUMBERS = (a, b) -> Arrays.compare(numbers(a), numbers(b));

    private GlibcFloors() {}

    /** The highest of the floors; the first of equal ones. */
    static Optional<GlibcFloor> highest(List<GlibcFloor> floors) {
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
