package dev.jox.model.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.JoxException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeForwarderTest {
    @TempDir
    Path folder;

    /** A DLL with these exports, made as forwarders are made. */
    private Path dll(String name, String... exports) throws IOException {
        Path none = Files.write(folder.resolve("none.dll"), PeForwarder.forwarder("other", name, exports));
        return Files.move(none, folder.resolve(name));
    }

    @Test
    void hasTheNamesOfTheOtherAndTellsWhereTheyAre() throws IOException {
        Path target = dll("python313.dll", "Py_Initialize", "PyObject_Repr", "_Py_NoneStruct");
        Path forwarder = folder.resolve("python3.dll");

        PeForwarder.write(target, forwarder);

        assertThat(PeExports.of(forwarder).keySet())
                .containsExactly("PyObject_Repr", "Py_Initialize", "_Py_NoneStruct");
        String bytes = Files.readString(forwarder, StandardCharsets.ISO_8859_1);
        assertThat(bytes)
                .contains("\0python313.PyObject_Repr\0", "\0python313.Py_Initialize\0", "\0python3.dll\0".substring(1));
        assertThat(NativeImageReader.read(forwarder)).hasValueSatisfying(image -> {
            assertThat(image.machine()).isEqualTo("IMAGE_FILE_MACHINE_AMD64");
            assertThat(image.needed()).isEmpty();
            assertThat(image.staticTls()).isFalse();
        });
    }

    @Test
    void otherFilesHaveNoExports() throws IOException {
        Path text = Files.writeString(
                folder.resolve("x.dll"), "MZ and no more than that, though it is long enough ".repeat(3));
        assertThatThrownBy(() -> PeExports.of(text))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("no DLL");
    }

    @Test
    void everyTruncationIsNoticedOrHarmless() throws IOException {
        byte[] whole = Files.readAllBytes(dll("whole.dll", "one", "two"));
        Path file = folder.resolve("cut.dll");
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            try {
                PeExports.of(file);
            } catch (JoxException expected) {
                continue;
            }
        }
    }

    @Test
    void damagedTablesAreNoticed() throws IOException {
        byte[] whole = Files.readAllBytes(dll("whole.dll", "one", "two"));
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(0x200 + 24, 0x7fff_ffff); // how many names
        Path file = Files.write(folder.resolve("damaged.dll"), whole);
        assertThatThrownBy(() -> PeExports.of(file)).isInstanceOf(JoxException.class);
    }
}
