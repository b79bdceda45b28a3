package dev.jox.link;

import dev.jox.fetch.Cache;
import dev.jox.fetch.CachedValues;
import dev.jox.model.Sha256;
import dev.jox.model.builtin.PreparedExtension;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.StandardExtension;
import dev.jox.model.object.LinkFiles;
import dev.jox.model.object.ObjectFile;
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import dev.jox.model.resource.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How much built-in modules bring into an executable that they are linked into: what their objects have for memory, those of archives that
 * became theirs among them. Libraries that they share with others are nobody's.
 */
final class CodeSizes {
    private final Cache cache;
    private final Consumer<String> detail;
    private final CachedValues<Standard> standard;

    /** @param bytes of the distribution's modules, by name and variant */
    private record Standard(Map<String, Long> bytes) {}

    CodeSizes(Cache cache, Consumer<String> detail) {
        this.cache = cache;
        this.detail = detail;
        this.standard = new CachedValues<>(cache, "code-sizes", Standard.class);
    }

    /** Bytes by the paths of the plan's built-in modules, as far as they are known. */
    SortedMap<String, Long> of(LinkRequest request) throws IOException {
        SortedMap<String, Long> sizes = new TreeMap<>();
        Map<String, Long> own = standard(request.distribution());
        request.plan().entries().forEach(entry -> {
            if (entry instanceof PlannedBuiltIn module && module.origin().kind() == Origin.Kind.DISTRIBUTION) {
                Long size = own.get(key(module.name().dotted(), module.variant()));
                if (size != null) {
                    sizes.put(module.path(), size);
                }
            }
        });
        List<PlannedBuiltIn> linked = ExtensionPreparer.linkedModules(request.plan());
        if (!linked.isEmpty()) {
            List<PreparedExtension> prepared = new ExtensionPreparer(cache, request, detail).prepare(linked);
            for (int i = 0; i < linked.size(); i++) {
                sizes.put(linked.get(i).path(), bytes(prepared.get(i).objects()));
            }
        }
        return sizes;
    }

    private Map<String, Long> standard(Distribution distribution) throws IOException {
        if (distribution.extensions().stream()
                .allMatch(extension -> extension.objects().isEmpty())) {
            return Map.of();
        }
        Sha256 key = distribution.digest();
        return standard.get(key, folder -> {
                    Map<String, Long> bytes = new TreeMap<>();
                    for (StandardExtension extension : distribution.extensions()) {
                        bytes.put(key(extension.name().dotted(), extension.variant()), bytes(extension.objects()));
                    }
                    return new Standard(bytes);
                })
                .value()
                .bytes();
    }

    private static String key(String name, String variant) {
        return name + " " + variant;
    }

    private static long bytes(List<Path> objects) throws IOException {
        long bytes = 0;
        for (Path file : objects) {
            bytes += LinkFiles.read(file) instanceof ObjectFile object ? object.loadedBytes() : 0;
        }
        return bytes;
    }
}
