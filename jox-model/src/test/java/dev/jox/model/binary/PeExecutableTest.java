package dev.jox.model.binary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.model.windows.Subsystem;
import dev.jox.model.windows.VersionInformation;
import dev.jox.model.windows.VersionNumber;
import dev.jox.model.windows.WindowsProgram;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is appended to a launcher is found by its directory and its section; a file of the same headers stands for the launcher. */
class PeExecutableTest {
    private static final int VERSION = 16;
    private static final int MANIFEST = 24;

    @TempDir
    Path folder;

    private Path executable;
    private byte[] pack;

    @BeforeEach
    void compose() throws IOException {
        ByteBuffer launcher = ByteBuffer.allocate(0x400).order(ByteOrder.LITTLE_ENDIAN);
        PeHeaders.writeDll(launcher, 0x100, 0x200);
        pack = "packed resources".repeat(1000).getBytes(StandardCharsets.US_ASCII);
        executable = folder.resolve("atlas.exe");
        PeExecutable.compose(
                Files.write(folder.resolve("launcher.exe"), launcher.array()),
                Files.write(folder.resolve("pack"), pack),
                new WindowsProgram(
                        Subsystem.WINDOWS,
                        Optional.empty(),
                        Optional.empty(),
                        new VersionInformation(
                                VersionNumber.parse("1.2"), new TreeMap<>(Map.of("ProductName", "Atlas")))),
                executable);
    }

    @Test
    void thePackIsTheLastSection() throws IOException {
        try (PeFile image = PeFile.open(executable).orElseThrow()) {
            PeSection last = image.sections().get(image.sections().size() - 1);
            assertThat(last.size()).isEqualTo(pack.length);
            assertThat(image.at(last.address(), pack.length)).isEqualTo(ByteBuffer.wrap(pack));
        }
    }

    @Test
    void resourcesAreFoundByTypeIdAndLanguage() throws IOException {
        try (PeFile image = PeFile.open(executable).orElseThrow()) {
            assertThat(resource(image, VERSION).getInt(40)).isEqualTo(0xfeef_04bd);
            assertThat(StandardCharsets.UTF_8.decode(resource(image, MANIFEST)).toString())
                    .contains("longPathAware");
        }
    }

    @Test
    void theHeaderSaysWhetherThereIsAConsole() throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(executable)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(file.getShort(file.getInt(0x3c) + 24 + 68)).isEqualTo((short) 2);
    }

    /** The one resource of a type. */
    private static ByteBuffer resource(PeFile image, int type) throws IOException {
        PeFile.Directory directory = image.directory(PeFile.RESOURCES);
        ByteBuffer section = image.at(directory.address(), directory.size()).order(ByteOrder.LITTLE_ENDIAN);
        int ids = below(section, 0, type);
        int languages = below(section, ids & 0x7fff_ffff, 1);
        int entry = below(section, languages & 0x7fff_ffff, 0);
        return image.at(section.getInt(entry), section.getInt(entry + 4)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int below(ByteBuffer section, int directory, int id) {
        int count = section.getShort(directory + 14);
        for (int i = 0; i < count; i++) {
            if (section.getInt(directory + 16 + 8 * i) == id) {
                return section.getInt(directory + 16 + 8 * i + 4);
            }
        }
        throw new AssertionError("no entry " + id + " in the directory at " + directory);
    }
}
