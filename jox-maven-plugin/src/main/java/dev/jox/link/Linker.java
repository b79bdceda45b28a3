package dev.jox.link;

import dev.jox.fetch.Cache;
import dev.jox.model.JoxException;
import dev.jox.model.distribution.Libpython;
import dev.jox.model.distribution.Libpython.SharedElf;
import dev.jox.model.distribution.Libpython.StaticArchive;
import dev.jox.model.distribution.Libpython.WindowsDll;
import dev.jox.model.pack.PackWriter;
import dev.jox.model.pack.Payload;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Turns a plan into an executable and the files beside it. */
public final class Linker {
    private final RuntimeCompiler compiler;
    private final NamedBinaries binaries;
    private final Cache cache;
    private final Consumer<String> detail;
    private final ProgramLinker programs;
    private final Payloads payloads;

    /**
     * @param cache where the compiled runtime, linked programs and changed libraries are kept
     * @param detail gets the commands that are run and what they print
     */
    public Linker(Cache cache, Consumer<String> detail) {
        this.cache = cache;
        this.detail = detail;
        this.compiler = new RuntimeCompiler(cache, detail);
        this.binaries = new NamedBinaries(cache);
        this.programs = new ProgramLinker(cache, detail);
        this.payloads = new Payloads(cache, detail);
    }

    /**
     * Makes the executable. It appears whole or not at all; files beside it are there before it is, and those that an earlier
     * plan placed there and this one does not are gone afterwards.
     *
     * @throws JoxException when the distribution cannot be linked, or the compiler fails
     */
    public Linked link(LinkRequest request) {
        try {
            ExecutableName.check(request);
            Path folder =
                    Objects.requireNonNull(request.executable().toAbsolutePath().getParent());
            Files.createDirectories(folder);
            Files.createDirectories(request.workFolder());
            Path pack = request.workFolder().resolve("pack");
            NamedBinaries.Named named = binaries.of(request.plan());
            List<Payload> code = payloads.of(request);
            long packSize = PackWriter.write(pack, named.plan(), request.settings(), code, named.circles());
            PlacedFiles placed = new PlacedFiles(request.workFolder(), folder);
            List<Path> beside = placed.place(named.plan(), code);
            List<String> warnings;
            Path temporary = Files.createTempFile(folder, request.executable().getFileName() + ".", ".tmp");
            try {
                warnings = linkerOf(request.distribution().libpython()).link(request, pack, temporary);
                makeExecutable(temporary);
                Files.move(
                        temporary,
                        request.executable(),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
            Files.delete(pack);
            placed.removeStale();
            return new Linked(
                    request.executable(),
                    Files.size(request.executable()),
                    packSize,
                    beside,
                    new CodeSizes(cache, detail).of(request),
                    warnings);
        } catch (FileAlreadyExistsException e) {
            throw JoxException.user(
                    e.getFile() + " is in the way: files beside " + request.executable()
                            + " go into a folder of that name",
                    "if it is another executable of the project, give it another name by <executable>, or name another folder"
                            + " in <policy>; else remove it",
                    e);
        } catch (IOException e) {
            throw JoxException.environment(
                    "cannot write the executable " + request.executable() + ": " + e,
                    "check that its folder can be written and has space left",
                    e);
        }
    }

    private ImageLinker linkerOf(Libpython libpython) {
        if (libpython instanceof SharedElf shared) {
            return new SharedElfLinker(shared, compiler);
        } else if (libpython instanceof StaticArchive) {
            return new StaticLinker(compiler, programs, cache, detail);
        } else if (libpython instanceof WindowsDll dll) {
            return new WindowsDllLinker(dll, compiler, programs);
        }
        throw new IllegalStateException("no such libpython: " + libpython);
    }

    private static void makeExecutable(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
