package dev.jox.distribution;

import dev.jox.fetch.Cache;
import dev.jox.fetch.Purpose;
import dev.jox.fetch.Unpacker;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.object.ObjectFormatException;
import java.io.IOException;
import java.nio.file.Path;

/** Distributions that come as archives: unpacked into the cache once, described once. */
final class ArchiveDistributions {
    private static final String KIND = "distributions";

    /** To be raised when archives are unpacked in another way. */
    private static final String UNPACKING = "1";

    private final Cache cache;
    private final Descriptions descriptions;

    /** Gets the archive, verified. */
    @FunctionalInterface
    interface Archive {
        Path get();
    }

    ArchiveDistributions(Cache cache) {
        this.cache = cache;
        this.descriptions = new Descriptions(cache);
    }

    /**
     * The distribution in an archive.
     *
     * @param archive is asked only if the archive is not unpacked yet
     */
    Distribution get(Sha256 sha256, String source, Purpose purpose, Archive archive) throws IOException {
        // without links, as Python itself says where its parts are
        Path tree = cache.entry(
                        KIND,
                        Sha256.of(UNPACKING + sha256),
                        target -> Unpacker.unpack(archive.get(), purpose.what() + " from " + source, target))
                .toRealPath();
        return descriptions.get(tree + "\n" + sha256 + "\n" + source, () -> {
            try {
                return describe(tree, sha256, source, purpose);
            } catch (ObjectFormatException e) {
                throw JoxException.user(
                        purpose.what() + " from " + source + " has a damaged file: " + e.getMessage(),
                        "give another one in " + purpose.parameter(),
                        e);
            }
        });
    }

    private Distribution describe(Path tree, Sha256 sha256, String source, Purpose purpose) throws IOException {
        UnpackedLayout layout = UnpackedLayout.find(tree)
                .orElseThrow(() -> JoxException.user(
                        purpose.what() + " from " + source
                                + " has no Python in it: neither PYTHON.json nor an installation",
                        "give another one in " + purpose.parameter()));
        if (layout instanceof UnpackedLayout.Unix unix) {
            Fitness.checkMachine(source, unix.interpreter(), purpose);
            InterpreterFacts facts = Interpreter.ask(unix.interpreter(), purpose);
            return new InstallationReader().read(facts, source, sha256, tree, true, purpose);
        }
        if (layout instanceof UnpackedLayout.Full full) {
            return FullArchiveReader.read(source, sha256, full.root(), purpose);
        } else if (layout instanceof UnpackedLayout.Windows windows) {
            return WindowsReader.read(source, sha256, tree, windows, purpose);
        }
        throw new IllegalStateException("no such layout: " + layout);
    }
}
