package dev.jox.model.pack;

import dev.jox.model.pack.PackFormat.Section;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Reads packed resources: for tests and for explaining an executable. */
public final class PackReader {
    /** What a module is made from. */
    public enum ModuleKind {
        PYTHON,
        EXTENSION,
        BUILT_IN,
        NAMESPACE;

        int id() {
            return ordinal() + 1;
        }
    }

    /**
     * A module.
     *
     * @param path of its file below the virtual root
     * @param place of its file below the executable's folder; empty when it is in memory
     * @param init a built-in's C function; empty for others
     * @param library an extension's shared object, or the one that has a built-in's code
     * @param source index of a blob
     * @param bytecode indices of blobs by optimisation level
     */
    public record PackedModule(
            String name,
            String path,
            String place,
            String init,
            ModuleKind kind,
            boolean isPackage,
            Optional<Integer> library,
            Optional<Integer> source,
            Map<Integer, Integer> bytecode) {}

    /**
     * A folder or a file.
     *
     * @param blob index of its content, for a file in memory
     */
    public record PackedNode(
            String path,
            String place,
            boolean file,
            boolean executable,
            List<Integer> children,
            Optional<Integer> blob) {}

    /**
     * A shared object; {@code needs} are indices of libraries to load before it, in this order.
     *
     * @param bound the number of an object that is part of the executable
     */
    public record PackedLibrary(
            String soname,
            String path,
            String place,
            boolean staticTls,
            boolean extension,
            Optional<Integer> blob,
            Optional<Integer> bound,
            List<Integer> needs) {}

    private record Part(int count, long offset) {}

    private final ByteBuffer pack;
    private final Map<Section, Part> parts = new EnumMap<>(Section.class);

    /**
     * Reads from a buffer whose first byte is the pack's.
     *
     * @throws IOException when the bytes are no pack of this version
     */
    public PackReader(ByteBuffer bytes) throws IOException {
        this.pack = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[PackFormat.MAGIC.length];
        if (pack.limit() < PackFormat.HEADER_BYTES) {
            throw new IOException("no packed resources");
        }
        pack.get(0, magic);
        if (!Arrays.equals(magic, PackFormat.MAGIC)) {
            throw new IOException("no packed resources");
        }
        if (pack.getInt(8) != PackFormat.VERSION) {
            throw new IOException("packed resources of version " + pack.getInt(8) + ", not " + PackFormat.VERSION);
        }
        if (pack.getLong(16) > pack.limit()) {
            throw new IOException("packed resources that are cut off");
        }
        for (int i = 0; i < pack.getInt(12); i++) {
            int at = PackFormat.HEADER_BYTES + i * PackFormat.SECTION_BYTES;
            int id = pack.getInt(at);
            if (id >= 1 && id <= Section.values().length) {
                parts.put(Section.values()[id - 1], new Part(pack.getInt(at + 4), pack.getLong(at + 8)));
            }
        }
        for (Section section : Section.values()) {
            if (!parts.containsKey(section)) {
                throw new IOException("packed resources without " + section);
            }
        }
    }

    /** Maps the file. */
    public static PackReader open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return new PackReader(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    /** All modules, in the order of their names' bytes. */
    public List<PackedModule> modules() {
        List<PackedModule> all = new ArrayList<>();
        for (int i = 0; i < part(Section.MODULES).count(); i++) {
            all.add(module(i));
        }
        return all;
    }

    /** The module, found as the runtime finds it. */
    public Optional<PackedModule> findModule(String name) {
        return find(Section.MODULE_SLOTS, name, index -> module(index).name()).map(this::module);
    }

    /** The folder or file at that path below the virtual root, found as the runtime finds it. */
    public Optional<PackedNode> findNode(String path) {
        return find(Section.NODE_SLOTS, path, index -> node(index).path()).map(this::node);
    }

    public PackedNode node(int index) {
        int at = element(Section.NODES, index, PackFormat.NODE_BYTES);
        List<Integer> children = new ArrayList<>();
        for (int i = 0; i < pack.getInt(at + 24); i++) {
            children.add(pack.getInt(at + 20) + i);
        }
        return new PackedNode(
                text(at),
                text(at + 8),
                pack.get(at + 32) == PackFormat.FILE,
                pack.get(at + 33) != 0,
                List.copyOf(children),
                index(at + 28));
    }

    /** All shared objects; needs are positions in this list. */
    public List<PackedLibrary> libraries() {
        List<PackedLibrary> all = new ArrayList<>();
        for (int i = 0; i < part(Section.LIBRARIES).count(); i++) {
            int at = element(Section.LIBRARIES, i, PackFormat.LIBRARY_BYTES);
            List<Integer> needs = new ArrayList<>();
            for (int n = 0; n < pack.getInt(at + 36); n++) {
                needs.add(pack.getInt(element(Section.NEEDS, pack.getInt(at + 32) + n, Integer.BYTES)));
            }
            int flags = pack.getInt(at + 28);
            boolean bound = (flags & PackFormat.BOUND) != 0;
            all.add(new PackedLibrary(
                    text(at),
                    text(at + 8),
                    text(at + 16),
                    (flags & PackFormat.STATIC_TLS) != 0,
                    (flags & PackFormat.IS_EXTENSION) != 0,
                    bound ? Optional.empty() : index(at + 24),
                    bound ? index(at + 24) : Optional.empty(),
                    List.copyOf(needs)));
        }
        return all;
    }

    /** The built-in modules whose code is in a library. */
    public List<PackedModule> builtInsInLibraries() {
        List<PackedModule> all = new ArrayList<>();
        for (int i = 0; i < part(Section.BUILT_INS).count(); i++) {
            all.add(module(pack.getInt(element(Section.BUILT_INS, i, Integer.BYTES))));
        }
        return all;
    }

    /** Where shared objects get to know where others are. */
    public List<CircleLink> circles() {
        List<PackedLibrary> libraries = libraries();
        List<CircleLink> all = new ArrayList<>();
        for (int i = 0; i < part(Section.CIRCLES).count(); i++) {
            int at = element(Section.CIRCLES, i, PackFormat.CIRCLE_BYTES);
            all.add(new CircleLink(
                    libraries.get(pack.getInt(at)).path(),
                    pack.getLong(at + 8),
                    libraries.get(pack.getInt(at + 4)).path()));
        }
        return all;
    }

    public Map<String, List<String>> settings() {
        Map<String, List<String>> all = new TreeMap<>();
        for (int i = 0; i < part(Section.SETTINGS).count(); i++) {
            int at = element(Section.SETTINGS, i, PackFormat.SETTING_BYTES);
            List<String> values = new ArrayList<>();
            for (int v = 0; v < pack.getInt(at + 12); v++) {
                values.add(text(element(Section.VALUES, pack.getInt(at + 8) + v, PackFormat.TEXT_BYTES)));
            }
            all.put(text(at), List.copyOf(values));
        }
        return all;
    }

    /** The content of a blob. */
    public byte[] blob(int index) {
        int at = element(Section.BLOBS, index, PackFormat.BLOB_BYTES);
        byte[] stored = new byte[Math.toIntExact(pack.getLong(at + 8))];
        pack.get(Math.toIntExact(pack.getLong(at)), stored);
        if (pack.getInt(at + 24) == PackFormat.ENCODING_RAW) {
            return stored;
        }
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(stored), new Inflater(true))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PackedModule module(int index) {
        int at = element(Section.MODULES, index, PackFormat.MODULE_BYTES);
        Map<Integer, Integer> bytecode = new TreeMap<>();
        for (int level = 0; level < PackFormat.LEVELS; level++) {
            int position = level;
            index(at + 44 + level * Integer.BYTES).ifPresent(blob -> bytecode.put(position, blob));
        }
        return new PackedModule(
                text(at),
                text(at + 8),
                text(at + 16),
                text(at + 24),
                ModuleKind.values()[pack.get(at + 32) - 1],
                pack.get(at + 33) != 0,
                index(at + 36),
                index(at + 40),
                Map.copyOf(bytecode));
    }

    private interface NameOf {
        String at(int index);
    }

    private Optional<Integer> find(Section slots, String name, NameOf nameOf) {
        int count = part(slots).count();
        int hash = PackFormat.hash(name.getBytes(StandardCharsets.UTF_8));
        for (int slot = hash & (count - 1); ; slot = (slot + 1) & (count - 1)) {
            int at = element(slots, slot, PackFormat.SLOT_BYTES);
            int index = pack.getInt(at + 4);
            if (index == 0) {
                return Optional.empty();
            }
            if (pack.getInt(at) == hash && nameOf.at(index - 1).equals(name)) {
                return Optional.of(index - 1);
            }
        }
    }

    private Optional<Integer> index(int at) {
        int value = pack.getInt(at);
        return value == PackFormat.NONE ? Optional.empty() : Optional.of(value);
    }

    private String text(int at) {
        byte[] utf8 = new byte[pack.getInt(at + 4)];
        pack.get(element(Section.STRINGS, pack.getInt(at), 1), utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private int element(Section section, int index, int bytes) {
        return Math.toIntExact(part(section).offset() + (long) index * bytes);
    }

    private Part part(Section section) {
        Part part = parts.get(section);
        if (part == null) {
            throw new IllegalStateException("checked when the pack was opened");
        }
        return part;
    }
}
