package dev.jox.python;

import dev.jox.model.Sha256;
import dev.jox.model.wheel.WheelName;
import java.nio.file.Path;

/** A wheel in the cache; its file name is the one that it was published with. */
public record WheelFile(Path path, Sha256 sha256) {
    public WheelName name() {
        return WheelName.parse(fileName());
    }

    public String fileName() {
        return path.getFileName().toString();
    }
}
