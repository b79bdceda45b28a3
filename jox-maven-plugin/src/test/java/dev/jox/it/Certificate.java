package dev.jox.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate that trusts itself, with its key, both made on the spot.
 *
 * @param pem key and certificate
 */
public record Certificate(String pem) {
    private static final String PASSWORD = "password";

    /** One for the host name {@code localhost}. */
    public static Certificate forLocalhost() throws IOException {
        try (Scratch scratch = new Scratch()) {
            Path store = scratch.folder("keys").resolve("store");
            Program.of(Path.of(System.getProperty("java.home"), "bin", "keytool"))
                    .run(
                            "-genkeypair",
                            "-alias",
                            "localhost",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store,
                            "-storepass",
                            PASSWORD)
                    .exits(0);
            return read(store);
        }
    }

    private static Certificate read(Path store) throws IOException {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            return new Certificate(block(
                            "PRIVATE KEY",
                            keys.getKey("localhost", PASSWORD.toCharArray()).getEncoded())
                    + block("CERTIFICATE", keys.getCertificate("localhost").getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static String block(String kind, byte[] content) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }

    /** Writes {@code localhost.pem}. */
    public void writeTo(Path folder) throws IOException {
        Files.writeString(folder.resolve("localhost.pem"), pem);
    }
}
