package dev.jox.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpServer;
import dev.jox.model.JoxException;
import dev.jox.model.json.Json;
import dev.jox.model.spec.Credentials;
import dev.jox.model.spec.PackageIndex;
import dev.jox.model.spec.PackagesRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** pip for real, with an index that wants a password. */
class PackageIndexTest {
    private static final String PASSWORD = "p w\"\\#";

    @TempDir
    Path folder;

    private HttpServer server;
    private final List<String> details = new ArrayList<>();

    private final PythonLog log = new PythonLog() {
        @Override
        public void step(String what) {}

        @Override
        public void detail(String line) {
            details.add(line);
        }
    };

    @BeforeEach
    void serve() throws IOException {
        Path wheel =
                new TestWheel("jox_private", "1.0").file("jox_private.py", "").write(folder);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/simple/jox-private/", exchange -> {
                    String path = exchange.getRequestURI().getPath();
                    String name = wheel.getFileName().toString();
                    byte[] body = path.endsWith(".whl")
                            ? Files.readAllBytes(wheel)
                            : ("<a href='" + name + "'>" + name + "</a>").getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders()
                            .add("Content-Type", path.endsWith(".whl") ? "application/zip" : "text/html");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                })
                .setAuthenticator(new BasicAuthenticator("jox", StandardCharsets.UTF_8) {
                    @Override
                    public boolean checkCredentials(String user, String password) {
                        return user.equals("me") && password.equals(PASSWORD);
                    }
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/simple/";
    }

    private List<Path> resolve(PackageIndex index) {
        PackagesRequest request = new PackagesRequest(
                List.of("jox-private"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(index),
                Optional.empty(),
                List.of("--retries=0", "--verbose"),
                Map.of("PIP_FIND_LINKS", ""));
        return new PackageFiles(TestDistribution.CACHE, log)
                .find(Pythons.same(TestDistribution.get()), request, Packages.Freshness.KEEP);
    }

    @Test
    void credentialsReachTheIndexAndNoLog() {
        List<Path> wheels = resolve(new PackageIndex(url(), Optional.of(new Credentials("me", PASSWORD))));
        assertThat(wheels)
                .extracting(wheel -> wheel.getFileName().toString())
                .containsExactly("jox_private-1.0-py3-none-any.whl");
        assertThat(details).noneMatch(line -> line.contains(PASSWORD));
    }

    @Test
    void aRefusedUserIsToldWhereCredentialsGo() {
        assertThatThrownBy(() -> resolve(new PackageIndex(url(), Optional.empty())))
                .isInstanceOfSatisfying(JoxException.class, e -> {
                    assertThat(e.kind()).isEqualTo(JoxException.Kind.ENVIRONMENT);
                    assertThat(e.problem()).contains(url() + "jox-private/", "401");
                    assertThat(e.hint()).contains("<serverId>");
                });
    }

    @Test
    void anIndexThatDoesNotAnswerIsNamed() {
        String url = url();
        server.stop(0);
        assertThatThrownBy(() -> resolve(new PackageIndex(url, Optional.empty())))
                .isInstanceOfSatisfying(JoxException.class, e -> {
                    assertThat(e.kind()).isEqualTo(JoxException.Kind.ENVIRONMENT);
                    assertThat(e.problem()).contains(url);
                    assertThat(e.hint()).contains("network");
                });
    }

    @Test
    void credentialsInTheAddressAreTakenOutOfIt() {
        PackageIndex index = new PackageIndex("https://me:p%40ss@host:8443/simple", Optional.empty());
        assertThat(index)
                .isEqualTo(new PackageIndex("https://host:8443/simple", Optional.of(new Credentials("me", "p@ss"))));
        assertThat(Json.text(index)).contains("https://host:8443/simple").doesNotContain("p@ss");
        assertThat(index.toString()).doesNotContain("p@ss");
    }
}
