package dev.jox.python;

import dev.jox.model.resource.FoundFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.codehaus.plexus.util.DirectoryScanner;

/** Reads folders as they are before a build; what version control, editors and Python leave there is passed over. */
final class ApplicationReader {
    private ApplicationReader() {}

    /** The files, in order; none where there is no folder. */
    static List<FoundFile> files(Path folder) {
        List<FoundFile> files = new ArrayList<>();
        try {
            for (Path file : paths(folder)) {
                files.add(IndexedFile.of(folder.relativize(file).toString().replace('\\', '/'), file)
                        .below(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Where those files are. */
    static List<Path> paths(Path folder) {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            DirectoryScanner scanner = new DirectoryScanner();
            scanner.setBasedir(folder.toFile());
            scanner.setExcludes(new String[] {"**/__pycache__/**", "**/*.pyc"});
            scanner.addDefaultExcludes();
            scanner.scan();
            Arrays.stream(scanner.getIncludedFiles())
                    .sorted()
                    .map(folder::resolve)
                    .forEach(files::add);
        }
        return files;
    }
}
