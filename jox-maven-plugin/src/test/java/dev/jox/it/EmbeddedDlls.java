package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** Damages the DLLs that an executable for Windows carries in memory. Source of the offsets: Microsoft, "PE Format". */
public final class EmbeddedDlls {
    /** Fields of a DLL's headers, by what an executable says of a DLL where one of them is nonsense; from the signature on. */
    public static final Map<String, Integer> DAMAGES = Map.of(
            "it is no DLL for 64-bit Windows", 4,
            "the DLL's second header is damaged", 40, // AddressOfEntryPoint
            "the DLL's list of sections is damaged", 24 + 240 + 12, // VirtualAddress of the first
            ", which it needs, has no ", 136, // the table of exports
            "the DLL's table of imports is damaged", 144,
            "the DLL's table of exception handlers is damaged", 160,
            "the DLL's table of relocations is damaged", 176);

    /** A multiple of a page, so that nothing but the address is wrong. */
    private static final int NONSENSE = 0x7fff_f000;

    private static final int ALIGNMENT = 16;
    private static final int LARGEST_STUB = 0x400;
    private static final int IS_DLL = 0x2000;

    private EmbeddedDlls() {}

    /** Writes nonsense into a field of every DLL in the executable. */
    public static void damage(Path executable, int place) throws IOException {
        try (FileChannel channel = FileChannel.open(executable, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN);
            int found = 0;
            for (int at = ALIGNMENT; at + 2 * LARGEST_STUB < bytes.limit(); at += ALIGNMENT) {
                if (bytes.getShort(at) == 0x5a4d) {
                    int stub = bytes.getInt(at + 0x3c);
                    boolean image = stub > 0 && stub < LARGEST_STUB && bytes.getInt(at + stub) == 0x4550;
                    if (image && (bytes.getShort(at + stub + 22) & IS_DLL) != 0) {
                        bytes.putInt(at + stub + place, NONSENSE);
                        found++;
                    }
                }
            }
            assertThat(found).as("DLLs in " + executable).isPositive();
        }
    }
}
