package dev.jox.model.pack;

import dev.jox.model.ModuleName;
import dev.jox.model.pack.PackFormat.Section;
import dev.jox.model.pack.PackReader.ModuleKind;
import dev.jox.model.plan.Location;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import dev.jox.model.plan.Planned.PlannedBoundLibrary;
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import dev.jox.model.plan.Planned.PlannedExtension;
import dev.jox.model.plan.Planned.PlannedFile;
import dev.jox.model.plan.Planned.PlannedLibrary;
import dev.jox.model.plan.Planned.PlannedModule;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a plan and settings in the packed-resources format. The same plan and settings give the same bytes.
 *
 * <p>What the plan puts beside the executable is not written: such modules have only their bytecode here, libraries and
 * files only their entry.
 */
public final class PackWriter {
    private final StringTable strings = new StringTable();
    private final BlobTable blobs = new BlobTable();
    private final ModuleTable modules = new ModuleTable();
    private final NodeTree nodes = new NodeTree(blobs);
    private final LibraryTable libraries = new LibraryTable(blobs);
    private final List<String> paths = new ArrayList<>();
    private final Map<String, Integer> boundObjects = new HashMap<>();
    private final Map<ModuleName, Integer> codeOfBuiltIns = new HashMap<>();

    private PackWriter() {}

    /**
     * Writes the file; it appears whole or not at all.
     *
     * @return its size in bytes
     * @throws IOException also when a collected file is not what it was
     * @throws IllegalArgumentException when the plan contradicts itself
     */
    public static long write(Path file, Plan plan, PackSettings settings) throws IOException {
        return write(file, plan, settings, List.of());
    }

    /**
     * Writes the file as {@link #write(Path, Plan, PackSettings)} does.
     *
     * @param payloads shared objects that hold the code of built-in modules of the plan
     */
    public static long write(Path file, Plan plan, PackSettings settings, List<Payload> payloads) throws IOException {
        return write(file, plan, settings, payloads, List.of());
    }

    /**
     * Writes the file as {@link #write(Path, Plan, PackSettings)} does.
     *
     * @param payloads shared objects that hold the code of built-in modules of the plan
     * @param circles where the plan's shared objects in memory get to know where others are
     */
    public static long write(
            Path file, Plan plan, PackSettings settings, List<Payload> payloads, List<CircleLink> circles)
            throws IOException {
        PackWriter writer = new PackWriter();
        List<Plan.BoundObject> bound = plan.boundObjects();
        for (int number = 0; number < bound.size(); number++) {
            writer.boundObjects.put(bound.get(number).path(), number);
        }
        payloads.forEach(writer::addPayload);
        plan.entries().forEach(writer::add);
        circles.forEach(writer.libraries::addCircle);
        writer.modules.addNamespaces(writer.paths);
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, file.getFileName() + ".", ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16)) {
                writer.writeTo(out, settings, temporary.resolveSibling(temporary.getFileName() + ".contents"));
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return Files.size(file);
    }

    private void add(Planned planned) {
        Optional<String> place = planned.location() instanceof Location.FilesystemRelative beside
                ? Optional.of(beside.place(planned.path()))
                : Optional.empty();
        if (planned instanceof PlannedModule module) {
            addModule(module, place);
        } else if (planned instanceof PlannedExtension extension) {
            addExtension(extension, place);
        } else if (planned instanceof PlannedBuiltIn builtIn) {
            addBuiltIn(builtIn);
        } else if (planned instanceof PlannedLibrary library) {
            libraries.add(
                    library.soname(),
                    library.path(),
                    place,
                    library.content(),
                    library.staticTls(),
                    false,
                    library.libraries());
            nodes.addFile(library.path(), place, library.content(), true);
            paths.add(library.path());
        } else if (planned instanceof PlannedBoundLibrary library) {
            libraries.add(
                    library.soname(), library.path(), place, library.content(), false, false, library.libraries());
            nodes.addFile(library.path(), place, library.content(), true);
            paths.add(library.path());
        } else if (planned instanceof PlannedFile file) {
            nodes.addFile(file.path(), place, file.content(), file.executable());
            paths.add(file.path());
        }
    }

    private void addModule(PlannedModule module, Optional<String> place) {
        if (module.source().isEmpty() && module.bytecode().isEmpty()) {
            throw new IllegalArgumentException(module.path() + " has neither source nor bytecode");
        }
        int source = place.isPresent()
                ? PackFormat.NONE
                : module.source().map(blobs::add).orElse(PackFormat.NONE);
        int[] bytecode = ModuleTable.Entry.noBytecode();
        for (int level = 0; level < PackFormat.LEVELS; level++) {
            if (module.bytecode().containsKey(level)) {
                bytecode[level] = blobs.add(module.bytecode().get(level));
            }
        }
        modules.add(new ModuleTable.Entry(
                module.name().dotted(),
                module.path(),
                place.orElse(""),
                "",
                ModuleKind.PYTHON,
                module.isPackage(),
                PackFormat.NONE,
                source,
                bytecode));
        module.source().ifPresent(content -> nodes.addFile(module.path(), place, content, false));
    }

    private void addExtension(PlannedExtension extension, Optional<String> place) {
        String soname = extension.path().substring(extension.path().lastIndexOf('/') + 1);
        int library = libraries.add(
                soname,
                extension.path(),
                place,
                extension.content(),
                extension.staticTls(),
                true,
                extension.libraries());
        modules.add(new ModuleTable.Entry(
                extension.name().dotted(),
                extension.path(),
                place.orElse(""),
                "",
                ModuleKind.EXTENSION,
                extension.isPackage(),
                library,
                PackFormat.NONE,
                ModuleTable.Entry.noBytecode()));
        nodes.addFile(extension.path(), place, extension.content(), true);
    }

    private void addPayload(Payload payload) {
        int library = libraries.add(
                payload.path().substring(payload.path().lastIndexOf('/') + 1),
                payload.path(),
                payload.place(),
                payload.content(),
                payload.staticTls(),
                true,
                payload.libraries());
        payload.modules().forEach(module -> codeOfBuiltIns.put(module, library));
    }

    private void addBuiltIn(PlannedBuiltIn builtIn) {
        Integer number = boundObjects.get(builtIn.path());
        int library = number != null
                ? libraries.addBound(builtIn.path(), number)
                : codeOfBuiltIns.getOrDefault(builtIn.name(), PackFormat.NONE);
        modules.add(new ModuleTable.Entry(
                builtIn.name().dotted(),
                builtIn.isPackage() ? builtIn.name().path() : "",
                "",
                builtIn.initFunction(),
                ModuleKind.BUILT_IN,
                builtIn.isPackage(),
                library,
                PackFormat.NONE,
                ModuleTable.Entry.noBytecode()));
    }

    private void writeTo(OutputStream out, PackSettings settings, Path temporary) throws IOException {
        List<String> names = modules.names();
        NodeTree.Encoded tree = nodes.encode(strings);
        LibraryTable.Encoded objects = libraries.encode(strings);
        SettingTable keyed = SettingTable.of(settings, strings);
        byte[] moduleElements = modules.encode(strings);
        SectionLayout layout = new SectionLayout(List.of(
                new SectionLayout.Part(Section.STRINGS, strings.toBytes(), 1),
                new SectionLayout.Part(Section.BLOBS, blobs.newTable(), PackFormat.BLOB_BYTES),
                new SectionLayout.Part(Section.MODULES, moduleElements, PackFormat.MODULE_BYTES),
                new SectionLayout.Part(Section.MODULE_SLOTS, SlotTable.of(names), PackFormat.SLOT_BYTES),
                new SectionLayout.Part(Section.NODES, tree.elements(), PackFormat.NODE_BYTES),
                new SectionLayout.Part(Section.NODE_SLOTS, SlotTable.of(tree.paths()), PackFormat.SLOT_BYTES),
                new SectionLayout.Part(Section.LIBRARIES, objects.elements(), PackFormat.LIBRARY_BYTES),
                new SectionLayout.Part(Section.NEEDS, objects.needs(), Integer.BYTES),
                new SectionLayout.Part(Section.SETTINGS, keyed.elements(), PackFormat.SETTING_BYTES),
                new SectionLayout.Part(Section.VALUES, keyed.values(), PackFormat.TEXT_BYTES),
                new SectionLayout.Part(Section.BUILT_INS, modules.builtInsInLibraries(), Integer.BYTES),
                new SectionLayout.Part(Section.CIRCLES, libraries.circles(), PackFormat.CIRCLE_BYTES)));
        try (StoredContents contents = StoredContents.of(blobs.contents(), settings.compression(), temporary)) {
            contents.fillTable(layout.part(Section.BLOBS), layout.contentsOffset());
            layout.write(out, contents.size());
            contents.writeTo(out);
        }
    }
}
