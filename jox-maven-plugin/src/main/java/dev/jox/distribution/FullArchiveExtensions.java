package dev.jox.distribution;

import dev.jox.model.ModuleName;
import dev.jox.model.distribution.PythonJson;
import dev.jox.model.distribution.StandardExtension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The extension modules that a PYTHON.json lists. */
final class FullArchiveExtensions {
    private final PythonJson json;
    private final FullArchiveFiles files;
    private final Optional<SymbolCheck> symbols;
    private final ExtensionTable table = new ExtensionTable();

    /** @param symbols the check of the objects' symbols, where they can be linked */
    FullArchiveExtensions(PythonJson json, FullArchiveFiles files, Optional<SymbolCheck> symbols) {
        this.json = json;
        this.files = files;
        this.symbols = symbols;
    }

    /** All variants of all modules, in the order of names and of the file. */
    List<StandardExtension> all() throws IOException {
        List<StandardExtension> all = new ArrayList<>();
        for (Map.Entry<String, List<PythonJson.Extension>> entry :
                json.extensions().entrySet()) {
            for (PythonJson.Extension extension : entry.getValue()) {
                Optional<String> defect = symbols.isPresent() ? symbols.get().of(extension) : Optional.empty();
                all.add(extension(new ModuleName(entry.getKey()), extension, defect));
            }
        }
        all.sort(Comparator.comparing(StandardExtension::name));
        return all;
    }

    private StandardExtension extension(ModuleName name, PythonJson.Extension extension, Optional<String> defect) {
        List<String> links =
                extension.links().stream().map(PythonJson.Link::name).toList();
        ExtensionTable.Knowledge knowledge = table.ofLinks(extension.links().stream()
                .filter(link -> !isOfWindows(link))
                .map(PythonJson.Link::name)
                .toList());
        Set<String> licenses = new TreeSet<>(extension.licenses().orElse(knowledge.licenses()));
        return new StandardExtension(
                name,
                extension.variant(),
                extension.sharedLibrary().map(files::get),
                extension.initFunction().orElse(""),
                symbols.isEmpty() ? List.of() : files.all(extension.objects()),
                links,
                List.copyOf(licenses),
                extension.licensePaths().stream().map(files::get).toList(),
                extension.licenses().isPresent() ? table.isCopyleft(licenses) : knowledge.copyleft(),
                extension.required(),
                defect);
    }

    /** The libraries of Windows' own DLLs come under no licence that has anything to say of what is linked with them. */
    private boolean isOfWindows(PythonJson.Link link) {
        return link.system() && json.targetTriple().contains("-windows-");
    }
}
