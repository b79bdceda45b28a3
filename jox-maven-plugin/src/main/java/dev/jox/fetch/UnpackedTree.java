package dev.jox.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * A folder that an archive is unpacked into. Symbolic links are made last, when every file is there: until then nothing that is written
 * can go through one. Where they lead is followed step by step through all of the archive's links before any is made.
 */
final class UnpackedTree {
    private static final Set<PosixFilePermission> PLAIN = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};
    private static final byte[] SCRIPT = {'#', '!'};

    private final Path root;
    private final boolean posix;
    private final LinkTable links = new LinkTable();
    private final Set<Path> folders = new HashSet<>();

    UnpackedTree(Path root) {
        this.root = root;
        // not by its FileStore, which Java does not find in a chroot
        this.posix = Files.getFileAttributeView(root, PosixFileAttributeView.class) != null;
    }

    void folder(String name) throws IOException {
        makeFolder(EntryName.parse(name));
    }

    void file(String name, InputStream content, boolean executable) throws IOException {
        EntryName entry = EntryName.parse(name);
        Path file = place(entry);
        try (OutputStream out = Files.newOutputStream(file)) {
            content.transferTo(out);
        }
        if (posix) {
            Files.setPosixFilePermissions(file, executable ? EXECUTABLE : PLAIN);
        }
    }

    /** A file of an archive that keeps no modes: programs and scripts are recognised by their content. */
    void fileOfUnknownMode(String name, InputStream content) throws IOException {
        byte[] head = content.readNBytes(ELF.length);
        boolean executable = Arrays.equals(head, ELF)
                || head.length > 1 && Arrays.equals(Arrays.copyOf(head, SCRIPT.length), SCRIPT);
        file(name, new SequenceInputStream(new ByteArrayInputStream(head), content), executable);
    }

    void link(String name, String target) throws IOException {
        EntryName entry = EntryName.parse(name);
        place(entry);
        links.add(entry, target);
    }

    /** A hard link: the file is the same as an earlier one. */
    void sameAs(String name, String original) throws IOException {
        EntryName entry = EntryName.parse(name);
        EntryName first = EntryName.parse(original);
        if (links.has(first)) {
            place(entry);
            links.add(entry, links.target(first));
            return;
        }
        Path existing = first.in(root);
        if (!Files.isRegularFile(existing, LinkOption.NOFOLLOW_LINKS)) {
            throw new BadArchiveException("'" + name + "' is linked to '" + original + "', which is no earlier file");
        }
        if (!first.equals(entry)) {
            Files.createLink(place(entry), existing);
        }
    }

    /** Makes the links, after all else. */
    void finish() throws IOException {
        links.check();
        for (EntryName link : links.names()) {
            Path path = link.in(root);
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new BadArchiveException("'" + link + "' is both a link and something else");
            }
            Files.createSymbolicLink(path, path.getFileSystem().getPath(links.target(link)));
        }
    }

    /** Where the file goes; an earlier entry of the same name is replaced, as tar does. */
    private Path place(EntryName entry) throws IOException {
        Path path = entry.in(root);
        makeFolder(entry.parent());
        links.remove(entry);
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new BadArchiveException("'" + entry + "' is both a folder and something else");
        }
        Files.deleteIfExists(path);
        return path;
    }

    private void makeFolder(EntryName entry) throws IOException {
        Path path = entry.in(root);
        if (folders.contains(path)) {
            return;
        }
        if (!entry.isRoot()) {
            makeFolder(entry.parent());
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new BadArchiveException("'" + entry + "' is both a folder and something else");
            }
            Files.createDirectories(path);
        }
        folders.add(path);
    }
}
