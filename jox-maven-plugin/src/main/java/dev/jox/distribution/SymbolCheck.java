package dev.jox.distribution;

import dev.jox.model.distribution.PythonJson;
import dev.jox.model.object.Closure;
import dev.jox.model.object.LinkFile;
import dev.jox.model.object.LinkFile.Archive;
import dev.jox.model.object.LinkFiles;
import dev.jox.model.object.Missing;
import dev.jox.model.object.ObjectFile;
import dev.jox.model.object.Provider;
import dev.jox.model.object.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks that the object lists of a PYTHON.json close: published ones have been wrong (python-build-standalone's issues 156, 378 and 490).
 * Which symbols libc and the compiler have is not known here, so what is looked for is a symbol that is CPython's by its name, or that some
 * object or library in the archive has while none of those that are listed does.
 */
final class SymbolCheck {
    private static final Pattern PYTHON = Pattern.compile("_?_?Py_?[A-Z].*|PyInit_.*");

    /** Who links chooses the built-in modules and defines it. */
    private static final Provider INITTAB = Provider.of("inittab", Set.of("_PyImport_Inittab"));

    private final FullArchiveFiles files;
    private final Map<Path, LinkFile> read = new HashMap<>();
    private final List<LinkFile> required = new ArrayList<>();
    private final List<LinkFile> core;
    private final Set<String> ours = new HashSet<>();

    SymbolCheck(PythonJson json, FullArchiveFiles files) throws IOException {
        this.files = files;
        for (Path file : linkable(files.root())) {
            symbols(read(file)).forEach(ours::add);
        }
        this.core = new ArrayList<>();
        Set<String> listed = new HashSet<>(json.core().objects());
        json.core().inittabObject().ifPresent(listed::remove);
        for (String object : listed.stream().sorted().toList()) {
            core.add(read(files.get(object)));
        }
        for (List<PythonJson.Extension> variants : json.extensions().values()) {
            if (!variants.isEmpty() && variants.get(0).required()) {
                required.addAll(filesOf(variants.get(0)));
            }
        }
    }

    /** What the core needs and none of its objects has, nor those of the modules that it does not start without. */
    Optional<String> ofCore() {
        List<LinkFile> all = new ArrayList<>(core);
        all.addAll(required);
        return missing(Closure.of(all, List.of(INITTAB, elsewhere())));
    }

    /** What an extension module needs and neither it nor its libraries nor the core have. */
    Optional<String> of(PythonJson.Extension extension) throws IOException {
        List<LinkFile> own = filesOf(extension);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        Set<String> inCore = new HashSet<>();
        Stream.concat(core.stream(), required.stream()).forEach(file -> inCore.addAll(symbols(file)));
        return missing(Closure.of(own, List.of(Provider.of("core", inCore), elsewhere())));
    }

    private Provider elsewhere() {
        return new Provider(
                "libc",
                symbol -> !ours.contains(symbol) && !PYTHON.matcher(symbol).matches());
    }

    private static Optional<String> missing(Closure closure) {
        if (!closure.refused().isEmpty()) {
            LinkFile.Refused refused = closure.refused().get(0);
            return Optional.of(refused.name() + " is " + refused.reason().text());
        }
        List<Missing> missing = closure.missing();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(missing.get(0).symbol() + ", needed by "
                        + missing.get(0).neededBy().get(0) + ", is in none of the files that PYTHON.json lists"
                        + (missing.size() > 1 ? ", nor are " + (missing.size() - 1) + " others" : ""));
    }

    private List<LinkFile> filesOf(PythonJson.Extension extension) throws IOException {
        List<LinkFile> own = new ArrayList<>();
        for (String object : extension.objects()) {
            own.add(read(files.get(object)));
        }
        for (PythonJson.Link link : extension.links()) {
            if (link.pathStatic().isPresent()) {
                own.add(read(files.get(link.pathStatic().get())));
            }
        }
        return own;
    }

    private LinkFile read(Path file) throws IOException {
        LinkFile known = read.get(file);
        if (known == null) {
            known = LinkFiles.read(file);
            read.put(file, known);
        }
        return known;
    }

    private static List<Path> linkable(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> {
                        String name = String.valueOf(f.getFileName());
                        return name.endsWith(".o") || name.endsWith(".obj") || name.endsWith(".a");
                    })
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> symbols(LinkFile file) {
        Set<String> symbols = new HashSet<>();
        if (file instanceof Archive archive) {
            archive.members().forEach(member -> symbols.addAll(symbols(member)));
        } else if (file instanceof ObjectFile object) {
            object.symbols().stream().filter(Symbol::supplies).map(Symbol::name).forEach(symbols::add);
        }
        return symbols;
    }
}
