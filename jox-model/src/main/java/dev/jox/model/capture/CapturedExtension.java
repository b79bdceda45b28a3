package dev.jox.model.capture;

import dev.jox.model.ModuleName;
import java.util.List;
import java.util.Optional;

/**
 * An extension module of a wheel with everything that it was linked from.
 *
 * @param path of its shared library in the wheel
 * @param link how that was made
 * @param declared what setuptools knew about it; empty when something else built it
 */
public record CapturedExtension(ModuleName module, String path, LinkRecord link, Optional<ExtensionRecord> declared) {
    /** The parts of the link line in their order. */
    public List<LinkItem> items() {
        return LinkLine.of(link);
    }
}
