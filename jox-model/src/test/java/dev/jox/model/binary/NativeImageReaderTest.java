package dev.jox.model.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.JoxException;
import dev.jox.model.Target.ObjectFormat;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NativeImageReaderTest {
    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void readsTheLibrariesOfThisJava() throws IOException {
        Path library = Path.of(System.getProperty("java.home"), "lib", "libjava.so");
        NativeImage image = NativeImageReader.read(library).orElseThrow();
        assertThat(image.format()).isEqualTo(ObjectFormat.ELF);
        assertThat(image.machine()).isEqualTo("EM_X86_64");
        assertThat(image.soname()).contains("libjava.so");
        assertThat(image.needed()).contains("libjvm.so", "libc.so.6");
        assertThat(image.glibcFloor())
                .hasValueSatisfying(floor -> assertThat(GlibcVersion.parse(floor))
                        .isBetween(GlibcVersion.parse("2.2.5"), GlibcVersion.parse("2.99")));
        assertThat(image.initFunctions()).isEmpty();
    }

    @Test
    void readsAnExtensionModule() throws IOException {
        Path file = Files.write(folder.resolve("no-suffix"), extensionModule(ElfFile.X86_64));
        assertThat(NativeImageReader.read(file))
                .contains(new NativeImage(
                        ObjectFormat.ELF,
                        "EM_X86_64",
                        Optional.of("libx.so.1"),
                        List.of("libc.so.6", "libz.so.1"),
                        List.of("$ORIGIN/../x.libs", "/opt/lib"),
                        Optional.of("2.14"),
                        true,
                        List.of("PyInitU_y", "PyInit_x"),
                        Optional.empty()));
    }

    @Test
    void namesForeignMachines() throws IOException {
        Path file = Files.write(folder.resolve("x.so"), extensionModule(183));
        assertThat(NativeImageReader.read(file).orElseThrow().machine()).isEqualTo("EM_AARCH64");
    }

    @Test
    void otherFilesAreNoImages() throws IOException {
        byte[] object = extensionModule(ElfFile.X86_64);
        object[ElfFile.TYPE] = 1;
        byte[] narrow = extensionModule(ElfFile.X86_64);
        narrow[4] = 1;
        for (byte[] content :
                List.of(new byte[0], new byte[] {0x7f}, "\177EL".getBytes(StandardCharsets.US_ASCII), object, narrow)) {
            Path file = Files.write(folder.resolve("x.so"), content);
            assertThat(NativeImageReader.read(file)).isEmpty();
        }
    }

    @Test
    void everyTruncationIsNoticedOrHarmless() throws IOException {
        byte[] whole = extensionModule(ElfFile.X86_64);
        Path file = folder.resolve("x.so");
        for (int length = 4; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> NativeImageReader.read(file))
                    .as("cut after %s bytes", length)
                    .isInstanceOfSatisfying(
                            JoxException.class, e -> assertThat(e.problem()).contains(file.toString()));
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void truncationsOfARealLibraryAreNoticedOrHarmless() throws IOException {
        Path file = folder.resolve("libjava.so");
        Files.copy(Path.of(System.getProperty("java.home"), "lib", "libjava.so"), file);
        NativeImage whole = NativeImageReader.read(file).orElseThrow();
        long size = Files.size(file);
        int damaged = 0;
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            for (long length = (size - 1) / 64 * 64; length > 0; length -= 64) {
                open.setLength(length);
                try {
                    assertThat(NativeImageReader.read(file)).contains(whole);
                } catch (JoxException e) {
                    damaged++;
                }
            }
        }
        assertThat(damaged).isGreaterThan(100);
    }

    @Test
    void everyDamagedByteIsNoticedOrHarmless() throws IOException {
        byte[] whole = extensionModule(ElfFile.X86_64);
        Path file = folder.resolve("x.so");
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) 0xff;
            Files.write(file, damaged);
            try {
                NativeImageReader.read(file);
            } catch (JoxException e) {
                assertThat(e.problem()).contains("cut short or damaged");
            }
        }
    }

    /** A library with one segment, whose tables are laid out by hand. */
    private static byte[] extensionModule(int machine) {
        ByteBuffer out = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0x464c457f).put((byte) 2).put((byte) 1).put((byte) 1).position(ElfFile.TYPE);
        out.putShort((short) ElfFile.DYNAMIC_FILE).putShort((short) machine).putInt(1);
        out.putLong(0).putLong(64).putLong(0).putInt(0);
        out.putShort((short) 64).putShort((short) 56).putShort((short) 2).putShort((short) 64);
        out.position(64);
        StringBuilder names = new StringBuilder("\0");
        ByteBuffer tables = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
        int dynamic = 64 + 2 * 56;
        int entries = 14;
        int symbols = dynamic + entries * 16;
        tables.put(new byte[24]);
        symbol(tables, names, "PyInit_x", 0x12, 1);
        symbol(tables, names, "PyInit_needed", 0x12, 0);
        symbol(tables, names, "PyInit_data", 0x11, 1);
        symbol(tables, names, "PyInitU_y", 0x22, 1);
        int hash = symbols + tables.position();
        tables.putInt(1).putInt(1).putInt(1).putInt(0).putLong(0).putInt(1);
        tables.putInt(2).putInt(4).putInt(6).putInt(9);
        int versions = hash + 44;
        tables.putShort((short) 1).putShort((short) 4).putInt(0).putInt(16).putInt(0);
        List<String> needed = List.of("GLIBC_2.2.5", "GLIBC_2.14", "GLIBC_PRIVATE", "GLIBC_2.30");
        for (int i = 0; i < needed.size(); i++) {
            boolean weak = needed.get(i).equals("GLIBC_2.30");
            tables.putInt(0).putShort((short) (weak ? 2 : 0)).putShort((short) 0);
            tables.putInt(name(names, needed.get(i))).putInt(i == needed.size() - 1 ? 0 : 16);
        }
        int libc = name(names, "libc.so.6");
        int zlib = name(names, "libz.so.1");
        int soname = name(names, "libx.so.1");
        int runpath = name(names, "$ORIGIN/../x.libs::/opt/lib");
        int strings = symbols + tables.position();
        int size = strings + names.length();
        new ElfSegment(ElfSegment.LOAD, 4, 0, 0, size, size, 4096).write(out);
        new ElfSegment(ElfSegment.DYNAMIC, 4, dynamic, dynamic, entries * 16L, entries * 16L, 8).write(out);
        long[] table = {
            ElfDynamic.NEEDED,
            libc,
            ElfDynamic.NEEDED,
            zlib,
            ElfDynamic.SONAME,
            soname,
            ElfDynamic.RUNPATH,
            runpath,
            ElfDynamic.RPATH,
            soname,
            ElfDynamic.GNU_HASH,
            hash,
            ElfDynamic.SYMBOLS,
            symbols,
            ElfDynamic.STRINGS,
            strings,
            ElfDynamic.STRINGS_SIZE,
            names.length(),
            ElfDynamic.FLAGS,
            ElfDynamic.FLAG_STATIC_TLS,
            ElfDynamic.VERSIONS_NEEDED,
            versions,
            ElfDynamic.VERSIONS_NEEDED_COUNT,
            1,
            0,
            0,
            ElfDynamic.SONAME,
            libc
        };
        for (long word : table) {
            out.putLong(word);
        }
        out.put(tables.flip()).put(names.toString().getBytes(StandardCharsets.US_ASCII));
        return Arrays.copyOf(out.array(), size);
    }

    private static void symbol(ByteBuffer out, StringBuilder names, String name, int info, int section) {
        out.putInt(name(names, name)).put((byte) info).put((byte) 0).putShort((short) section);
        out.putLong(0x1000).putLong(1);
    }

    private static int name(StringBuilder names, String name) {
        int offset = names.length();
        names.append(name).append('\0');
        return offset;
    }
}
