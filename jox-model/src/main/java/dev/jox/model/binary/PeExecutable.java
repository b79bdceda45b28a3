package dev.jox.model.binary;

import dev.jox.model.JoxException;
import dev.jox.model.windows.Resource;
import dev.jox.model.windows.WindowsProgram;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes an executable for Windows of a linked launcher: the packed resources become a section of its image, which the loader maps as it
 * maps code, and what Windows shows of the program another. Source: Microsoft, "PE Format".
 */
public final class PeExecutable {
    /** The section that the runtime looks for (main_win.c). */
    static final String PACK = ".jox";

    private static final int INITIALIZED_READABLE = 0x0000_0040 | 0x4000_0000;
    private static final int SECTION_HEADER = 40;

    /** Windows maps images of less than 2 GiB. */
    private static final long LARGEST_IMAGE = (1L << 31) - (1 << 16);

    private final ByteBuffer launcher;
    private final int coff;
    private final int optional;
    private final List<Part> parts = new ArrayList<>();

    /** Where what a section holds comes from. */
    private interface Source {
        void writeTo(OutputStream out) throws IOException;
    }

    private record Part(long fileOffset, long fileSize, long size, Source source) {}

    private PeExecutable(byte[] launcher) {
        this.launcher = ByteBuffer.wrap(launcher).order(ByteOrder.LITTLE_ENDIAN);
        this.coff = this.launcher.getInt(0x3c) + 4;
        this.optional = coff + 20;
    }

    /**
     * Writes the executable.
     *
     * @param launcher linked by a toolchain: small
     * @throws JoxException when it would be larger than Windows can map
     */
    public static void compose(Path launcher, Path pack, WindowsProgram program, Path executable) throws IOException {
        PeExecutable made = new PeExecutable(Files.readAllBytes(launcher));
        made.launcher.putShort(made.optional + 68, (short) program.subsystem().number());
        made.launcher.putInt(made.optional + 64, 0); // the checksum, which only drivers need
        made.appendResources(program.resources());
        made.append(PACK, Files.size(pack), out -> Files.copy(pack, out));
        made.write(executable);
    }

    private void appendResources(List<Resource> resources) {
        int directory = optional + PeFile.directoryAt(PeFile.RESOURCES);
        if (launcher.getInt(directory) != 0) {
            throw new IllegalStateException("the linker put resources into jox's launcher");
        }
        byte[] section = PeResources.section(resources, nextAddress());
        launcher.putInt(directory, (int) nextAddress());
        launcher.putInt(directory + 4, section.length);
        append(PeResources.SECTION, section.length, out -> out.write(section));
    }

    /** Where the next section will be, relative to the image's base. */
    private long nextAddress() {
        return PeHeaders.align(Integer.toUnsignedLong(launcher.getInt(optional + 56)), launcher.getInt(optional + 32));
    }

    private void append(String name, long size, Source source) {
        int count = Short.toUnsignedInt(launcher.getShort(coff + 2));
        int table = optional + Short.toUnsignedInt(launcher.getShort(coff + 16));
        int entry = table + count * SECTION_HEADER;
        int fileAlignment = launcher.getInt(optional + 36);
        int alignment = launcher.getInt(optional + 32);
        if (entry + SECTION_HEADER > launcher.getInt(optional + 60)) {
            throw JoxException.environment(
                    "the linker left no room for another section in the headers of jox's launcher",
                    "choose another toolchain in <toolchain> (-Djox.toolchain)");
        }
        long address = nextAddress();
        long image = PeHeaders.align(address + size, alignment);
        if (image > LARGEST_IMAGE) {
            throw JoxException.user(
                    "the executable would have " + (image >> 20) + " MiB, and Windows runs none above 2047 MiB",
                    "put large packages into files, as in <rule><match>torch.**</match>"
                            + "<location>filesystem-relative:lib</location></rule>");
        }
        long offset = parts.isEmpty()
                ? PeHeaders.align((long) launcher.capacity(), fileAlignment)
                : parts.get(parts.size() - 1).fileOffset()
                        + parts.get(parts.size() - 1).fileSize();
        long fileSize = PeHeaders.align(size, fileAlignment);
        launcher.put(entry, new byte[SECTION_HEADER]);
        launcher.put(entry, name.getBytes(StandardCharsets.US_ASCII));
        launcher.putInt(entry + 8, (int) size);
        launcher.putInt(entry + 12, (int) address);
        launcher.putInt(entry + 16, (int) fileSize);
        launcher.putInt(entry + 20, (int) offset);
        launcher.putInt(entry + 36, INITIALIZED_READABLE);
        launcher.putShort(coff + 2, (short) (count + 1));
        launcher.putInt(optional + 8, launcher.getInt(optional + 8) + (int) fileSize);
        launcher.putInt(optional + 56, (int) image);
        parts.add(new Part(offset, fileSize, size, source));
    }

    private void write(Path executable) throws IOException {
        try (OutputStream out = Files.newOutputStream(executable)) {
            out.write(launcher.array());
            long written = launcher.capacity();
            for (Part part : parts) {
                out.write(new byte[(int) (part.fileOffset() - written)]);
                part.source().writeTo(out);
                out.write(new byte[(int) (part.fileSize() - part.size())]);
                written = part.fileOffset() + part.fileSize();
            }
        }
    }
}
