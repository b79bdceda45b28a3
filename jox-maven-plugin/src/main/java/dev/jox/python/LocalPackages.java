package dev.jox.python;

import dev.jox.model.Flavor;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.Target;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.json.Json;
import dev.jox.model.spec.PackagesRequest;
import dev.jox.model.wheel.WheelName;
import dev.jox.process.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The wheels and sdists on this machine that a request wants.
 *
 * @param wanted one file of each project: of {@code <wheels>} the wheel that fits best, or the sdist where there is none; and every
 *     wheel that another module handed over
 * @param replaced wheels with compiled code, which a static target cannot use, by the requirement for what is to take their place
 * @param digest of all local files
 */
record LocalPackages(List<Path> wanted, SortedMap<String, Path> replaced, Sha256 digest) {
    private static final Pattern SDIST = Pattern.compile("(.+)-([^-]+)\\.(?:tar\\.gz|zip)");

    static LocalPackages of(PackagesRequest request, Pythons pythons) throws IOException {
        List<Path> files = new ArrayList<>(request.handedWheels());
        List<Path> wanted = new ArrayList<>(request.handedWheels());
        if (request.wheels().isPresent()) {
            Path folder = request.wheels().get();
            if (!Files.isDirectory(folder)) {
                throw JoxException.user(
                        "there is no folder " + folder + ", which <wheels> names", "make it, or correct its path");
            }
            List<Path> there = Folders.files(folder);
            files.addAll(there);
            wanted.addAll(choose(there, folder, pythons.target()));
        }
        SortedMap<String, Path> replaced = new TreeMap<>();
        if (pythons.isStatic()) {
            for (Path file : List.copyOf(wanted)) {
                if (isCompiled(file)) {
                    wanted.remove(file);
                    replaced.put(
                            wheelName(file).project() + "==" + wheelName(file).version(), file);
                }
            }
        }
        return new LocalPackages(List.copyOf(wanted), replaced, digest(files));
    }

    /** The digest of files' names and bytes, in their order. */
    static Sha256 digest(List<Path> files) throws IOException {
        List<String> digests = new ArrayList<>();
        for (Path file : files) {
            digests.add(file.getFileName() + " " + Sha256.ofFile(file));
        }
        return Json.digest(digests);
    }

    private static List<Path> choose(List<Path> files, Path folder, Distribution distribution) {
        Map<String, List<Path>> byProject = new TreeMap<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            Matcher sdist = SDIST.matcher(name);
            if (name.endsWith(".whl")) {
                if (serves(wheelName(file), distribution)) {
                    byProject
                            .computeIfAbsent(wheelName(file).project(), p -> new ArrayList<>())
                            .add(file);
                }
            } else if (sdist.matches()) {
                byProject
                        .computeIfAbsent(WheelName.normalized(sdist.group(1)), p -> new ArrayList<>())
                        .add(file);
            }
        }
        List<Path> chosen = new ArrayList<>();
        if (distribution.flavor() == Flavor.STANDALONE_STATIC) {
            byProject.values().forEach(LocalPackages::preferSources);
        }
        byProject.forEach((project, candidates) -> chosen.add(best(project, candidates, folder)));
        return chosen;
    }

    /** Whether a wheel says that its project is wanted: for a static target one of any platform does, to be replaced by its source. */
    private static boolean serves(WheelName wheel, Distribution distribution) {
        return distribution.flavor() == Flavor.STANDALONE_STATIC
                ? Stream.of(Target.values()).anyMatch(target -> wheel.fits(distribution.version(), target))
                : wheel.fits(distribution.version(), distribution.target());
    }

    /** Leaves a compiled wheel only where there is nothing else of its project. */
    private static void preferSources(List<Path> candidates) {
        if (!candidates.stream().allMatch(LocalPackages::isCompiled)) {
            candidates.removeIf(LocalPackages::isCompiled);
        }
    }

    private static boolean isCompiled(Path file) {
        return file.toString().endsWith(".whl") && wheelName(file).isNative();
    }

    /** The most specific wheel; an sdist only where there is no wheel. */
    private static Path best(String project, List<Path> candidates, Path folder) {
        List<String> versions =
                candidates.stream().map(LocalPackages::version).distinct().toList();
        if (versions.size() > 1) {
            throw JoxException.user(
                    "<wheels> " + folder + " has several versions of " + project + ": " + String.join(", ", versions),
                    "keep one of them there");
        }
        return candidates.stream()
                .max(Comparator.comparing((Path file) -> file.toString().endsWith(".whl"))
                        .thenComparing(file -> file.toString().endsWith(".whl")
                                && wheelName(file).isNative())
                        .thenComparing(Comparator.<Path>naturalOrder().reversed()))
                .orElseThrow();
    }

    private static String version(Path file) {
        String name = file.getFileName().toString();
        Matcher sdist = SDIST.matcher(name);
        return sdist.matches() ? sdist.group(2) : wheelName(file).version();
    }

    private static WheelName wheelName(Path file) {
        try {
            return WheelName.parse(file.getFileName().toString());
        } catch (IllegalArgumentException e) {
            throw JoxException.user(
                    file + " has not a wheel's name", "wheels keep the name that the build backend gave them", e);
        }
    }
}
