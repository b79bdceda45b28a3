package dev.jox.stage;

import dev.jox.model.distribution.Distribution;
import dev.jox.model.plan.Plan;
import dev.jox.model.resource.ResourceCollection;
import java.nio.file.Path;

/**
 * The files of one executable below {@code target/}: the values in {@code target/jox/<executable>/}, the executable itself and
 * what lies beside it in the output folder.
 *
 * @param folder of the values
 * @param executable where the executable goes
 */
public record Workspace(Path folder, Path executable) {
    StageFile<Distribution> distribution() {
        return new StageFile<>(folder, "distribution", Distribution.class);
    }

    StageFile<ResourceCollection> collection() {
        return new StageFile<>(folder, "collection", ResourceCollection.class);
    }

    StageFile<Plan> plan() {
        return new StageFile<>(folder, "plan", Plan.class);
    }
}
