package dev.jox.python;

import dev.jox.capture.CaptureFolder;
import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import dev.jox.model.Sha256;
import dev.jox.model.capture.BuiltFile;
import dev.jox.model.capture.CaptureFinding;
import dev.jox.model.capture.CaptureJoin;
import dev.jox.model.capture.CaptureRecords;
import dev.jox.model.capture.CapturedExtension;
import dev.jox.process.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a build left in its cache entry: {@code wheel/} with the wheel, {@code capture/records/} with the links of its extension modules,
 * and this index. Nothing in it is an absolute path: the entry is moved when it is whole.
 *
 * @param extensions paths of the extension modules in the wheel, with the names of their links' folders
 * @param requirements what it was built with, as requirements of exact versions
 * @param findings what was seen by one of the nets only
 */
record BuildIndex(
        String wheelName, Sha256 sha256, List<Extension> extensions, List<String> requirements, List<String> findings) {
    static final String WHEEL = "wheel";
    static final String CAPTURE = "capture";

    record Extension(ModuleName module, String path, String link) {}

    /** Joins the records with the wheel, and deletes what nobody will ask for. */
    static BuildIndex of(Path entry, CaptureFolder capture, WheelStore wheels, List<String> requirements)
            throws IOException {
        List<Path> built = Folders.files(entry.resolve(WHEEL));
        if (built.size() != 1) {
            throw JoxException.environment(
                    "pip made " + built.size() + " wheels of one sdist: " + built, "run with -X");
        }
        WheelFile wheel = new WheelFile(built.get(0), Sha256.ofFile(built.get(0)));
        CaptureJoin join = join(capture.records(), wheels.unpack(wheel));
        List<Extension> extensions = join.extensions().stream()
                .map(e -> new Extension(
                        e.module(), e.path(), e.link().folder().getFileName().toString()))
                .toList();
        Set<String> kept = extensions.stream().map(Extension::link).collect(Collectors.toSet());
        for (var link : capture.records().links()) {
            if (!kept.contains(link.folder().getFileName().toString())) {
                Folders.delete(link.folder());
            }
        }
        Folders.delete(capture.tools());
        List<String> findings = join.findings().stream()
                // what a build links beside its modules are trials of its configuration
                .filter(finding -> !(finding instanceof CaptureFinding.NotShipped))
                .map(CaptureFinding::text)
                .toList();
        return new BuildIndex(
                wheel.path().getFileName().toString(), wheel.sha256(), extensions, requirements, findings);
    }

    WheelFile wheel(Path entry) {
        return new WheelFile(entry.resolve(WHEEL).resolve(wheelName), sha256);
    }

    /** The extension modules with their links, whose files are in the entry. */
    List<CapturedExtension> extensions(Path entry) throws IOException {
        CaptureRecords records = CaptureFolder.records(entry.resolve(CAPTURE));
        return extensions.stream()
                .map(extension -> records.links().stream()
                        .filter(link -> link.folder().getFileName().toString().equals(extension.link()))
                        .findFirst()
                        .map(link ->
                                new CapturedExtension(extension.module(), extension.path(), link, Optional.empty()))
                        .orElseThrow(() -> new IllegalStateException(entry + " lacks " + extension.link())))
                .toList();
    }

    private static CaptureJoin join(CaptureRecords records, PackageContents wheel) throws IOException {
        List<BuiltFile> files = wheel.files().stream()
                .filter(file -> file.image().isPresent() || file.path().endsWith(".pyd"))
                .map(file -> new BuiltFile(file.path(), file.content().path()))
                .toList();
        return CaptureJoin.of(records, files);
    }
}
