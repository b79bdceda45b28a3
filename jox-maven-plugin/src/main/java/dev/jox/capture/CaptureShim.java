package dev.jox.capture;

import dev.jox.model.Sha256;
import java.io.IOException;
import java.nio.file.Path;

/** The Python part: it lies in a build interpreter's site-packages and does nothing unless a {@link CaptureFolder} is in use. */
public final class CaptureShim {
    private CaptureShim() {}

    /** Puts it into the site-packages of an interpreter that is jox's own. */
    public static void install(Path sitePackages) throws IOException {
        CaptureResources.shim().writeTo(sitePackages);
    }

    /** Changes whenever what is installed does. */
    public static Sha256 digest() {
        return CaptureResources.shim().digest();
    }
}
