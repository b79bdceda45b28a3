package dev.jox.stage;

import dev.jox.model.Content;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.json.Json;
import dev.jox.model.plan.Plan;
import dev.jox.model.report.Bom;
import dev.jox.model.report.BuildConstraints;
import dev.jox.model.report.Component;
import dev.jox.model.report.LicenseTexts;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.ResourceCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of one executable below {@code target/}: the values in {@code target/jox/<executable>-<classifier>/}, the executable itself and
 * what lies beside it in the output folder.
 *
 * @param folder of the values
 * @param executable where the executable goes
 */
public record Workspace(Path folder, Path executable) {
    private static final String DISTRIBUTION = "distribution.json";
    private static final String BUILD_PYTHON = "build-python.json";
    private static final String COLLECTION = "collection.json";
    private static final String BUILD_CONSTRAINTS = "build-constraints.txt";
    private static final String BOM = "bom.json";
    private static final String LICENSES = "licenses.txt";
    private static final String PLAN = "plan.json";

    /**
     * Writes what jox:distribution found, unless that is there already.
     *
     * @param distribution the target's
     * @param buildPython the Python that runs on this machine while jox builds
     */
    public void writeDistributions(Distribution distribution, Distribution buildPython) throws IOException {
        writeDistribution(DISTRIBUTION, distribution);
        writeDistribution(BUILD_PYTHON, buildPython);
    }

    private void writeDistribution(String name, Distribution distribution) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file) || !Files.readString(file).equals(Json.text(distribution))) {
            Json.write(file, distribution);
        }
    }

    public Distribution readDistribution() throws IOException {
        return read(DISTRIBUTION, Distribution.class, "distribution");
    }

    /** The Python that runs pip and compiles bytecode: {@link #readDistribution} where this machine can run that. */
    public Distribution readBuildPython() throws IOException {
        return read(BUILD_PYTHON, Distribution.class, "distribution");
    }

    /** Writes what jox:compile collected, and what packages were built with that it built. */
    void writeCollection(ResourceCollection collection) throws IOException {
        Json.write(folder.resolve(COLLECTION), collection);
        if (collection.builds().isEmpty()) {
            Files.deleteIfExists(folder.resolve(BUILD_CONSTRAINTS));
        } else {
            Files.write(folder.resolve(BUILD_CONSTRAINTS), BuildConstraints.of(collection.builds()));
        }
    }

    public ResourceCollection readCollection() throws IOException {
        return read(COLLECTION, ResourceCollection.class, "compile");
    }

    /**
     * Writes what the executable has in it by others: its bill of materials, and the licence texts.
     *
     * @return the texts
     */
    Content writeLicenses(Origin application, List<Component> components) throws IOException {
        Json.write(folder.resolve(BOM), Bom.of(application.name(), application.version(), components));
        return Content.of(Files.writeString(
                folder.resolve(LICENSES), LicenseTexts.of(String.valueOf(executable.getFileName()), components)));
    }

    StageFile<Plan> plan() {
        return new StageFile<>(folder, "plan");
    }

    /** The digest of the plan's file. */
    Sha256 planDigest() throws IOException {
        return Sha256.ofFile(existing(PLAN, "compile"));
    }

    public Plan readPlan() throws IOException {
        return read(PLAN, Plan.class, "compile");
    }

    private <T> T read(String name, Class<T> type, String goal) throws IOException {
        return Json.read(existing(name, goal), type);
    }

    private Path existing(String name, String goal) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw JoxException.user(
                    "There is no " + file + " yet.", "Run jox:" + goal + " first, for example by `mvn package`.");
        }
        return file;
    }
}
