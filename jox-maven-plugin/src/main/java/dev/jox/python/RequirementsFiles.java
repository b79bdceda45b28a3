package dev.jox.python;

import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requirements files with those that they include by {@code -r} and {@code -c}. */
final class RequirementsFiles {
    private static final Pattern INCLUDE =
            Pattern.compile("\\s*(?:-r|-c|--requirement|--constraint)[\\s=]*(\\S.*?)\\s*(?:\\s#.*)?");

    private RequirementsFiles() {}

    /**
     * The digest of a file and of everything that it includes; where there is none, the same for all.
     *
     * @param parameter what names it in the pom
     * @throws JoxException when a file is not there
     */
    static Sha256 digest(Optional<Path> file, String parameter) throws IOException {
        Map<Path, String> texts = new LinkedHashMap<>();
        if (file.isPresent()) {
            read(file.get().toAbsolutePath().normalize(), parameter, texts);
        }
        return Sha256.of(String.join("\0", texts.values()));
    }

    private static void read(Path file, String parameter, Map<Path, String> texts) throws IOException {
        if (texts.containsKey(file)) {
            return;
        }
        if (!Files.isRegularFile(file)) {
            throw JoxException.user(
                    "there is no file " + file
                            + (texts.isEmpty()
                                    ? ", which " + parameter + " names"
                                    : ", which a -r or -c line of " + texts.keySet() + " names"),
                    "write the file, or correct its path");
        }
        String text = Files.readString(file);
        texts.put(file, text);
        for (String line : text.split("\\R")) {
            Matcher include = INCLUDE.matcher(line);
            if (include.matches() && !include.group(1).contains("://")) {
                read(file.resolveSibling(include.group(1)).normalize(), parameter, texts);
            }
        }
    }
}
