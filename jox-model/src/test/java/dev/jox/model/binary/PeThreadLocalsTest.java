package dev.jox.model.binary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeThreadLocalsTest {
    private static final int FILE_ALIGNMENT = 0x200;
    private static final int OPTIONAL_HEADER = 0x58;
    private static final long BASE = 0x1_8000_0000L;
    private static final int SECTION = 0x1000;
    private static final int DIRECTORY = 0x100;
    private static final int INDEX = 0x800;
    private static final String LOAD_OF_INDEX = "8b0d" + relative(6);

    @TempDir
    Path folder;

    @Test
    void codeThatLoadsTheTableOfTheThreadHasVariables() throws IOException {
        assertThat(of(LOAD_OF_INDEX + "65488b042558000000")).isEqualTo(PeThreadLocals.USUAL);
        assertThat(of(LOAD_OF_INDEX + "654c8b1c2558000000")).isEqualTo(PeThreadLocals.USUAL);
    }

    @Test
    void aDirectoryForCallbacksOnlyIsNone() throws IOException {
        assertThat(of("554889e590c3")).isEqualTo(PeThreadLocals.NONE);
        assertThat(of("65488b042530000000"))
                .as("another field of the thread's block")
                .isEqualTo(PeThreadLocals.NONE);
    }

    @Test
    void whatReachesTheTableOtherwiseIsUnusual() throws IOException {
        assertThat(of("654803042558000000")).as("an addition").isEqualTo(PeThreadLocals.UNUSUAL);
        assertThat(of("90658b042558000000")).as("half of the pointer").isEqualTo(PeThreadLocals.UNUSUAL);
        assertThat(of("909090" + "8b0d" + relative(9))).as("the index alone").isEqualTo(PeThreadLocals.UNUSUAL);
    }

    @Test
    void saysWhyADllIsAFile() throws IOException {
        NativeImage unusual = NativeImageReader.read(dll("654803042558000000")).orElseThrow();
        assertThat(unusual.memoryObstacle())
                .hasValueSatisfying(why -> assertThat(why).contains("thread-local"));
        assertThat(unusual.staticTls()).isFalse();
        NativeImage usual = NativeImageReader.read(dll("65488b042558000000")).orElseThrow();
        assertThat(usual.memoryObstacle()).isEmpty();
        assertThat(usual.staticTls()).isTrue();
    }

    /** The operand of an instruction that ends so many bytes after the section's start, for the index. */
    private static String relative(int end) {
        return HexFormat.of()
                .formatHex(ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(INDEX - end)
                        .array());
    }

    private PeThreadLocals of(String code) throws IOException {
        try (PeFile file = PeFile.open(dll(code)).orElseThrow()) {
            return PeThreadLocals.of(file);
        }
    }

    private Path dll(String code) throws IOException {
        ByteBuffer file = ByteBuffer.allocate(2 * FILE_ALIGNMENT).order(ByteOrder.LITTLE_ENDIAN);
        PeHeaders.writeDll(file, FILE_ALIGNMENT, FILE_ALIGNMENT);
        file.putLong(OPTIONAL_HEADER + PeFile.directoryAt(PeFile.EXPORTS), 0);
        file.putInt(OPTIONAL_HEADER + PeFile.directoryAt(PeFile.TLS), SECTION + DIRECTORY);
        file.putInt(OPTIONAL_HEADER + 240 + 36, 0x6000_0020);
        byte[] bytes = HexFormat.of().parseHex(code);
        file.put(FILE_ALIGNMENT, bytes);
        file.putLong(FILE_ALIGNMENT + DIRECTORY + 16, BASE + SECTION + INDEX);
        return Files.write(folder.resolve("x.dll"), file.array());
    }
}
