package dev.jox.it;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A package index on this machine, in the simple API, that wants one user's name and password by HTTP's basic scheme. */
public final class PythonIndex {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpServer server;
    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();

    private PythonIndex(HttpServer server, String user, String password) {
        this.server = server;
        server.createContext("/", this::answer).setAuthenticator(new BasicAuthenticator("jox", StandardCharsets.UTF_8) {
            @Override
            public boolean checkCredentials(String givenUser, String givenPassword) {
                return givenUser.equals(user) && givenPassword.equals(password);
            }
        });
    }

    public static PythonIndex start(String user, String password) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        PythonIndex index = new PythonIndex(HttpServer.create(address, 0), user, password);
        index.server.start();
        return index;
    }

    /** Has a wheel of one module, version 1.0. */
    public PythonIndex with(String module, String source) throws IOException {
        String wheel = module + "-1.0-py3-none-any.whl";
        String project = "/simple/" + module.replace('_', '-') + "/";
        answers.put(project, ("<a href='" + wheel + "'>" + wheel + "</a>").getBytes(StandardCharsets.UTF_8));
        answers.put(project + wheel, wheel(module, source));
        return this;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/simple/";
    }

    public void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = answers.get(path);
            if (body == null) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
                return;
            }
            exchange.getResponseHeaders().add("Content-Type", path.endsWith("/") ? "text/html" : "application/zip");
            exchange.sendResponseHeaders(OK, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] wheel(String module, String source) throws IOException {
        String info = module + "-1.0.dist-info/";
        Map<String, String> files = new TreeMap<>(Map.of(
                module + ".py",
                source,
                info + "METADATA",
                "Metadata-Version: 2.1\nName: " + module + "\nVersion: 1.0\n",
                info + "WHEEL",
                "Wheel-Version: 1.0\nGenerator: jox\nRoot-Is-Purelib: true\nTag: py3-none-any\n"));
        files.put(info + "RECORD", String.join(",,\n", files.keySet()) + ",,\n" + info + "RECORD,,\n");
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
