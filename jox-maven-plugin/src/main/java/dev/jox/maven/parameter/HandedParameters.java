package dev.jox.maven.parameter;

import dev.jox.model.plan.Location;
import dev.jox.model.policy.Placement;
import dev.jox.model.spec.HandedFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the pom adds by hand, as values: the files, and that the policy includes them. */
public final class HandedParameters {
    private static final Location BESIDE = new Location.FilesystemRelative(".");

    private HandedParameters() {}

    public static HandedFiles toFiles(
            @Nullable List<SharedLibraryParameters> sharedLibraries, @Nullable List<FileParameters> files) {
        List<HandedFiles.Library> libraries = new ArrayList<>();
        for (SharedLibraryParameters library :
                sharedLibraries == null ? List.<SharedLibraryParameters>of() : sharedLibraries) {
            libraries.add(library.toLibrary(libraries.size() + 1));
        }
        List<HandedFiles.PlainFile> plain = new ArrayList<>();
        int number = 0;
        for (FileParameters file : files == null ? List.<FileParameters>of() : files) {
            number++;
            plain.addAll(file.toFiles(number));
        }
        return new HandedFiles(libraries, plain);
    }

    /** What is added by hand is included, and files lie beside the executable. */
    public static List<Placement> placements(HandedFiles handed) {
        List<Placement> placements = new ArrayList<>();
        handed.libraries()
                .forEach(library ->
                        placements.add(new Placement(library.path(), library.location(), "<sharedLibraries>")));
        handed.files().forEach(file -> placements.add(new Placement(file.place(), Optional.of(BESIDE), "<files>")));
        return placements;
    }
}
