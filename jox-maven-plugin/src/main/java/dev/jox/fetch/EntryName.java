package dev.jox.fetch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The name of an archive's entry, known to stay below the root it is unpacked to.
 *
 * @param segments what lies between slashes; none for the root
 */
record EntryName(List<String> segments) {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

    EntryName {
        segments = List.copyOf(segments);
    }

    /**
     * Checks a name as the archive has it.
     *
     * @throws BadArchiveException when it is absolute, has {@code ..} in it, or something that is a separator or drive on some systems
     */
    static EntryName parse(String name) throws BadArchiveException {
        if (name.startsWith("/") || DRIVE.matcher(name).matches()) {
            throw new BadArchiveException("the entry '" + name + "' has an absolute name");
        }
        if (name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
            throw new BadArchiveException(
                    "the entry '" + name.replace("\0", "\\0") + "' has a backslash or NUL in its name");
        }
        List<String> segments = new ArrayList<>();
        for (String segment : name.split("/", -1)) {
            if (segment.equals("..")) {
                throw new BadArchiveException("the entry '" + name + "' would leave the folder it is unpacked to");
            }
            if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return new EntryName(segments);
    }

    boolean isRoot() {
        return segments.isEmpty();
    }

    /** The folder it is in; the root's is the root. */
    EntryName parent() {
        return new EntryName(segments.subList(0, Math.max(segments.size() - 1, 0)));
    }

    Path in(Path root) {
        Path path = root;
        for (String segment : segments) {
            path = path.resolve(segment);
        }
        return path;
    }

    @Override
    public String toString() {
        return String.join("/", segments);
    }
}
