package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where Windows looks for the DLLs that an executable is linked with, as its headers say: wine, which runs the tests, does not follow
 * them. Source of the offsets: Microsoft, "PE Format".
 */
public final class DllSearch {
    private static final int LOAD_CONFIGURATION = 10;
    private static final int LOAD_LIBRARY_SEARCH_SYSTEM32 = 0x800;

    private DllSearch() {}

    /** In Windows' own folder only: not in the executable's, nor in the current one. */
    public static void isOfWindowsOnly(Path executable) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(executable)).order(ByteOrder.LITTLE_ENDIAN);
        int header = file.getInt(0x3c);
        int directory = file.getInt(header + 24 + 112 + 8 * LOAD_CONFIGURATION);
        assertThat(directory).as("the load configuration of " + executable).isPositive();
        int configuration = offset(file, header, directory);
        assertThat(file.getInt(configuration)).as("its size").isGreaterThan(80);
        assertThat(file.getShort(configuration + 78))
                .as("DependentLoadFlags of " + executable)
                .isEqualTo((short) LOAD_LIBRARY_SEARCH_SYSTEM32);
    }

    private static int offset(ByteBuffer file, int header, int address) {
        int sections = file.getShort(header + 6);
        int first = header + 24 + file.getShort(header + 20);
        for (int section = first; section < first + sections * 40; section += 40) {
            int start = file.getInt(section + 12);
            if (address >= start && address < start + file.getInt(section + 8)) {
                return address - start + file.getInt(section + 20);
            }
        }
        throw new AssertionError("no section has the address " + Integer.toHexString(address));
    }
}
