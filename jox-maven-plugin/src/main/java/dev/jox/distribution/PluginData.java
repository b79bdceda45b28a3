package dev.jox.distribution;

import dev.jox.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the data files that the plugin carries. */
final class PluginData {
    private PluginData() {}

    /** A text beside this class, or at an absolute resource path. */
    static String text(String resource) {
        try (InputStream in = PluginData.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the plugin lacks its own file " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T json(String resource, Class<T> type) {
        try {
            return Json.parse(text(resource), type);
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin's own file " + resource + " is damaged", e);
        }
    }
}
