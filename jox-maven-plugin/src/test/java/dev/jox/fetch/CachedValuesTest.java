package dev.jox.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedValuesTest {
    private static final Sha256 KEY = Sha256.of("key");

    private final AtomicInteger made = new AtomicInteger();

    @TempDir
    Path root;

    record Count(int count, String file) {}

    record Counted(int count, String file, boolean more) {}

    @Test
    void aValueIsMadeOnceWithItsFiles() throws IOException {
        CachedValues.Entry<Count> first = counts().get(KEY, this::make);
        CachedValues.Entry<Count> second = counts().get(KEY, this::make);

        assertThat(second).isEqualTo(first);
        assertThat(first.value()).isEqualTo(new Count(1, "data"));
        assertThat(first.folder().resolve("data")).hasContent("1");
        assertThat(counts().find(Sha256.of("other"))).isEmpty();
    }

    @Test
    void aDamagedValueIsMadeAgain() throws IOException {
        Path folder = counts().get(KEY, this::make).folder();
        Path index = folder.resolve("index.json");
        Files.writeString(index, Files.readString(index).substring(0, 5));

        assertThat(counts().find(KEY)).isEmpty();
        assertThat(counts().get(KEY, this::make).value().count()).isEqualTo(2);
        assertThat(folder.resolve("data")).hasContent("2");
    }

    @Test
    void aValueOfAnotherFormIsNotRead() throws IOException {
        counts().get(KEY, this::make);

        CachedValues<Counted> others = new CachedValues<>(new Cache(root), "counts", Counted.class);

        assertThat(others.find(KEY)).isEmpty();
        assertThat(others.get(KEY, folder -> new Counted(7, "", true)).value().count())
                .isEqualTo(7);
        assertThat(counts().find(KEY)).isPresent();
    }

    private CachedValues<Count> counts() {
        return new CachedValues<>(new Cache(root), "counts", Count.class);
    }

    private Count make(Path folder) throws IOException {
        Files.writeString(folder.resolve("data"), String.valueOf(made.incrementAndGet()));
        return new Count(made.get(), "data");
    }
}
