package dev.jox.python;

import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.json.Json;
import dev.jox.model.resource.FoundFile;
import dev.jox.model.resource.Origin;
import dev.jox.model.spec.InstalledPackages;
import dev.jox.model.wheel.WheelMetadata;
import dev.jox.model.wheel.WheelName;
import dev.jox.model.wheel.WheelRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder with packages that an installer has put there, laid out as site-packages is (PyPA specification "Recording installed
 * projects").
 *
 * @param element what the pom says of it, for messages
 * @param without normalised names of projects that are not taken from it
 */
record PackageRoot(Path folder, String element, Set<String> without) {
    /** What environments have for themselves. */
    private static final Set<String> TOOLS = Set.of("pip");

    private static final Pattern METADATA = Pattern.compile("([^/]+\\.dist-info)/METADATA");
    private static final Pattern EDITABLE = Pattern.compile("\"editable\"\\s*:\\s*true");

    PackageRoot {
        without = Set.copyOf(without);
    }

    /**
     * The folders, those of virtual environments among them.
     *
     * @throws JoxException when one is not there, or is an environment of another Python than the executable's
     */
    static List<PackageRoot> of(InstalledPackages installed, Distribution target) {
        List<PackageRoot> roots = new ArrayList<>();
        for (Path folder : installed.packageRoots()) {
            String element = "<packageRoot>" + folder + "</packageRoot>";
            if (!Files.isDirectory(folder)) {
                throw JoxException.user(
                        "there is no folder " + folder + ", which <packageRoots> names",
                        "make it, or correct its path");
            }
            roots.add(new PackageRoot(folder, element, Set.of()));
        }
        for (Path folder : installed.virtualenvs()) {
            roots.add(new PackageRoot(
                    VirtualEnvironment.of(folder).sitePackages(target.version()),
                    "<virtualenv>" + folder + "</virtualenv>",
                    TOOLS));
        }
        return List.copyOf(roots);
    }

    /** Changes with the names, sizes and times of the files, which are not read for it. */
    Sha256 state() throws IOException {
        List<String> lines = new ArrayList<>(List.of(toString()));
        for (Path file : ApplicationReader.paths(folder)) {
            lines.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
        }
        return Json.digest(lines);
    }

    /**
     * The packages, and what no package says is its own.
     *
     * @throws JoxException when a package is not where it says it is, or cannot be understood
     */
    List<PackageContents> packages() throws IOException {
        Map<String, FoundFile> files = new TreeMap<>();
        ApplicationReader.files(folder).forEach(file -> files.put(file.path(), file));
        List<PackageContents> packages = new ArrayList<>();
        for (String path : List.copyOf(files.keySet())) {
            Matcher metadata = METADATA.matcher(path);
            if (metadata.matches()) {
                PackageContents contents = contents(metadata.group(1), files);
                if (!without.contains(contents.origin().name())) {
                    packages.add(contents);
                }
            }
        }
        if (!files.isEmpty()) {
            Origin unknown = new Origin(Origin.Kind.PACKAGE, String.valueOf(folder.getFileName()), "");
            packages.add(new PackageContents(element, folder, unknown, List.copyOf(files.values()), List.of()));
        }
        return packages;
    }

    /** A package by the folder of its metadata; its files are taken out of {@code files}. */
    private PackageContents contents(String info, Map<String, FoundFile> files) throws IOException {
        WheelMetadata metadata;
        Set<String> recorded;
        try {
            metadata = WheelMetadata.parse(Files.readString(folder.resolve(info).resolve("METADATA")));
            recorded = recorded(info);
        } catch (IllegalArgumentException e) {
            throw JoxException.user(
                    folder.resolve(info) + " of " + element + " cannot be understood: " + e.getMessage(),
                    "install the package again",
                    e);
        }
        Path source = folder.resolve(info).resolve("direct_url.json");
        if (Files.exists(source) && EDITABLE.matcher(Files.readString(source)).find()) {
            throw JoxException.user(
                    metadata.name() + " of " + element + " is installed as editable: its modules are elsewhere",
                    "install it without -e, or name its sources in <sourceDirectory>");
        }
        List<FoundFile> own = files.values().stream()
                .filter(file -> file.path().startsWith(info + "/") || recorded.contains(file.path()))
                .toList();
        own.forEach(file -> files.remove(file.path()));
        Origin origin = new Origin(Origin.Kind.PACKAGE, WheelName.normalized(metadata.name()), metadata.version());
        return new PackageContents(origin + " in " + element, folder, origin, own, List.of());
    }

    /** What RECORD names, files outside of the folder, such as scripts, among them; nothing where there is none. */
    private Set<String> recorded(String info) throws IOException {
        Path record = folder.resolve(info).resolve("RECORD");
        if (!Files.exists(record)) {
            return Set.of();
        }
        Stream<WheelRecord.Row> rows = WheelRecord.parse(Files.readString(record)).rows().stream();
        return rows.map(row -> row.path().replace('\\', '/')).collect(Collectors.toSet());
    }
}
