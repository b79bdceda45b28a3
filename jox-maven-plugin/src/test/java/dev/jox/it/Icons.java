package dev.jox.it;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Icons for tests: a bitmap of 16 pixels and a PNG of 32, each of one colour. */
public final class Icons {
    private static final int SMALL = 16;
    private static final int LARGE = 32;
    private static final int RED = 0xffcc_0000;

    private Icons() {}

    /** The images by their sizes, as they are in the file. */
    public static List<byte[]> images() {
        return List.of(bitmap(SMALL), png(LARGE));
    }

    /** Writes a file {@code .ico}, and the folders that it is in. */
    public static Path write(Path file) {
        List<byte[]> images = images();
        int size = 6
                + 16 * images.size()
                + images.stream().mapToInt(image -> image.length).sum();
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 1).putShort((short) images.size());
        int offset = 6 + 16 * images.size();
        int width = SMALL;
        for (byte[] image : images) {
            out.put((byte) width).put((byte) width).putShort((short) 0);
            out.putShort((short) 1).putShort((short) 32).putInt(image.length).putInt(offset);
            offset += image.length;
            width = LARGE;
        }
        images.forEach(out::put);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.write(file, out.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A bitmap of an icon: twice as high as it looks, since a mask of one bit for each pixel follows. */
    private static byte[] bitmap(int width) {
        int mask = width * 4; // each line of it has a multiple of four bytes
        ByteBuffer out = ByteBuffer.allocate(40 + width * width * 4 + mask).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(40).putInt(width).putInt(2 * width).putShort((short) 1).putShort((short) 32);
        out.position(40);
        for (int i = 0; i < width * width; i++) {
            out.putInt(RED);
        }
        return out.array();
    }

    private static byte[] png(int width) {
        BufferedImage image = new BufferedImage(width, width, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < width * width; i++) {
            image.setRGB(i % width, i / width, RED);
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
