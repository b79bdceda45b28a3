package dev.jox.python;

import dev.jox.model.JoxException;
import dev.jox.model.wheel.WheelMetadata;
import dev.jox.model.wheel.WheelName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The file names that wheels need for pip, for wheels that lie in Maven repositories under other names. */
public final class WheelNames {
    private WheelNames() {}

    /**
     * The name that the wheel's own METADATA and WHEEL give it; its file's name where that is one of a wheel already.
     *
     * @throws JoxException when the file is no wheel
     */
    public static String of(Path wheel) throws IOException {
        String fileName = wheel.getFileName().toString();
        if (isWheelName(fileName)) {
            return fileName;
        }
        try (ZipFile zip = ZipFile.builder().setPath(wheel).get()) {
            WheelMetadata metadata = WheelMetadata.parse(text(zip, wheel, "METADATA"));
            List<String> tags = text(zip, wheel, "WHEEL")
                    .lines()
                    .filter(line -> line.startsWith("Tag:"))
                    .map(line -> line.substring("Tag:".length()).strip())
                    .toList();
            return escaped(metadata.name()) + "-" + metadata.version().replace("-", "_") + "-" + tag(tags, 0) + "-"
                    + tag(tags, 1) + "-" + tag(tags, 2) + ".whl";
        } catch (IllegalArgumentException e) {
            throw noWheel(wheel, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isWheelName(String fileName) {
        try {
            WheelName.parse(fileName);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String text(ZipFile zip, Path wheel, String name) throws IOException {
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (entry.getName().matches("[^/]+\\.dist-info/" + name)) {
                try (InputStream in = zip.getInputStream(entry)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw noWheel(wheel, "it has no file " + name + " in a .dist-info folder");
    }

    /** Several tags are compressed into sets of their parts (PyPA specification "Platform compatibility tags"). */
    private static String tag(List<String> tags, int part) {
        return tags.stream().map(tag -> tag.split("-", 3)[part]).distinct().collect(Collectors.joining("."));
    }

    private static String escaped(String text) {
        return text.replaceAll("[-_.]+", "_");
    }

    private static JoxException noWheel(Path file, String why) {
        return JoxException.user(
                "the dependency of type whl " + file + " is no wheel: " + why,
                "let the other module attach the wheel that its build makes");
    }
}
