package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {
    private static final Program TAR = Program.of(Path.of("/bin/tar"));

    @Test
    void areWhatTheirNamesSay(@TempDir Path folder) throws Exception {
        Path archive = folder.resolve("archive.tar.gz");

        assertThat(Archives.truncated(archive)).isEqualTo(Cpython.sha256(archive));
        assertThat(TAR.run("-tzf", archive).err()).contains("unexpected end of file");

        assertThat(Archives.escapingByName(archive)).isEqualTo(Cpython.sha256(archive));
        TAR.run("-tzPf", archive).succeeds().prints("python/../../evil\n");

        assertThat(Archives.escapingByLink(archive)).isEqualTo(Cpython.sha256(archive));
        TAR.run("-tvzPf", archive).succeeds().mentions("python/lib -> ../..", "python/lib/evil");
    }
}
