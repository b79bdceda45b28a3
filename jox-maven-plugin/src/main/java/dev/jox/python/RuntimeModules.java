package dev.jox.python;

import dev.jox.fetch.Cache;
import dev.jox.model.Sha256;
import dev.jox.model.resource.Classifier;
import dev.jox.model.resource.FoundFile;
import dev.jox.model.resource.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** The Python part of the executable's own runtime, which the plugin brings and every executable gets. */
final class RuntimeModules {
    private static final String FOLDER = "/dev/jox/python/runtime/";
    private static final String LIST = "runtime.modules";
    private static final Origin ORIGIN = new Origin(Origin.Kind.DISTRIBUTION, "jox", "");

    private final Cache cache;

    RuntimeModules(Cache cache) {
        this.cache = cache;
    }

    Classifier.Result read(Classifier classifier) {
        List<String> paths = paths();
        MessageDigest digest = Sha256.newDigest();
        paths.forEach(path -> digest.update(bytes(path)));
        Path folder = cache.entry("runtime", Sha256.of(digest), target -> {
            for (String path : paths) {
                Path file = target.resolve(path);
                Files.createDirectories(file.getParent());
                Files.write(file, bytes(path));
            }
        });
        List<FoundFile> files = new ArrayList<>();
        try {
            for (String path : paths) {
                files.add(IndexedFile.of(path, folder.resolve(path)).below(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classifier.classify(files, ORIGIN);
    }

    private static List<String> paths() {
        return new String(bytes(LIST), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static byte[] bytes(String path) {
        try (InputStream in = RuntimeModules.class.getResourceAsStream(FOLDER + path)) {
            if (in == null) {
                throw new IllegalStateException("the plugin lacks " + FOLDER + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
