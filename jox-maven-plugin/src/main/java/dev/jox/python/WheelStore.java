package dev.jox.python;

import dev.jox.fetch.Cache;
import dev.jox.fetch.CachedValues;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.resource.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Wheels unpacked in the cache, each once, by their digest. */
public final class WheelStore {
    /** Part of the cache key: raised when wheels are unpacked in another way. */
    private static final String LAYOUT = "wheel 1";

    private static final String FILES = "files";

    private final CachedValues<Index> unpacked;

    /** What is written beside a wheel's files. */
    record Index(String project, String version, List<IndexedFile> files, List<String> notes) {}

    public WheelStore(Cache cache) {
        this.unpacked = new CachedValues<>(cache, "wheels", Index.class);
    }

    /**
     * The wheel's files.
     *
     * @throws JoxException when the wheel is damaged, or is not what its RECORD says
     */
    public PackageContents unpack(WheelFile wheel) {
        try {
            CachedValues.Entry<Index> entry = unpacked.get(
                    Sha256.of(LAYOUT + wheel.sha256()),
                    target -> new WheelUnpacker(wheel.path()).unpack(Files.createDirectory(target.resolve(FILES))));
            Index index = entry.value();
            Path folder = entry.folder().resolve(FILES);
            return new PackageContents(
                    "the wheel " + wheel.fileName(),
                    folder,
                    new Origin(Origin.Kind.PACKAGE, index.project(), index.version()),
                    index.files().stream().map(file -> file.below(folder)).toList(),
                    index.notes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
