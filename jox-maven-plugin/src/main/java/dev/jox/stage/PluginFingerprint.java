package dev.jox.stage;

import dev.jox.model.Sha256;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.List;

/** A digest of the plugin's own code: another build of jox makes every stage run again. */
public final class PluginFingerprint {
    private PluginFingerprint() {}

    /** The digest of the jars that hold these classes; classes that come from folders, as in unit tests, count by their names. */
    public static Sha256 of(List<Class<?>> classes) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        for (Class<?> type : classes) {
            CodeSource source = type.getProtectionDomain().getCodeSource();
            Path location = location(source);
            Sha256 part = Files.isRegularFile(location) ? Sha256.ofFile(location) : Sha256.of(type.getName());
            digest.update(part.hex().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        return Sha256.of(digest);
    }

    private static Path location(CodeSource source) {
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
