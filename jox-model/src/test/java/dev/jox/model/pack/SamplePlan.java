package dev.jox.model.pack;

import dev.jox.model.Content;
import dev.jox.model.ModuleName;
import dev.jox.model.Sha256;
import dev.jox.model.plan.LoaderNames;
import dev.jox.model.plan.Location;
import dev.jox.model.plan.Plan;
import dev.jox.model.plan.Planned;
import dev.jox.model.resource.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds plans over small files. */
final class SamplePlan {
    private static final Origin ORIGIN = new Origin(Origin.Kind.APPLICATION, "sample", "1");
    static final Location BESIDE = new Location.FilesystemRelative("lib");

    private final Path folder;
    private final List<Planned> entries = new ArrayList<>();

    SamplePlan(Path folder) {
        this.folder = folder;
    }

    Content content(String text) {
        try {
            Path file = Files.createTempFile(folder, "content", "");
            return Content.of(Files.writeString(file, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SamplePlan module(String name) {
        return module(name, false, Location.IN_MEMORY);
    }

    SamplePlan packageModule(String name) {
        return module(name, true, Location.IN_MEMORY);
    }

    SamplePlan module(String name, boolean isPackage, Location location) {
        ModuleName module = new ModuleName(name);
        entries.add(new Planned.PlannedModule(
                module.path() + (isPackage ? "/__init__.py" : ".py"),
                ORIGIN,
                location,
                "",
                module,
                isPackage,
                Optional.of(content("source of " + name)),
                Map.of(0, content("code of " + name))));
        return this;
    }

    SamplePlan bytecode(String name) {
        ModuleName module = new ModuleName(name);
        entries.add(new Planned.PlannedModule(
                module.path() + ".pyc",
                ORIGIN,
                Location.IN_MEMORY,
                "",
                module,
                false,
                Optional.empty(),
                Map.of(2, content("code of " + name))));
        return this;
    }

    SamplePlan extension(String name, Location location, String... libraries) {
        ModuleName module = new ModuleName(name);
        entries.add(new Planned.PlannedExtension(
                module.path() + ".so",
                ORIGIN,
                location,
                "",
                module,
                false,
                content("object of " + name),
                false,
                List.of(libraries),
                LoaderNames.UNCHANGED));
        return this;
    }

    SamplePlan builtIn(String name) {
        ModuleName module = new ModuleName(name);
        entries.add(new Planned.PlannedBuiltIn(
                module.path() + ".so",
                ORIGIN,
                Location.IN_MEMORY,
                "",
                module,
                false,
                "PyInit_" + module.leaf(),
                Optional.empty(),
                List.of(),
                Optional.empty()));
        return this;
    }

    SamplePlan library(String path, boolean staticTls, String... libraries) {
        entries.add(new Planned.PlannedLibrary(
                path,
                ORIGIN,
                Location.IN_MEMORY,
                "",
                path.substring(path.lastIndexOf('/') + 1),
                content("library " + path),
                staticTls,
                List.of(libraries),
                LoaderNames.UNCHANGED));
        return this;
    }

    SamplePlan file(String path, Location location, String text) {
        entries.add(new Planned.PlannedFile(path, ORIGIN, location, "", content(text), path.endsWith(".sh")));
        return this;
    }

    Plan plan() {
        return new Plan(Sha256.of("sample"), entries, List.of(), List.of(), Optional.empty(), List.of());
    }

    /** Everything that a pack can hold, once. */
    static Plan ofEverything(Path folder) {
        return new SamplePlan(folder)
                .packageModule("pkg")
                .module("pkg.mod")
                .bytecode("pkg.compiled")
                .module("spaced.inner.leaf")
                .module("beside", true, BESIDE)
                .extension("pkg._fast", Location.IN_MEMORY, "pkg.libs/libb.so.1", "pkg.libs/liba.so.1")
                .extension("beside._slow", BESIDE)
                .builtIn("pkg._in")
                .library("pkg.libs/liba.so.1", false, "pkg.libs/libb.so.1")
                .library("pkg.libs/libb.so.1", false)
                .file("pkg/data/one.txt", Location.IN_MEMORY, "one")
                .file("pkg/data/zwei-ü.txt", Location.IN_MEMORY, "two")
                .file("pkg/data/run.sh", Location.IN_MEMORY, "run")
                .file("pkg/data/beside.txt", BESIDE, "beside")
                .file("pkg-1.0.dist-info/METADATA", Location.IN_MEMORY, "Name: pkg")
                .plan();
    }
}
