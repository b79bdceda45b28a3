package dev.jox.model.windows;

import dev.jox.model.Content;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Windows knows and shows of a program.
 *
 * @param icon a file {@code .ico}; Windows has an icon for programs without one
 * @param manifest empty for the usual one
 */
public record WindowsProgram(
        Subsystem subsystem, Optional<Content> icon, Optional<Content> manifest, VersionInformation information) {

    /**
     * An icon's file.
     *
     * @throws IllegalArgumentException when Windows could not show it
     */
    public static Content icon(Path file) throws IOException {
        Content content = Content.of(file);
        IconFile.resources(content.read());
        return content;
    }

    /**
     * A manifest's file.
     *
     * @throws IllegalArgumentException when Windows could not read it
     */
    public static Content manifest(Path file) throws IOException {
        Content content = Content.of(file);
        Manifest.resource(content.read());
        return content;
    }

    /** The resources of the program's file, those of a type in the order of their ids. */
    public List<Resource> resources() {
        List<Resource> resources = new ArrayList<>();
        icon.ifPresent(file -> resources.addAll(IconFile.resources(file.read())));
        resources.add(information.resource());
        resources.add(Manifest.resource(manifest.map(Content::read).orElseGet(Manifest::usual)));
        return resources;
    }
}
