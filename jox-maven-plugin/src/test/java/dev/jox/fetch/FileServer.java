package dev.jox.fetch;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on the loopback interface that serves bytes, and can cut connections. It does ranges as RFC 9110 has them. */
final class FileServer implements AutoCloseable {
    /** What one request looked like: its URI as it was sent, and some headers. */
    record Request(String uri, String range, String authorization) {}

    final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile int cutAfter = Integer.MAX_VALUE;
    private volatile int cuts;
    private volatile boolean password;
    private volatile boolean ranges = true;

    FileServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI serve(String path, byte[] content) {
        files.put(path, content);
        return URI.create("http://localhost:" + port() + path.replace(" ", "%20"));
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The next {@code times} answers break off after so many bytes. */
    void cut(int afterBytes, int times) {
        cutAfter = afterBytes;
        cuts = times;
    }

    void requirePassword() {
        password = true;
    }

    void ignoreRanges() {
        ranges = false;
    }

    private synchronized boolean cutsThis() {
        cuts--;
        return cuts >= 0;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        String range = header(headers, "Range");
        String authorization = header(headers, "Authorization");
        requests.add(new Request(exchange.getRequestURI().toString(), range, authorization));
        byte[] content = files.get(exchange.getRequestURI().getPath());
        if (password && authorization.isEmpty()) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"test\"");
            exchange.sendResponseHeaders(401, -1);
        } else if (content == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            send(exchange, range, content);
        }
        exchange.close();
    }

    private void send(HttpExchange exchange, String range, byte[] content) throws IOException {
        int from = range.isEmpty() || !ranges
                ? 0
                : Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        byte[] part = Arrays.copyOfRange(content, from, content.length);
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, part.length);
        OutputStream out = exchange.getResponseBody();
        if (cutsThis()) {
            out.write(part, 0, Math.min(cutAfter, part.length));
            out.flush();
            return; // closing the exchange with bytes missing cuts the connection
        }
        out.write(part);
        out.close();
    }

    private static String header(Headers headers, String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
