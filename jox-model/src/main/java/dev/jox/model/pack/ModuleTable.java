package dev.jox.model.pack;

import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The modules of a pack by name, the one that CPython would import where several have the same. */
final class ModuleTable {
    /**
     * A module's element.
     *
     * @param library index of the shared object that has its code, or NONE
     * @param source blob, or NONE
     * @param bytecode blobs by level, NONE where there is none
     */
    record Entry(
            String name,
            String path,
            String place,
            String init,
            PackReader.ModuleKind kind,
            boolean isPackage,
            int library,
            int source,
            int[] bytecode) {

        static Entry namespace(String name) {
            return new Entry(
                    name,
                    name.replace('.', '/'),
                    "",
                    "",
                    PackReader.ModuleKind.NAMESPACE,
                    true,
                    PackFormat.NONE,
                    PackFormat.NONE,
                    noBytecode());
        }

        static int[] noBytecode() {
            int[] none = new int[PackFormat.LEVELS];
            Arrays.fill(none, PackFormat.NONE);
            return none;
        }

        /** Lower is preferred: as {@code FileFinder} does, a package before a module, an extension before Python. */
        int rank() {
            int kindRank = switch (kind) {
                case BUILT_IN -> 0;
                case EXTENSION -> 1;
                case PYTHON -> source == PackFormat.NONE ? 3 : 2;
                case NAMESPACE -> 10;
            };
            return kindRank + (isPackage || kind == PackReader.ModuleKind.BUILT_IN ? 0 : 4);
        }
    }

    private final Map<byte[], Entry> entries = new TreeMap<>(Arrays::compareUnsigned);

    void add(Entry entry) {
        entries.merge(
                entry.name.getBytes(StandardCharsets.UTF_8),
                entry,
                (first, second) -> second.rank() < first.rank() ? second : first);
    }

    /**
     * Adds the packages that are only folders: those that modules are in, and those inside of packages that hold nothing but
     * files, since {@code importlib.resources} reaches files through them.
     *
     * @param paths of all files
     */
    void addNamespaces(List<String> paths) {
        Set<String> tops = new HashSet<>();
        for (Entry entry : List.copyOf(entries.values())) {
            ModuleName name = new ModuleName(entry.name);
            tops.add(name.top());
            name.parent().ifPresent(this::addNamespace);
        }
        for (String path : paths) {
            int slash = path.lastIndexOf('/');
            String folder = slash < 0 ? "" : path.substring(0, slash);
            if (slash > 0 && folder.indexOf('.') < 0 && tops.contains(folder.split("/", 2)[0])) {
                addNamespace(new ModuleName(folder.replace('/', '.')));
            }
        }
    }

    private void addNamespace(ModuleName name) {
        if (!entries.containsKey(name.dotted().getBytes(StandardCharsets.UTF_8))) {
            add(Entry.namespace(name.dotted()));
        }
        name.parent().ifPresent(this::addNamespace);
    }

    List<String> names() {
        return entries.values().stream().map(Entry::name).toList();
    }

    /** Positions of the built-in modules whose code is in a library. */
    byte[] builtInsInLibraries() {
        List<Entry> all = List.copyOf(entries.values());
        ByteBuffer out = ByteBuffer.allocate(all.size() * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int index = 0; index < all.size(); index++) {
            Entry entry = all.get(index);
            if (entry.kind == PackReader.ModuleKind.BUILT_IN && entry.library != PackFormat.NONE) {
                out.putInt(index);
            }
        }
        int count = out.position() / Integer.BYTES;
        if (count > PackFormat.MOST_BUILT_INS) {
            throw JoxException.user(
                    count
                            + " built-in extension modules have code of their own, but an executable can have no more than "
                            + PackFormat.MOST_BUILT_INS,
                    "Let some be standalone by rules with <extension>standalone</extension> in <policy>.");
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    byte[] encode(StringTable strings) {
        ByteBuffer out =
                ByteBuffer.allocate(entries.size() * PackFormat.MODULE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (Entry entry : entries.values()) {
            strings.put(out, entry.name);
            strings.put(out, entry.path);
            strings.put(out, entry.place);
            strings.put(out, entry.init);
            out.put((byte) entry.kind.id())
                    .put((byte) (entry.isPackage ? 1 : 0))
                    .putShort((short) 0);
            out.putInt(entry.library).putInt(entry.source);
            for (int blob : entry.bytecode) {
                out.putInt(blob);
            }
        }
        return out.array();
    }
}
