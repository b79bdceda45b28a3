package dev.jox.python;

import dev.jox.model.resource.Classifier;
import dev.jox.model.resource.FoundFile;
import dev.jox.model.resource.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.codehaus.plexus.util.DirectoryScanner;

/** Reads the application's own folders; what version control, editors and Python leave there is passed over. */
final class ApplicationReader {
    private ApplicationReader() {}

    static List<FoundFile> files(Path folder) {
        List<FoundFile> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            DirectoryScanner scanner = new DirectoryScanner();
            scanner.setBasedir(folder.toFile());
            scanner.setExcludes(new String[] {"**/__pycache__/**", "**/*.pyc"});
            scanner.addDefaultExcludes();
            scanner.scan();
            try {
                for (String path :
                        Arrays.stream(scanner.getIncludedFiles()).sorted().toList()) {
                    Path file = folder.resolve(path);
                    files.add(IndexedFile.of(path.replace('\\', '/'), file).below(folder));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    static Classifier.Result read(SourceFolder source, Classifier classifier) {
        return classifier.classify(
                files(source.folder().toAbsolutePath()),
                new Origin(Origin.Kind.APPLICATION, source.name(), source.version()));
    }
}
