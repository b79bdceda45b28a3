package dev.jox.stage;

import dev.jox.fetch.Cache;
import dev.jox.fetch.FileDigests;
import dev.jox.link.LinkRequest;
import dev.jox.link.Linked;
import dev.jox.link.Linker;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.json.Json;
import dev.jox.model.pack.PackSettings;
import dev.jox.model.plan.Plan;
import dev.jox.model.report.PlanTable;
import dev.jox.model.report.Sizes;
import dev.jox.model.windows.WindowsProgram;
import dev.jox.python.PythonLog;
import dev.jox.toolchain.Toolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** From the plan to the executable and what lies beside it. */
public final class LinkStage {
    private static final String NAME = "executable";

    private final Cache cache;
    private final PythonLog log;

    public LinkStage(Cache cache, PythonLog log) {
        this.cache = cache;
        this.log = log;
    }

    /**
     * Everything that the executable comes from.
     *
     * @param plugin the plugin's own code, the runtime's sources among it
     * @param plan the plan's file
     * @param nativeLibraries the libraries in the folders of {@code <nativeLibraries>}, where anything is linked with them
     * @param windows what Windows shows of the executable
     */
    private record Inputs(
            Sha256 plugin,
            Sha256 plan,
            Sha256 toolchain,
            Map<String, Sha256> nativeLibraries,
            PackSettings settings,
            Optional<WindowsProgram> windows,
            Path executable) {}

    /**
     * What was made.
     *
     * @param files the executable and the files beside it, with their sizes and times of change: when any of them is another one
     *     now, the executable is made again
     * @param table the plan as a table
     * @param plan the digest of the plan's file
     */
    private record Output(Linked linked, SortedMap<String, String> files, List<String> table, Sha256 plan) {}

    /**
     * Links, unless what is there came from the same inputs and is as it was made.
     *
     * @param windows what Windows shows of the executable; there for its targets only
     * @return the executable and the files beside it
     * @throws JoxException when the distribution cannot be linked
     */
    public Linked run(
            Workspace workspace,
            Distribution distribution,
            PackSettings settings,
            Toolchain toolchain,
            List<Path> nativeLibraries,
            Optional<WindowsProgram> windows)
            throws IOException {
        Inputs inputs = new Inputs(
                PluginFingerprint.of(List.of(LinkStage.class, Plan.class)),
                workspace.planDigest(),
                toolchain.digest(),
                digests(nativeLibraries),
                settings,
                windows,
                workspace.executable());
        StageFile<Output> stage = new StageFile<>(workspace.folder(), NAME);
        if (stage.isCurrent(inputs)) {
            Output output = Json.read(value(workspace), Output.class);
            if (output.files().equals(files(output.linked()))) {
                log.step("Nothing changed: " + workspace.executable() + " is kept.");
                return output.linked();
            }
        }
        log.step("Linking " + workspace.executable() + " with " + toolchain.name());
        Plan plan = workspace.readPlan();
        Linked linked = new Linker(cache, log::detail)
                .link(new LinkRequest(
                        plan,
                        distribution,
                        settings,
                        toolchain,
                        nativeLibraries,
                        windows,
                        workspace.executable(),
                        workspace.folder()));
        PlanTable table = new PlanTable(plan, new Sizes(linked.code()));
        stage.write(inputs, new Output(linked, files(linked), table.lines(), inputs.plan()));
        table.lines().forEach(log::step);
        table.concerns().forEach(log::warning);
        return linked;
    }

    /** The sizes of the plan's entries, those of linked-in modules as far as this plan was linked. */
    public static Sizes sizes(Workspace workspace) throws IOException {
        Sha256 plan = workspace.planDigest();
        return Json.readIfValid(value(workspace), Output.class)
                .filter(output -> output.plan().equals(plan))
                .map(output -> new Sizes(output.linked().code()))
                .orElseGet(Sizes::beforeLink);
    }

    private static Path value(Workspace workspace) {
        return workspace.folder().resolve(NAME + ".json");
    }

    private Map<String, Sha256> digests(List<Path> folders) throws IOException {
        FileDigests digests = new FileDigests(cache);
        Map<String, Sha256> all = new TreeMap<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    all.put(file.toString(), digests.of(file));
                }
            } catch (NoSuchFileException | NotDirectoryException e) {
                throw JoxException.user(
                        "there is no folder " + folder + ", which <nativeLibraries> names",
                        "make it, or correct its path",
                        e);
            }
        }
        return all;
    }

    private static SortedMap<String, String> files(Linked linked) throws IOException {
        List<Path> paths = new ArrayList<>(linked.beside());
        paths.add(linked.executable());
        SortedMap<String, String> files = new TreeMap<>();
        for (Path path : paths) {
            files.put(
                    path.toString(),
                    Files.isRegularFile(path)
                            ? Files.size(path) + " bytes, " + Files.getLastModifiedTime(path)
                            : "missing");
        }
        return files;
    }
}
