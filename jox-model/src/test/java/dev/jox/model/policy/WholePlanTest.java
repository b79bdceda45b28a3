package dev.jox.model.policy;

import static dev.jox.model.policy.Sample.APPLICATION;
import static dev.jox.model.policy.Sample.NUMPY;
import static dev.jox.model.policy.Sample.PYTHON;
import static dev.jox.model.policy.Sample.SYSTEM;
import static dev.jox.model.policy.Sample.entry;
import static dev.jox.model.policy.Sample.extensionPath;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.model.plan.Location;
import dev.jox.model.plan.Omission;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import dev.jox.model.plan.Planned.PlannedExtension;
import dev.jox.model.plan.Planned.PlannedLibrary;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan says of every resource once what becomes of it. */
class WholePlanTest {
    private static final int GRAPHS = 300;

    @Test
    void aSystemLibraryThatOnlyACarriedLibraryNeedsIsNotLeftOut() {
        Sample sample = new Sample()
                .library(NUMPY, "numpy/libplugin.so")
                .library(SYSTEM, "jox.libs/libz.so.1")
                .needs("numpy/libplugin.so", "jox.libs/libz.so.1");
        Plan plan = sample.plan();

        assertThat(entry(plan, "jox.libs/libz.so.1", PlannedLibrary.class).reason())
                .startsWith("needed by numpy/libplugin.so; ");
        saysEverythingOnce(sample, plan);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void holdsForAnyGraphOfLibraries(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < GRAPHS; i++) {
            Sample sample = anything(random);
            Plan plan = sample.plan();
            saysEverythingOnce(sample, plan);
            carriesWhatIsNeeded(plan);
        }
    }

    private static Sample anything(Random random) {
        Sample sample = new Sample();
        List<String> binaries = new ArrayList<>();
        List<String> libraries = new ArrayList<>();
        List<Origin> origins = List.of(NUMPY, APPLICATION, PYTHON, SYSTEM);
        for (int i = 0; i < random.nextInt(8); i++) {
            String path = "libs" + i + "/lib" + random.nextInt(6) + ".so";
            sample.library(origins.get(random.nextInt(origins.size())), path);
            libraries.add(path);
        }
        for (int i = 0; i < random.nextInt(4); i++) {
            sample.extension(random.nextBoolean() ? NUMPY : PYTHON, "numpy.x" + i);
            binaries.add(extensionPath("numpy.x" + i));
        }
        binaries.addAll(libraries);
        for (int i = 0; !libraries.isEmpty() && i < random.nextInt(12); i++) {
            String needed = libraries.get(random.nextInt(libraries.size()));
            sample.needs(binaries.get(random.nextInt(binaries.size())), needed);
        }
        List<RuleBuilder> rules = new ArrayList<>();
        for (String path : binaries) {
            switch (random.nextInt(8)) {
                case 0 -> rules.add(Rule.builder().match(path).include(true));
                case 1 -> rules.add(Rule.builder().match(path).include(false));
                case 2 -> rules.add(Rule.builder().match(path).location(new Location.FilesystemRelative("rule")));
                case 3 -> rules.add(Rule.builder().match(path).location(Location.IN_MEMORY));
                default -> {}
            }
        }
        return sample.rules(rules.toArray(new RuleBuilder[0]));
    }

    private static void saysEverythingOnce(Sample sample, Plan plan) {
        List<String> said = new ArrayList<>();
        plan.entries().stream().map(Planned::path).forEach(said::add);
        plan.omissions().stream().map(Omission::path).forEach(said::add);
        assertThat(said)
                .containsExactlyInAnyOrderElementsOf(sample.collection().resources().stream()
                        .map(Resource::path)
                        .toList());
    }

    private static void carriesWhatIsNeeded(Plan plan) {
        List<String> carried = plan.entries().stream().map(Planned::path).toList();
        for (Planned entry : plan.entries()) {
            if (entry instanceof PlannedExtension extension) {
                assertThat(carried).containsAll(extension.libraries());
            } else if (entry instanceof PlannedLibrary library) {
                assertThat(carried).containsAll(library.libraries()).isNotEmpty();
                assertThat(library.libraries()).doesNotContain(library.path());
            }
        }
    }
}
