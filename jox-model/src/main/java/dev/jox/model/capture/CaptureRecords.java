package dev.jox.model.capture;

import dev.jox.model.ModuleName;
import dev.jox.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that was recorded while one or more packages were built.
 *
 * @param links in the order in which they were made
 * @param extensions in the order in which {@code build_ext} ended
 */
public record CaptureRecords(List<LinkRecord> links, List<ExtensionRecord> extensions) {
    private static final int FORMAT = 1;

    public CaptureRecords {
        links = List.copyOf(links);
        extensions = List.copyOf(extensions);
    }

    /**
     * Reads a records' folder; one without records, or none at all, is empty.
     *
     * @throws IOException when a record is not of the format that this version reads
     */
    public static CaptureRecords read(Path folder) throws IOException {
        List<LinkRecord> links = new ArrayList<>();
        for (Path link : sorted(folder.resolve("links"))) {
            // A link that was broken off has no link.json.
            if (Files.isRegularFile(link.resolve("link.json"))) {
                links.add(link(link));
            }
        }
        List<ExtensionRecord> extensions = new ArrayList<>();
        for (Path file : sorted(folder.resolve("extensions"))) {
            if (file.toString().endsWith(".json")) {
                extensions.add(extension(file));
            }
        }
        return new CaptureRecords(links, extensions);
    }

    private static List<Path> sorted(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private record Link(
            int format,
            String tool,
            Path directory,
            List<String> arguments,
            Path output,
            String outputCopy,
            List<LinkInput> inputs) {}

    private record LinkInput(int index, Path path, String copy, boolean source) {}

    private record Extension(
            int format,
            String module,
            Path file,
            boolean built,
            boolean optional,
            List<String> sources,
            List<String> libraries,
            List<String> extraObjects,
            List<String> extraLinkArguments,
            String language) {}

    private static LinkRecord link(Path folder) throws IOException {
        Path file = folder.resolve("link.json");
        Link link = Json.read(file, Link.class);
        check(file, link.format());
        return new LinkRecord(
                folder,
                link.tool(),
                link.directory(),
                link.arguments(),
                link.output(),
                folder.resolve(link.outputCopy()),
                link.inputs().stream()
                        .map(input -> new LinkRecord.Input(
                                input.index(), input.path(), folder.resolve(input.copy()), input.source()))
                        .toList());
    }

    private static ExtensionRecord extension(Path file) throws IOException {
        Extension extension = Json.read(file, Extension.class);
        check(file, extension.format());
        return new ExtensionRecord(
                new ModuleName(extension.module()),
                extension.file(),
                extension.built(),
                extension.optional(),
                extension.sources(),
                extension.libraries(),
                extension.extraObjects(),
                extension.extraLinkArguments(),
                extension.language());
    }

    private static void check(Path file, int format) throws IOException {
        if (format != FORMAT) {
            throw new IOException(file + " has the format " + format + ", not " + FORMAT);
        }
    }
}
