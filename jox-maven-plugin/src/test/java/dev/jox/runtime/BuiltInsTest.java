package dev.jox.runtime;

import dev.jox.it.Compiler;
import dev.jox.model.Content;
import dev.jox.model.ModuleName;
import dev.jox.model.pack.PackSettings;
import dev.jox.model.pack.Payload;
import dev.jox.model.pack.Run;
import dev.jox.model.plan.Location;
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import dev.jox.model.resource.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Built-in modules whose code is in a library: for Python they are built-in modules as any others. */
class BuiltInsTest {
    private static final Path SOURCES = Path.of("src/test/python/builtins");
    private static final Origin ORIGIN = new Origin(Origin.Kind.PACKAGE, "kinds", "1");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.jox.testing.DefaultPythons#versions")
    void theCodeIsFetchedAtTheFirstImport(String version) throws IOException {
        Runtimes runtime = Runtimes.of(version);
        List<PlannedBuiltIn> builtIns = Stream.of("_once", "_phases", "fails", "absent")
                .map(BuiltInsTest::builtIn)
                .toList();
        Payload payload = new Payload(
                "kinds.so",
                Content.of(library(runtime)),
                false,
                List.of(),
                builtIns.stream().map(PlannedBuiltIn::name).toList());
        runtime.pack("look", SOURCES, PackSettings.of(new Run.Module(new ModuleName("look"))), builtIns, payload)
                .program()
                .run()
                .succeeds()
                .prints("""
                        it does not want to
                        kinds.so has no function PyInit_absent
                        elsewhere
                        looked
                        """);
    }

    private Path library(Runtimes runtime) throws IOException {
        Path source = folder.resolve("payload.c");
        try (InputStream in = BuiltInsTest.class.getResourceAsStream("payload.c")) {
            Files.copy(in, source);
        }
        return Compiler.library(source, folder.resolve("payload.so"), "-I" + runtime.include());
    }

    private static PlannedBuiltIn builtIn(String leaf) {
        ModuleName name = new ModuleName("kinds." + leaf);
        return new PlannedBuiltIn(
                name.path(),
                ORIGIN,
                Location.IN_MEMORY,
                "",
                name,
                false,
                "PyInit_" + leaf,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
