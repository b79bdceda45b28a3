package dev.jox.python;

import dev.jox.model.JoxException;
import dev.jox.model.spec.Credentials;
import dev.jox.model.spec.PackageIndex;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Credentials as pip reads them from a netrc file. pip hands an index's address to the processes that install build requirements, so
 * credentials inside the address would be on their command lines.
 */
final class Netrc {
    private Netrc() {}

    /**
     * Writes a file that only this user can read, with the index's credentials before those that the user has in a netrc already.
     *
     * @return its path, for the variable {@code NETRC}
     */
    static Path write(Path folder, PackageIndex index) throws IOException {
        Path file = folder.resolve("netrc");
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Credentials credentials = index.credentials().orElseThrow();
        String entry = "machine " + host(index.url()) + " login " + quoted(credentials.user()) + " password "
                + quoted(credentials.password()) + "\n";
        return Files.writeString(file, entry + existing());
    }

    private static String host(String url) {
        String host = URI.create(url).getHost();
        if (host == null) {
            throw JoxException.user(
                    "<index><url> names no host to send the credentials of <serverId> to: " + url,
                    "write it like https://packages.example.org/simple");
        }
        return host;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String existing() throws IOException {
        Path file = Optional.ofNullable(System.getenv("NETRC"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".netrc"));
        return Files.isReadable(file) ? Files.readString(file) : "";
    }
}
