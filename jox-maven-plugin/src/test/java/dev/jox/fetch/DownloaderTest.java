package dev.jox.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DownloaderTest {
    private static final Purpose PURPOSE = new Purpose("the thing", "<thing><url> (-Djox.thing.url)");
    private static final byte[] CONTENT = new byte[1_000_000];
    private static final Sha256 HASH;

    static {
        new Random(2).nextBytes(CONTENT);
        HASH = Sha256.of(CONTENT);
    }

    @TempDir
    Path folder;

    private FileServer server;
    private MavenParts maven;
    private DefaultRepositorySystemSession session;

    @BeforeEach
    void start() throws IOException {
        server = new FileServer();
        maven = new MavenParts();
        session = maven.session(folder.resolve("local"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Downloader downloader(RemoteRepository... repositories) {
        return maven.downloaders().in(session, List.of(repositories), new Cache(folder.resolve("cache")));
    }

    @Test
    void aFileIsFetchedOnce() {
        URI url = server.serve("/a/cpython-3.13.5+20250612.tar.zst", CONTENT);

        Path first = downloader().url(url, HASH, PURPOSE);
        session.setOffline(true);
        Path second = downloader().url(url, HASH, PURPOSE);

        assertThat(first).isEqualTo(second).hasBinaryContent(CONTENT).hasParentRaw(folder.resolve("cache/downloads"));
        assertThat(server.requests).hasSize(1);
        assertThat(folder.resolve("cache/.partial")).isEmptyDirectory();
    }

    @Test
    void escapesInPathsAndQueriesArrive() {
        server.serve("/a b/c+d", CONTENT);

        downloader().url(URI.create("http://localhost:" + server.port() + "/a%20b/c%2Bd?x=y%26"), HASH, PURPOSE);

        assertThat(server.requests).extracting(FileServer.Request::uri).containsExactly("/a%20b/c+d?x=y%26");
    }

    @Test
    void mavenIsToldHowItGoes() {
        List<TransferEvent> events = new ArrayList<>();
        session.setTransferListener(new Recorder(events));

        downloader().url(server.serve("/dir/file", CONTENT), HASH, PURPOSE);

        assertThat(events.get(0).getType()).isEqualTo(TransferEvent.EventType.INITIATED);
        assertThat(events.get(0).getResource().getRepositoryUrl()
                        + events.get(0).getResource().getResourceName())
                .isEqualTo("http://localhost:" + server.port() + "/dir/file");
        assertThat(events.get(1).getType()).isEqualTo(TransferEvent.EventType.STARTED);
        assertThat(events.get(1).getResource().getContentLength()).isEqualTo(CONTENT.length);
        TransferEvent last = events.get(events.size() - 1);
        assertThat(last.getType()).isEqualTo(TransferEvent.EventType.SUCCEEDED);
        assertThat(last.getTransferredBytes()).isEqualTo(CONTENT.length);
    }

    @Test
    void aCutDownloadGoesOnWhereItWas() {
        URI url = server.serve("/file", CONTENT);
        server.cut(400_000, 2);

        assertThat(downloader().url(url, HASH, PURPOSE)).hasBinaryContent(CONTENT);

        assertThat(server.requests).hasSize(3);
        assertThat(server.requests.get(0).range()).isEmpty();
        assertThat(server.requests.get(1).range()).isEqualTo("bytes=400000-");
        assertThat(server.requests.get(2).range()).isEqualTo("bytes=800000-");
    }

    @Test
    void theNextBuildGoesOnWhereThisOneGaveUp() {
        URI url = server.serve("/file", CONTENT);
        server.cut(0, Integer.MAX_VALUE);
        assertThatThrownBy(() -> downloader().url(url, HASH, PURPOSE))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("the thing cannot be downloaded from " + url);
        server.cut(300_000, 1);
        cutOnceThenNothing(url);
        server.requests.clear();
        server.cut(0, 0);

        assertThat(downloader().url(url, HASH, PURPOSE)).hasBinaryContent(CONTENT);

        assertThat(server.requests).extracting(FileServer.Request::range).containsExactly("bytes=300000-");
    }

    private void cutOnceThenNothing(URI url) {
        session.setTransferListener(new AbstractTransferListener() {
            @Override
            public void transferFailed(TransferEvent event) {
                server.cut(0, Integer.MAX_VALUE);
            }
        });
        assertThatThrownBy(() -> downloader().url(url, HASH, PURPOSE)).isInstanceOf(JoxException.class);
        assertThat(folder.resolve("cache/.partial").resolve(HASH.hex())).hasSize(300_000);
        assertThat(new Cache(folder.resolve("cache")).find("downloads", HASH)).isEmpty();
        session.setTransferListener(null);
    }

    @Test
    void aServerWithoutRangesIsAskedForTheWholeFileAgain() {
        URI url = server.serve("/file", CONTENT);
        server.ignoreRanges();
        server.cut(400_000, 1);

        assertThat(downloader().url(url, HASH, PURPOSE)).hasBinaryContent(CONTENT);
    }

    @Test
    void aBeginningOfSomethingElseIsNotKept() throws IOException {
        Path partial = Files.createDirectories(folder.resolve("cache/.partial")).resolve(HASH.hex());
        Files.write(partial, new byte[1000]);

        assertThat(downloader().url(server.serve("/file", CONTENT), HASH, PURPOSE))
                .hasBinaryContent(CONTENT);

        assertThat(server.requests).extracting(FileServer.Request::range).containsExactly("bytes=1000-", "");
    }

    @Test
    void whatWasGivenUpLongAgoIsDeleted() throws IOException {
        Path partials = Files.createDirectories(folder.resolve("cache/.partial"));
        Path old = Files.writeString(partials.resolve("old"), "x");
        Path recent = Files.writeString(partials.resolve("recent"), "x");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(15))));
        Files.setLastModifiedTime(recent, FileTime.from(Instant.now().minus(Duration.ofDays(13))));

        downloader().url(server.serve("/file", CONTENT), HASH, PURPOSE);

        assertThat(old).doesNotExist();
        assertThat(recent).exists();
    }

    @Test
    void aWrongHashNamesBothAndTheParameter() {
        URI url = server.serve("/file", CONTENT);
        Sha256 expected = Sha256.of("something else");

        assertThatThrownBy(() -> downloader().url(url, expected, PURPOSE))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining(url.toString())
                .hasMessageContaining(expected.hex())
                .hasMessageContaining(HASH.hex())
                .hasMessageContaining("<thing><url> (-Djox.thing.url)");
        assertThat(new Cache(folder.resolve("cache")).find("downloads", expected))
                .isEmpty();
        assertThat(folder.resolve("cache/.partial")).isEmptyDirectory();
    }

    @Test
    void whatIsNotThereIsTheUsersMistake() {
        URI url = URI.create("http://localhost:" + server.port() + "/missing");

        assertThatThrownBy(() -> downloader().url(url, HASH, PURPOSE))
                .isInstanceOfSatisfying(
                        JoxException.class, e -> assertThat(e.kind()).isEqualTo(JoxException.Kind.USER))
                .hasMessageContaining(url.toString())
                .hasMessageContaining("<thing><url>");
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void urlsThatAreNoneAreRefused() {
        for (String url : new String[] {"http://localhost/", "localhost", "nonsense:/a/b"}) {
            assertThatThrownBy(() -> downloader().url(URI.create(url), HASH, PURPOSE))
                    .isInstanceOf(JoxException.class)
                    .hasMessageContaining("<thing><url>");
        }
    }

    @Test
    void offlineWithAColdCacheSaysWhatIsMissing() {
        session.setOffline(true);
        URI url = server.serve("/file", CONTENT);

        assertThatThrownBy(() -> downloader().url(url, HASH, PURPOSE))
                .hasMessageContaining("offline")
                .hasMessageContaining("the thing")
                .hasMessageContaining(url.toString());
        assertThat(server.requests).isEmpty();
    }

    @Test
    void modulesThatAskAtOnceShareOneDownload() throws Exception {
        URI url = server.serve("/file", CONTENT);
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<Path>> results = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                results.add(threads.submit(() -> {
                    start.await();
                    return downloader().url(url, HASH, PURPOSE);
                }));
            }
            start.countDown();
            for (Future<Path> result : results) {
                assertThat(result.get(30, TimeUnit.SECONDS)).hasBinaryContent(CONTENT);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void credentialsComeFromTheServerWithTheHostsName() {
        server.requirePassword();
        session.setAuthenticationSelector(new DefaultAuthenticationSelector()
                .add(
                        "localhost",
                        new AuthenticationBuilder()
                                .addUsername("me")
                                .addPassword("secret")
                                .build()));

        downloader().url(server.serve("/file", CONTENT), HASH, PURPOSE);

        assertThat(server.requests.get(server.requests.size() - 1).authorization())
                .isEqualTo("Basic "
                        + java.util.Base64.getEncoder()
                                .encodeToString("me:secret".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void proxiesApplyAndMirrorsDoNot() {
        server.serve("/file", CONTENT);
        session.setProxySelector(
                new DefaultProxySelector().add(new Proxy(Proxy.TYPE_HTTP, "localhost", server.port()), ""));
        session.setMirrorSelector(
                new DefaultMirrorSelector().add("m", "http://mirror.invalid/", "default", false, false, "*", "*"));

        downloader().url(URI.create("http://elsewhere.invalid/file"), HASH, PURPOSE);

        assertThat(server.requests)
                .extracting(FileServer.Request::uri)
                .containsExactly("http://elsewhere.invalid/file");
    }

    @Test
    void fileUrlsWork() throws IOException {
        Path file = Files.write(folder.resolve("a file"), CONTENT);

        assertThat(downloader().url(file.toUri(), HASH, PURPOSE)).hasBinaryContent(CONTENT);
    }

    @Test
    void artifactsComeFromTheProjectsRepositories() throws IOException {
        RemoteRepository repository = repositoryWithArtifact();
        String coordinates = "org.example:thing:jar:linux-x86_64:1.0";

        Path file = downloader(repository).artifact(coordinates, HASH, PURPOSE);
        session.setOffline(true);

        assertThat(file).hasBinaryContent(CONTENT).hasFileName("thing-1.0-linux-x86_64.jar");
        assertThat(downloader(repository).artifact(coordinates, HASH, PURPOSE)).isEqualTo(file);
        assertThatThrownBy(() -> downloader(repository).artifact(coordinates, Sha256.of("x"), PURPOSE))
                .hasMessageContaining(HASH.hex())
                .hasMessageContaining(Sha256.of("x").hex())
                .hasMessageContaining(coordinates);
    }

    @Test
    void artifactsThatCannotBeHadAreNamed() throws IOException {
        RemoteRepository repository = repositoryWithArtifact();

        assertThatThrownBy(() -> downloader(repository).artifact("org.example:other:jar:1.0", PURPOSE))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("org.example:other:jar:1.0")
                .hasMessageContaining("<thing><url>");
        assertThatThrownBy(() -> downloader(repository).artifact("org.example", PURPOSE))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("group:artifact:extension:classifier:version");
        session.setOffline(true);
        assertThatThrownBy(
                        () -> downloader(repository).artifact("org.example:thing:jar:linux-x86_64:1.0", HASH, PURPOSE))
                .hasMessageContaining("offline")
                .hasMessageContaining("without -o");
    }

    private RemoteRepository repositoryWithArtifact() throws IOException {
        Path repository = folder.resolve("repository");
        Path version = Files.createDirectories(repository.resolve("org/example/thing/1.0"));
        Files.write(version.resolve("thing-1.0-linux-x86_64.jar"), CONTENT);
        return new RemoteRepository.Builder(
                        "test", "default", repository.toUri().toString())
                .build();
    }

    @Test
    void localFilesAreCheckedEachTimeTheyChange() throws IOException {
        Path file = Files.write(folder.resolve("file"), CONTENT);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(100)));
        assertThat(downloader().local(file, HASH, PURPOSE)).isEqualTo(file);
        assertThat(downloader().local(file, HASH, PURPOSE)).isEqualTo(file);

        byte[] other = Arrays.copyOf(CONTENT, CONTENT.length);
        other[5]++;
        Files.write(file, other);

        assertThatThrownBy(() -> downloader().local(file, HASH, PURPOSE))
                .hasMessageContaining(HASH.hex())
                .hasMessageContaining(Sha256.of(other).hex())
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> downloader().local(folder.resolve("none"), HASH, PURPOSE))
                .hasMessageContaining("none")
                .hasMessageContaining("<file>");
    }

    private static final class Recorder extends AbstractTransferListener {
        private final List<TransferEvent> events;

        Recorder(List<TransferEvent> events) {
            this.events = events;
        }

        @Override
        public void transferInitiated(TransferEvent event) {
            events.add(event);
        }

        @Override
        public void transferStarted(TransferEvent event) {
            events.add(event);
        }

        @Override
        public void transferProgressed(TransferEvent event) {
            events.add(event);
        }

        @Override
        public void transferSucceeded(TransferEvent event) {
            events.add(event);
        }
    }
}
