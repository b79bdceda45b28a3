package dev.jox.model.windows;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Explorer shows in a file's properties, and programs ask for by GetFileVersionInfo. Source: Microsoft, "VS_VERSIONINFO",
 * "VS_FIXEDFILEINFO", "StringFileInfo", "VarFileInfo".
 *
 * @param texts by the names that Microsoft gives them, such as {@code ProductName}
 */
public record VersionInformation(VersionNumber version, SortedMap<String, String> texts) {
    /** No language and UTF-16, as in the key of the table of texts. */
    private static final int CODE_PAGE = 1200;

    private static final String TABLE = "000004b0";

    private static final int FIXED_SIZE = 52;
    private static final int SIGNATURE = 0xfeef_04bd;
    private static final int STRUCTURE = 0x1_0000;
    private static final int KNOWN_FLAGS = 0x3f;
    private static final int PRERELEASE = 2;
    private static final int WINDOWS_NT = 0x4_0004;
    private static final int APPLICATION = 1;

    /** Lengths are numbers of 16 bits. */
    private static final int LONGEST = 0x7000;

    /** @throws IllegalArgumentException when the texts are too long for the format */
    public VersionInformation {
        texts = new TreeMap<>(texts);
        int characters = texts.values().stream().mapToInt(String::length).sum();
        if (characters > LONGEST) {
            throw new IllegalArgumentException(
                    "the texts have " + characters + " characters, and Windows takes " + LONGEST + " in all");
        }
    }

    /** The resource that a program has. */
    Resource resource() {
        byte[][] strings = texts.entrySet().stream()
                .map(text -> VersionBlock.ofText(text.getKey(), text.getValue()))
                .toArray(byte[][]::new);
        byte[] table = VersionBlock.ofBlocks("StringFileInfo", VersionBlock.ofBlocks(TABLE, strings));
        byte[] translation = VersionBlock.ofBlocks(
                "VarFileInfo",
                VersionBlock.ofBytes("Translation", VersionBlock.bytes(4).putInt(CODE_PAGE << 16)));
        return new Resource(
                Resource.Type.VERSION, 1, VersionBlock.ofBytes("VS_VERSION_INFO", fixed(), table, translation));
    }

    private ByteBuffer fixed() {
        List<Integer> numbers = version.numbers();
        int high = numbers.get(0) << 16 | numbers.get(1);
        int low = numbers.get(2) << 16 | numbers.get(3);
        return VersionBlock.bytes(FIXED_SIZE)
                .putInt(SIGNATURE)
                .putInt(STRUCTURE)
                .putInt(high)
                .putInt(low)
                .putInt(high)
                .putInt(low)
                .putInt(KNOWN_FLAGS)
                .putInt(version.prerelease() ? PRERELEASE : 0)
                .putInt(WINDOWS_NT)
                .putInt(APPLICATION);
    }
}
