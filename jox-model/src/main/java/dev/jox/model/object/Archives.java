package dev.jox.model.object;

import dev.jox.model.object.LinkFile.Archive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;

/** Reads {@code ar} archives with GNU's, BSD's or Microsoft's long names; their symbol tables are not used. */
final class Archives {
    private static final byte[] MAGIC = "!<arch>\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] THIN_MAGIC = "!<thin>\n".getBytes(StandardCharsets.US_ASCII);
    /** Symbol tables, by the names that commons-compress gives them (it takes the ending slash of GNU names off). */
    private static final Set<String> SYMBOL_TABLES =
            Set.of("", "/", "/SYM64", "/SYM64/", "__.SYMDEF", "__.SYMDEF SORTED", "__.SYMDEF_64");

    private Archives() {}

    static boolean isArchive(byte[] data) {
        return startsWith(data, MAGIC);
    }

    static boolean isThin(byte[] data) {
        return startsWith(data, THIN_MAGIC);
    }

    static Archive read(String name, byte[] data) throws ObjectFormatException {
        List<LinkFile> members = new ArrayList<>();
        try (ArArchiveInputStream in = new ArArchiveInputStream(new ByteArrayInputStream(data))) {
            ArArchiveEntry entry;
            while ((entry = in.getNextEntry()) != null) {
                // BSD's long names are padded with NULs, which commons-compress keeps.
                String memberName = entry.getName().replace("\0", "").strip();
                if (SYMBOL_TABLES.contains(memberName)) {
                    continue;
                }
                String member = name + "(" + memberName + ")";
                if (entry.getLength() < 0 || entry.getLength() > data.length) {
                    throw new ObjectFormatException(member + ": a length of " + entry.getLength());
                }
                byte[] content = in.readNBytes((int) entry.getLength());
                if (content.length < entry.getLength()) {
                    throw new ObjectFormatException(member + ": the archive ends within the member");
                }
                members.add(LinkFiles.read(member, content));
            }
        } catch (ObjectFormatException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new ObjectFormatException(name + ": not an ar archive: " + e.getMessage(), e);
        }
        return new Archive(name, members);
    }

    private static boolean startsWith(byte[] data, byte[] magic) {
        return data.length >= magic.length && Arrays.equals(data, 0, magic.length, magic, 0, magic.length);
    }
}
