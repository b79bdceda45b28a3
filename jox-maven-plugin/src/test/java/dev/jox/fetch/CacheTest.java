package dev.jox.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CacheTest {
    private static final Sha256 KEY = Sha256.of("key");
    private static final Sha256 OTHER = Sha256.of("other");

    @TempDir
    Path folder;

    @Test
    void anEntryIsProducedOnceAndThenFound() {
        Cache cache = new Cache(folder);
        AtomicInteger runs = new AtomicInteger();
        Cache.Producer producer = target -> Files.writeString(target.resolve("a"), "" + runs.incrementAndGet());

        Path first = cache.entry("things", KEY, producer);
        Path second = new Cache(folder).entry("things", KEY, producer);

        assertThat(second).isEqualTo(first).isEqualTo(folder.resolve("things").resolve(KEY.hex()));
        assertThat(first.resolve("a")).hasContent("1");
        assertThat(cache.find("things", KEY)).contains(first);
        assertThat(cache.find("things", OTHER)).isEmpty();
        assertThat(cache.find("others", KEY)).isEmpty();
    }

    @Test
    void aFileEntryIsAFile() {
        Path file = new Cache(folder).file("files", KEY, target -> Files.writeString(target, "x"));

        assertThat(file).isRegularFile().hasContent("x");
    }

    @Test
    void aFailedProducerLeavesNothingAndCanBeTriedAgain() throws IOException {
        Cache cache = new Cache(folder);
        assertThatThrownBy(() -> cache.entry("things", KEY, target -> {
                    Files.writeString(target.resolve("half"), "x");
                    throw new IOException("no space left");
                }))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("no space left")
                .hasMessageContaining("jox.cacheDirectory");

        assertThat(cache.find("things", KEY)).isEmpty();
        assertThat(folder.resolve(".work")).isEmptyDirectory();
        assertThat(cache.entry("things", KEY, target -> {})).isEmptyDirectory();
    }

    @Test
    void aJoxExceptionOfTheProducerComesThroughAsItIs() {
        JoxException failure = JoxException.user("wrong", "right");

        assertThatThrownBy(() -> new Cache(folder).file("things", KEY, target -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void nothingIsVisibleWhileItIsMade() {
        Cache cache = new Cache(folder);

        cache.entry("things", KEY, target -> {
            Files.writeString(target.resolve("half"), "x");
            assertThat(cache.find("things", KEY)).isEmpty();
        });
    }

    @Test
    void threadsThatAskAtOnceGetOneProduction() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Path>> results = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                results.add(threads.submit(() -> {
                    start.await();
                    return new Cache(folder).file("things", KEY, target -> {
                        runs.incrementAndGet();
                        sleep(100);
                        Files.writeString(target, "done");
                    });
                }));
            }
            start.countDown();
            for (Future<Path> result : results) {
                assertThat(result.get(30, TimeUnit.SECONDS)).hasContent("done");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void processesThatAskAtOnceGetOneProduction() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            CacheProcess.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .start());
        }
        for (Process process : processes) {
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
        }
        assertThat(folder.resolve("runs")).isDirectoryContaining(f -> true);
        try (var runs = Files.list(folder.resolve("runs"))) {
            assertThat(runs).hasSize(1);
        }
    }

    /** What each process of the test above does. */
    static final class CacheProcess {
        private CacheProcess() {}

        public static void main(String[] args) throws IOException {
            Path folder = Path.of(args[0]);
            Files.createDirectories(folder.resolve("runs"));
            new Cache(folder.resolve("cache")).entry("things", KEY, target -> {
                Files.createTempFile(folder.resolve("runs"), "run", "");
                sleep(1500);
            });
        }
    }

    @Test
    void whatDeadProducersLeftIsDeletedAndWhatLivingOnesMakeIsNot() throws IOException {
        Path work = Files.createDirectories(folder.resolve(".work"));
        Path dead = Files.createDirectories(work.resolve("things-" + OTHER + ".1"));
        Files.writeString(dead.resolve("half"), "x");
        Path mine = Files.writeString(work.resolve("things-" + KEY + ".2"), "half");
        Path living = Files.createDirectories(work.resolve("others-" + KEY + ".3"));
        Files.createDirectories(folder.resolve(".locks"));
        try (FileChannel lock = FileChannel.open(
                folder.resolve(".locks/others-" + KEY), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            new Cache(folder).entry("things", KEY, target -> {});
        }

        assertThat(dead).doesNotExist();
        assertThat(mine).doesNotExist();
        assertThat(living).exists();
    }

    @Test
    void producersMayAskForOtherEntries() {
        Cache cache = new Cache(folder);

        Path outer = cache.entry(
                "outer",
                KEY,
                target -> Files.copy(
                        cache.file("inner", KEY, file -> Files.writeString(file, "in")), target.resolve("copy")));

        assertThat(outer.resolve("copy")).hasContent("in");
        assertThatThrownBy(() -> cache.entry("self", KEY, target -> cache.entry("self", KEY, t -> {})))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void kindsAreNamesAndNotPaths() {
        assertThatThrownBy(() -> new Cache(folder).find("../x", KEY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDefaultRootFollowsTheEnvironment() {
        Path home = Path.of("/home/someone");
        assertThat(Cache.defaultRoot(Map.of("XDG_CACHE_HOME", "/var/xdg"), home))
                .isEqualTo(Path.of("/var/xdg/jox"));
        assertThat(Cache.defaultRoot(Map.of("XDG_CACHE_HOME", "relative"), home))
                .isEqualTo(home.resolve(".cache/jox"));
        assertThat(Cache.defaultRoot(Map.of(), home)).isEqualTo(home.resolve(".cache/jox"));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
