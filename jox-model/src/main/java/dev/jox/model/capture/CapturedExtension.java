package dev.jox.model.capture;

import dev.jox.model.ModuleName;
import dev.jox.model.Sha256;
import dev.jox.model.json.Json;
import dev.jox.model.resource.LinkItem;
import dev.jox.model.resource.LinkableExtension;
import dev.jox.model.resource.Origin;
import java.io.IOException;
import java.util.ArrayList;
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

    /**
     * The extension as something that can be linked anywhere.
     *
     * @param origin the package
     * @param build what made the objects, in words that follow "built"
     */
    public LinkableExtension linkable(Origin origin, String build) throws IOException {
        String place = WheelPaths.place(path);
        return new LinkableExtension(
                place,
                origin,
                module,
                WheelPaths.isPackage(place),
                Optional.empty(),
                items(),
                build,
                List.of(),
                digest());
    }

    private Sha256 digest() throws IOException {
        List<Object> parts = new ArrayList<>(List.of(module, link.tool(), link.arguments()));
        for (LinkRecord.Input input : link.inputs()) {
            parts.add(input.index());
            parts.add(Sha256.ofFile(input.copy()));
        }
        return Json.digest(parts);
    }
}
