package dev.jox.model.policy;

import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.Target;
import dev.jox.model.Target.ObjectFormat;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.plan.LoaderNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Names the binaries of a plan so that each name means one of them in the process: the loader asks no further when it has
 * loaded something of a needed name.
 *
 * <p>A library gets the name that it is needed by. Where binaries need it by several, it keeps its own, or gets the first, and
 * those binaries' needs are renamed. Of different libraries with one name all but one get a name with a piece of their digest in
 * it, as tools that repair wheels give them. Where nothing of this is so, no file is changed.
 *
 * <p>DLLs keep their names: they are in every importing file's tables, and Windows' loader goes by the names of files. One that
 * nothing needs, and that is not what another of its name is, can be loaded by its path only: so the importer knows it by another
 * name, which is in no file.
 */
final class LoadNames {
    private static final int DIGEST_PIECE = 8;

    private final boolean changeable;
    private final LibraryGraph graph;
    private final SortedMap<String, Binary> included;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> changedForClash = new HashSet<>();

    private LoadNames(boolean changeable, LibraryGraph graph, SortedMap<String, Binary> included) {
        this.changeable = changeable;
        this.graph = graph;
        this.included = included;
        included.values().forEach(binary -> wanted(binary).ifPresent(name -> names.put(binary.path(), name)));
    }

    /**
     * Names a plan's binaries.
     *
     * @throws JoxException when different DLLs of one name are needed
     */
    static LoadNames of(Target target, LibraryGraph graph, SortedMap<String, Binary> included) {
        LoadNames names = new LoadNames(target.objectFormat() == ObjectFormat.ELF, graph, included);
        SortedSet<String> needed = included.keySet().stream()
                .flatMap(path -> graph.needs(path).values().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (names.changeable) {
            names.separate(needed);
        } else {
            SonameClashes.check(needed, included, graph);
            names.separateDlls(needed);
        }
        return names;
    }

    /** The name that the loader knows a library by; the file's where nothing needs it and it has none. */
    String name(Binary binary) {
        return names.getOrDefault(binary.path(), binary.fileName());
    }

    /**
     * What is changed of a binary's file.
     *
     * @param circle the binaries that it needs in a circle, all in memory
     * @param paths what the search paths of files lack
     */
    LoaderNames changes(Binary binary, Set<String> circle, SearchPaths paths) {
        if (!changeable) {
            return LoaderNames.UNCHANGED;
        }
        Optional<String> soname = Optional.ofNullable(names.get(binary.path()))
                .filter(name -> !binary.image().soname().equals(Optional.of(name)));
        SortedMap<String, String> needed = new TreeMap<>();
        List<String> added = new ArrayList<>();
        SortedMap<String, String> inCircle = new TreeMap<>();
        graph.needs(binary.path()).forEach((need, library) -> {
            Binary serving = Objects.requireNonNull(included.get(library), "the closure has what is needed");
            String name = name(serving);
            if (!binary.image().needed().contains(need)) {
                added.add(name);
            } else if (!name.equals(need)) {
                needed.put(need, name);
            }
            if (circle.contains(library)) {
                inCircle.put(name, library);
            }
        });
        return new LoaderNames(soname, needed, added, inCircle, paths.lacking(binary));
    }

    /** Words on a binary's own name for its reason, with what follows them; empty where it keeps it. */
    String words(Binary binary) {
        String name = names.get(binary.path());
        if (!changeable || name == null || binary.image().soname().equals(Optional.of(name))) {
            return "";
        }
        return "called " + name
                + (changedForClash.contains(binary.path())
                        ? " because another library has its name; "
                        : " as it is needed; ");
    }

    private Optional<String> wanted(Binary binary) {
        SortedSet<String> neededAs = graph.neededAs(binary.path());
        Optional<String> own = binary.image().soname();
        if (neededAs.isEmpty()) {
            return own;
        }
        boolean keeps = !changeable || neededAs.size() > 1 && neededAs.contains(own.orElse(""));
        return own.filter(name -> keeps).or(() -> Optional.of(neededAs.first()));
    }

    private void separate(Set<String> needed) {
        Map<String, List<Binary>> byName = new TreeMap<>();
        names.forEach((path, name) ->
                byName.computeIfAbsent(name, n -> new ArrayList<>()).add(Objects.requireNonNull(included.get(path))));
        byName.forEach((name, binaries) -> {
            if (binaries.stream().anyMatch(binary -> needed.contains(binary.path()))) {
                separate(name, binaries, needed);
            }
        });
    }

    private void separateDlls(Set<String> needed) {
        Map<String, List<Binary>> byName = new TreeMap<>();
        for (Binary binary : included.values()) {
            if (!binary.isExtension()) {
                byName.computeIfAbsent(NativeImage.nameKey(ObjectFormat.COFF, name(binary)), n -> new ArrayList<>())
                        .add(binary);
            }
        }
        byName.forEach((name, binaries) -> separate(name, binaries, needed));
    }

    private void separate(String name, List<Binary> binaries, Set<String> needed) {
        Binary keeps = binaries.stream()
                .min(Comparator.comparing((Binary binary) -> !needed.contains(binary.path()))
                        .thenComparing(binary -> binary.resource().origin().kind())
                        .thenComparing(Binary::path))
                .orElseThrow();
        Sha256 content = keeps.resource().content().sha256();
        for (Binary binary : binaries) {
            Sha256 other = binary.resource().content().sha256();
            if (!other.equals(content)) {
                names.put(binary.path(), unique(name, other));
                changedForClash.add(binary.path());
            }
        }
    }

    /** {@code libz-0123abcd.so.1} for {@code libz.so.1}, {@code zlib1-0123abcd.dll} for {@code zlib1.dll}. */
    private static String unique(String name, Sha256 content) {
        int end = Math.max(name.indexOf(".so"), name.lastIndexOf(".dll"));
        int at = end < 0 ? name.length() : end;
        return name.substring(0, at) + "-" + content.hex().substring(0, DIGEST_PIECE) + name.substring(at);
    }
}
