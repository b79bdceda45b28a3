package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class PythonIndexTest {
    @Test
    void showsItselfToItsUserOnly() throws IOException, InterruptedException {
        PythonIndex index = PythonIndex.start("me", "secret").with("some_module", "X = 1\n");
        try {
            HttpClient stranger = HttpClient.newHttpClient();
            assertThat(get(stranger, index.url() + "some-module/").statusCode()).isEqualTo(401);

            HttpClient user = HttpClient.newBuilder()
                    .authenticator(new Authenticator() {
                        @Override
                        protected PasswordAuthentication getPasswordAuthentication() {
                            return new PasswordAuthentication("me", "secret".toCharArray());
                        }
                    })
                    .build();
            assertThat(new String(get(user, index.url() + "some-module/").body()))
                    .contains("href='some_module-1.0-py3-none-any.whl'");
            assertThat(get(user, index.url() + "other/").statusCode()).isEqualTo(404);
            var wheel = get(user, index.url() + "some-module/some_module-1.0-py3-none-any.whl");
            try (var zip = new ZipInputStream(new java.io.ByteArrayInputStream(wheel.body()))) {
                assertThat(zip.getNextEntry()).extracting("name").asString().startsWith("some_module-1.0.dist-info/");
            }
        } finally {
            index.stop();
        }
    }

    private static HttpResponse<byte[]> get(HttpClient client, String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
