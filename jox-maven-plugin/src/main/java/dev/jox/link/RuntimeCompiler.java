package dev.jox.link;

import dev.jox.fetch.Cache;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.Target.ObjectFormat;
import dev.jox.model.distribution.Distribution;
import dev.jox.process.Folders;
import dev.jox.process.Outcome;
import dev.jox.process.Processes;
import dev.jox.toolchain.Toolchain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Compiles the C runtime against a distribution's headers, once for each set of sources, toolchain and distribution. What
 * comes out runs with every glibc that libpython runs with: see {@link dev.jox.model.binary.ElfExecutable}.
 */
public final class RuntimeCompiler {
    /** The library that an executable made of a shared libpython gets. */
    static final String LIBRARY = "runtime.so";

    /**
     * How the runtime is compiled. Checks that call into newer C libraries are left out; {@code pyconfig.h} comes first
     * because it says which of the C library's functions are wanted.
     */
    private static final List<String> FLAGS = List.of(
            "-std=gnu11",
            "-O2",
            "-Wall",
            "-Wextra",
            "-DNDEBUG",
            "-fvisibility=hidden",
            "-fno-stack-protector",
            "-U_FORTIFY_SOURCE",
            "-include",
            "pyconfig.h");

    /** What is of use for one format of objects only: Windows needs the tables that ELF is better without. */
    private static final Map<ObjectFormat, List<String>> FORMAT_FLAGS = Map.of(
            ObjectFormat.ELF, List.of("-fPIC", "-fno-plt", "-fno-asynchronous-unwind-tables"),
            ObjectFormat.COFF, List.of());

    private static final List<String> LINK_FLAGS = List.of("-shared", "-nostdlib", "-Wl,-z,relro,-z,now");

    private final Cache cache;
    private final Consumer<String> detail;

    /**
     * @param detail gets the commands that are run and what they print
     */
    public RuntimeCompiler(Cache cache, Consumer<String> detail) {
        this.cache = cache;
        this.detail = detail;
    }

    /** How the runtime comes to be in an executable. */
    enum Way {
        /** As a library that is appended to a shared libpython, with the code that starts that. */
        APPENDED("boot"),
        /** As objects of a launcher that loads the DLL that libpython is. */
        WITH_DLL("dll", "pe"),
        /** As objects of a link with libpython. */
        LINKED("linked", "pe"),
        /** As objects of a static link with libpython, which has no dynamic linker. */
        LINKED_STATICALLY("linked", "static", "pe");

        private final Set<String> folders;

        Way(String... folders) {
            this.folders = Set.of(folders);
        }
    }

    /**
     * The runtime's object files for a link with libpython.
     *
     * @return in the order of their names
     */
    List<Path> objects(Toolchain toolchain, Distribution distribution, Way way) throws IOException {
        try (Stream<Path> files = Files.list(compile(toolchain, distribution, way))) {
            return files.sorted().toList();
        }
    }

    /** The runtime with its boot code as a shared library that needs no other, for a shared libpython. */
    Path library(Toolchain toolchain, Distribution distribution) {
        return compile(toolchain, distribution, Way.APPENDED).resolve(LIBRARY);
    }

    private Path compile(Toolchain toolchain, Distribution distribution, Way way) {
        try {
            NativeSources sources = NativeSources.load();
            Sha256 key = Sha256.of(String.join(
                    "\n",
                    "runtime 2",
                    sources.digest().hex(),
                    toolchain.digest().hex(),
                    distribution.digest().hex(),
                    way.name(),
                    String.join(" ", FLAGS),
                    String.join(" ", formatFlags(toolchain)),
                    String.join(" ", LINK_FLAGS)));
            return cache.entry(
                    "runtimes",
                    key,
                    target -> compile(sources, new Job(toolchain, distribution.include(), target), way));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> formatFlags(Toolchain toolchain) {
        return Objects.requireNonNull(FORMAT_FLAGS.get(toolchain.target().objectFormat()));
    }

    private record Job(Toolchain toolchain, Path include, Path target) {}

    private void compile(NativeSources sources, Job job, Way way) throws IOException {
        Path folder = Files.createTempDirectory("jox-runtime");
        try {
            sources.writeTo(folder);
            List<String> units = sources.units(job.toolchain().target().isWindows(), way.folders);
            compileAll(units, folder, job);
            if (way == Way.APPENDED) {
                link(job);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private void compileAll(List<String> units, Path folder, Job job) {
        ExecutorService pool = Executors.newFixedThreadPool(
                Math.max(1, Math.min(units.size(), Runtime.getRuntime().availableProcessors())));
        try {
            List<CompletableFuture<Void>> all = units.stream()
                    .map(unit -> CompletableFuture.runAsync(() -> compileOne(unit, folder, job), pool))
                    .toList();
            all.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof JoxException problem ? problem : e;
        } finally {
            pool.shutdownNow();
        }
    }

    private void compileOne(String unit, Path folder, Job job) {
        List<String> arguments = new ArrayList<>(FLAGS);
        arguments.addAll(formatFlags(job.toolchain()));
        arguments.addAll(List.of(
                "-ffile-prefix-map=" + folder + "=jox",
                "-I" + folder,
                "-I" + job.include(),
                "-c",
                folder.resolve(unit).toString(),
                "-o",
                job.target().resolve(unit.replace('/', '_') + ".o").toString()));
        run(job, arguments, "compile jox's runtime (" + unit + ")");
    }

    private void link(Job job) throws IOException {
        List<String> arguments = new ArrayList<>(LINK_FLAGS);
        arguments.addAll(List.of("-o", job.target().resolve(LIBRARY).toString()));
        try (Stream<Path> files = Files.list(job.target())) {
            files.map(Path::toString)
                    .filter(name -> name.endsWith(".o"))
                    .sorted()
                    .forEach(arguments::add);
        }
        run(job, arguments, "link jox's runtime");
    }

    private void run(Job job, List<String> arguments, String what) {
        Outcome outcome = Processes.run(job.toolchain().compile(arguments), detail);
        if (!outcome.succeeded()) {
            throw JoxException.environment(
                    job.toolchain().name() + " cannot " + what + ":" + System.lineSeparator() + outcome.excerpt(),
                    "choose another compiler: <toolchain> (-Djox.toolchain) takes auto, system and zig");
        }
    }
}
