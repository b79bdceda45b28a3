package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves one file over HTTP on this machine, and counts how often it was asked for. */
public final class FileServer {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpServer server;
    private final String path;
    private final AtomicInteger downloads = new AtomicInteger();

    private FileServer(HttpServer server, Path file) {
        this.server = server;
        this.path = "/" + file.getFileName();
        server.createContext("/", exchange -> answer(exchange, file));
    }

    public static FileServer start(Path file) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        FileServer server = new FileServer(HttpServer.create(address, 0), file);
        server.server.start();
        return server;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** It gave the whole file this often. */
    public FileServer gave(int times) {
        assertThat(downloads.get()).as("downloads of " + url()).isEqualTo(times);
        return this;
    }

    public void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, Path file) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(path)) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
                return;
            }
            boolean whole = exchange.getRequestMethod().equals("GET");
            exchange.getResponseHeaders().add("Content-Length", String.valueOf(Files.size(file)));
            exchange.sendResponseHeaders(OK, whole ? Files.size(file) : -1);
            if (whole) {
                downloads.incrementAndGet();
                Files.copy(file, exchange.getResponseBody());
            }
        }
    }
}
