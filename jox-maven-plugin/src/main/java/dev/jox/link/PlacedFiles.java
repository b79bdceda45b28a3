package dev.jox.link;

import dev.jox.model.Content;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.json.Json;
import dev.jox.model.pack.Payload;
import dev.jox.model.plan.Location.FilesystemRelative;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import dev.jox.model.plan.Planned.PlannedBoundLibrary;
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import dev.jox.model.plan.Planned.PlannedExtension;
import dev.jox.model.plan.Planned.PlannedFile;
import dev.jox.model.plan.Planned.PlannedLibrary;
import dev.jox.model.plan.Planned.PlannedModule;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files that a plan puts beside an executable. A list of them is kept in the work folder, so that a later plan removes
 * what it no longer wants, and nothing else. Executables of one project may share a folder, and then files of the same
 * content.
 */
final class PlacedFiles {
    private static final String LIST = "placed.json";

    private final Path workFolder;
    private final Path folder;
    private final SortedMap<String, Placed> before;
    private final SortedMap<String, Placed> now = new TreeMap<>();

    /**
     * A file as it was placed.
     *
     * @param modified its time of modification, in milliseconds since 1970: a file that has another one is written anew
     */
    record Placed(Sha256 sha256, long size, long modified) {}

    /**
     * What is kept in the work folder.
     *
     * @param folder of the executable, absolute
     * @param files by their paths from there, with slashes
     */
    record Listing(Path folder, Map<String, Placed> files) {}

    PlacedFiles(Path workFolder, Path folder) {
        this.workFolder = workFolder;
        this.folder = folder.toAbsolutePath().normalize();
        this.before = new TreeMap<>(listing(workFolder).map(Listing::files).orElse(Map.of()));
    }

    private Optional<Listing> listing(Path work) {
        return Json.readIfValid(work.resolve(LIST), Listing.class)
                .filter(listing -> listing.folder().equals(folder));
    }

    /**
     * Writes what is not there yet.
     *
     * @param payloads libraries with the code of the plan's built-in modules
     * @return all files beside the executable, in order
     * @throws JoxException when another executable of the project has another file in the same place
     */
    List<Path> place(Plan plan, List<Payload> payloads) throws IOException {
        List<Listing> others = others();
        List<Path> files = new ArrayList<>();
        for (Planned planned : plan.entries()) {
            Optional<Content> content = contentOf(planned);
            if (content.isPresent() && planned.location() instanceof FilesystemRelative beside) {
                files.add(place(beside.place(planned.path()), content.get(), isExecutable(planned), others));
            }
        }
        for (Payload payload : payloads) {
            if (payload.place().isPresent()) {
                files.add(place(payload.place().get(), payload.content(), false, others));
            }
        }
        SortedMap<String, Placed> all = new TreeMap<>(before);
        all.putAll(now);
        write(all);
        return files;
    }

    private Path place(String path, Content content, boolean executable, List<Listing> others) throws IOException {
        refuseClash(path, content, others);
        now.put(path, place(path, content, executable));
        return folder.resolve(path);
    }

    /** Removes what an earlier plan placed and this one did not, and folders that are empty then. */
    void removeStale() throws IOException {
        List<Listing> others = others();
        for (String path : before.keySet()) {
            if (!now.containsKey(path)
                    && others.stream().noneMatch(o -> o.files().containsKey(path))) {
                remove(folder.resolve(path));
            }
        }
        write(now);
    }

    private void write(SortedMap<String, Placed> files) throws IOException {
        if (files.isEmpty()) {
            Files.deleteIfExists(workFolder.resolve(LIST));
        } else {
            Json.write(workFolder.resolve(LIST), new Listing(folder, files));
        }
    }

    private List<Listing> others() throws IOException {
        Path parent = workFolder.toAbsolutePath().getParent();
        try (Stream<Path> siblings = Files.list(parent)) {
            return siblings.filter(sibling -> !sibling.equals(workFolder.toAbsolutePath()))
                    .map(this::listing)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private void refuseClash(String path, Content content, List<Listing> others) {
        for (Listing other : others) {
            Placed theirs = other.files().get(path);
            if (theirs != null && !theirs.sha256().equals(content.sha256())) {
                throw JoxException.user(
                        "two executables of this project want different files at " + folder.resolve(path),
                        "give one of them another folder, as in <resourcesLocationFallback>filesystem-relative:lib2"
                                + "</resourcesLocationFallback> of its <policy>, or run mvn clean if the other is no more");
            }
        }
    }

    /** What of a resource lies beside the executable; bytecode is always packed. */
    private static Optional<Content> contentOf(Planned planned) {
        if (planned instanceof PlannedModule module) {
            return module.source();
        } else if (planned instanceof PlannedExtension extension) {
            return Optional.of(extension.content());
        } else if (planned instanceof PlannedLibrary library) {
            return Optional.of(library.content());
        } else if (planned instanceof PlannedFile file) {
            return Optional.of(file.content());
        } else if (planned instanceof PlannedBuiltIn || planned instanceof PlannedBoundLibrary) {
            return Optional.empty();
        }
        throw new IllegalArgumentException("unknown resource " + planned);
    }

    private static boolean isExecutable(Planned planned) {
        return planned instanceof PlannedFile file && file.executable();
    }

    private Placed place(String path, Content content, boolean executable) throws IOException {
        Path target = folder.resolve(path);
        Placed placed = before.get(path);
        if (placed != null && placed.sha256().equals(content.sha256()) && isUntouched(target, placed)) {
            return placed;
        }
        Files.createDirectories(target.getParent());
        Path temporary = Files.createTempFile(target.getParent(), target.getFileName() + ".", ".tmp");
        try {
            Files.copy(content.path(), temporary, StandardCopyOption.REPLACE_EXISTING);
            PosixFileAttributeView view = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
            if (view != null) {
                view.setPermissions(PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return new Placed(
                content.sha256(),
                content.size(),
                Files.getLastModifiedTime(target).toMillis());
    }

    private static boolean isUntouched(Path file, Placed placed) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == placed.size()
                && Files.getLastModifiedTime(file).toMillis() == placed.modified();
    }

    private void remove(Path file) throws IOException {
        Files.deleteIfExists(file);
        for (Path parent = file.getParent(); parent != null && !parent.equals(folder); parent = parent.getParent()) {
            try {
                Files.delete(parent);
            } catch (DirectoryNotEmptyException e) {
                return;
            } catch (NoSuchFileException e) {
                // removed with an earlier file
            }
        }
    }
}
