package dev.jox.model.binary;

import dev.jox.model.JoxException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * Makes an executable of a shared libpython: the library's own ELF file becomes the main program, with jox's runtime, objects
 * of extension modules and the packed resources appended as segments.
 *
 * <p>The loader treats the library's part as it always does, so nothing of libpython is linked again, copied at start or
 * unpacked. What is changed of it:
 *
 * <ul>
 *   <li>its ELF header, which points to the entry and to the section headers at the end;
 *   <li>its first sections, notes and symbol hashes as a rule, which move to the end and leave their place to the program
 *       headers ({@link ElfLayout}), and the entries of the dynamic section that point to them;
 *   <li>its references to its own symbols and thread-local variables, which nothing can take from a main program
 *       ({@link OwnReferences}, {@link OwnThreadLocals});
 *   <li>the tag of its DT_RUNPATH or DT_RPATH. A main program's search path acts for everything that it loads: that of a
 *       library in a distribution's folder would have the loader probe the folders around the executable. The entry becomes
 *       DT_DEBUG, which debuggers look for in main programs.
 * </ul>
 *
 * <p>Everything that is appended lies in the file where it lies in memory: kernels before 5.18 tell the loader that the
 * program headers are at the image's base plus their place in the file.
 */
public final class ElfExecutable {
    private static final byte[] INTERPRETER = "/lib64/ld-linux-x86-64.so.2\0".getBytes(StandardCharsets.US_ASCII);

    /** glibc's own libraries, which are the target machine's. */
    private static final Set<String> LIBC_FAMILY = Set.of(
            "libc.so.6",
            "libm.so.6",
            "libmvec.so.1",
            "libdl.so.2",
            "libpthread.so.0",
            "librt.so.1",
            "libutil.so.1",
            "libresolv.so.2",
            "libanl.so.1",
            "ld-linux-x86-64.so.2");

    private ElfExecutable() {}

    /**
     * What an executable is made of.
     *
     * @param libpython the shared library of a distribution
     * @param runtime jox's runtime with its boot code as a shared library that needs no other
     * @param pack the packed resources
     * @param bound shared objects that are laid into the image for the runtime to use when their modules are imported; the
     *     packed resources refer to them by their numbers
     */
    public record Parts(Path libpython, Path runtime, Path pack, List<Bound> bound) {
        public Parts {
            bound = List.copyOf(bound);
        }
    }

    /**
     * A shared object to lay into the image.
     *
     * @param libraries numbers of those that it needs, directly or not, in the order that symbols are looked for
     */
    public record Bound(Path file, List<Integer> libraries) {
        public Bound {
            libraries = List.copyOf(libraries);
        }
    }

    /**
     * An executable that was made.
     *
     * @param foreignLibraries what libpython needs beyond libc's family: the machine that runs the executable must have it
     * @param packOffset where the packed resources start in the file, in bytes
     * @param size of the file, in bytes
     */
    public record Composed(List<String> foreignLibraries, long packOffset, long size) {
        public Composed {
            foreignLibraries = List.copyOf(foreignLibraries);
        }
    }

    /**
     * Writes an executable. It is neither marked as one nor appears at once: that is the caller's business.
     *
     * @throws JoxException when the library is no shared libpython for x86_64 that can become an executable, or the runtime
     *     needs something that is not there everywhere
     */
    public static Composed compose(Parts parts, Path executable) throws IOException {
        try (ElfFile libpython = open(parts.libpython());
                ElfFile runtime = open(parts.runtime());
                BoundObjects bound = BoundObjects.open(parts.bound(), ElfLayout.boundBase(libpython, runtime));
                FileChannel pack = FileChannel.open(parts.pack(), StandardOpenOption.READ);
                FileChannel out = FileChannel.open(
                        executable,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            checkLibrary(libpython);
            ElfDynamic python = ElfDynamic.of(libpython);
            ElfDynamic boot = ElfDynamic.of(runtime);
            long base = ElfLayout.runtimeBase(libpython, runtime);
            BootTable table = new RuntimeBinder(python, boot, base).bind();
            BoundTables boundTables = new BoundTables(bound.all(), new ElfExports(libpython, python, 0));
            ElfLayout layout = ElfLayout.of(
                    libpython,
                    runtime,
                    new ElfLayout.Sizes(
                            INTERPRETER.length, bound.size(), table.size(), boundTables.size(), pack.size()));

            FileCopies.copy(libpython.bytes().channel(), 0, libpython.bytes().size(), out, 0);
            adapt(libpython, python, layout, out);
            appendLoads(runtime, base, out);
            for (BoundObject object : bound.all()) {
                appendLoads(object.elf(), object.base(), out);
            }
            BootTable.Places places = places(libpython, python, runtime, boot, layout, boundTables);
            FileCopies.write(table.head(places, layout.tables()), out, places.self());
            ByteBuffer headers = headers(layout.segments(libpython, runtime));
            FileCopies.write(headers, out, layout.headers());
            FileCopies.write(ByteBuffer.wrap(INTERPRETER), out, layout.interpreter());
            FileCopies.write(ByteBuffer.wrap(table.tables(layout.tables())), out, layout.tables());
            FileCopies.write(ByteBuffer.wrap(boundTables.encode(layout.boundTables())), out, layout.boundTables());
            FileCopies.copy(pack, 0, pack.size(), out, layout.pack().address());

            ElfSectionTable sections = layout.sections(libpython, runtime);
            long names = layout.pack().address() + layout.pack().size();
            FileCopies.write(sections.bytes(names), out, names);
            ByteBuffer header = libpython.header();
            header.putLong(ElfFile.ENTRY, base + required(boot, "jox_boot_entry"));
            header.putLong(ElfFile.SEGMENTS_OFFSET, layout.headers());
            header.putShort(ElfFile.SEGMENTS_COUNT, (short) (headers.limit() / ElfSegment.SIZE));
            header.putLong(ElfFile.SECTIONS_OFFSET, sections.headers(names));
            header.putShort(ElfFile.SECTIONS_SIZE, (short) ElfSection.SIZE);
            header.putShort(ElfFile.SECTIONS_COUNT, (short) sections.size());
            header.putShort(ElfFile.SECTION_NAMES, (short) sections.nameSection());
            FileCopies.write(header, out, 0);
            return new Composed(foreign(python), layout.pack().address(), out.size());
        }
    }

    private static ElfFile open(Path file) throws IOException {
        ElfFile elf = ElfFile.open(file).orElseThrow(() -> unfit(file, "it is no 64-bit ELF library"));
        if (elf.machine() != ElfFile.X86_64 || elf.segment(ElfSegment.DYNAMIC).isEmpty()) {
            elf.close();
            throw unfit(file, "it is no shared library for x86_64");
        }
        return elf;
    }

    private static void checkLibrary(ElfFile libpython) {
        List<ElfSegment> loads = libpython.loads();
        if (libpython.segment(ElfSegment.INTERP).isPresent()) {
            throw unfit(libpython.bytes().file(), "it is a program");
        }
        if (loads.isEmpty() || loads.get(0).address() != 0 || loads.get(0).offset() != 0) {
            throw unfit(libpython.bytes().file(), "its first segment is not at address 0");
        }
    }

    private static JoxException unfit(Path file, String why) {
        return JoxException.user(
                file + " cannot become an executable: " + why,
                "choose a CPython for x86_64 Linux with a shared libpython in <distribution>");
    }

    private static void adapt(ElfFile libpython, ElfDynamic python, ElfLayout layout, FileChannel out)
            throws IOException {
        for (ElfDynamic.Entry entry : python.entries()) {
            if (entry.tag() == ElfDynamic.RUNPATH || entry.tag() == ElfDynamic.RPATH) {
                FileCopies.write(word(ElfDynamic.DEBUG), out, entry.position());
            } else if (layout.front().isPointedToBy(entry)) {
                FileCopies.write(word(layout.moved(entry.value())), out, entry.position() + Long.BYTES);
            }
        }
        for (ElfPatch patch : OwnReferences.resolve(libpython, python)) {
            FileCopies.write(ByteBuffer.wrap(patch.bytes()), out, patch.position());
        }
        for (ElfPatch patch : OwnThreadLocals.resolve(libpython, python)) {
            FileCopies.write(ByteBuffer.wrap(patch.bytes()), out, patch.position());
        }
        ElfFront front = layout.front();
        if (!front.isEmpty()) {
            FileCopies.write(libpython.bytes().read(front.start(), front.size()), out, layout.frontPlace());
            FileCopies.write(ByteBuffer.allocate((int) front.size()), out, front.start());
        }
    }

    private static ByteBuffer word(long value) {
        return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value);
    }

    private static BootTable.Places places(
            ElfFile libpython,
            ElfDynamic python,
            ElfFile runtime,
            ElfDynamic boot,
            ElfLayout layout,
            BoundTables boundTables)
            throws IOException {
        return new BootTable.Places(
                layout.runtimeBase() + required(boot, "jox_boot_table"),
                python.slotOf("dlsym").orElseThrow(() -> unfit(libpython.bytes().file(), "it does not use dlsym")),
                layout.relocatedOnly(runtime),
                python.value(ElfDynamic.INIT).orElse(0),
                new BootTable.Part(
                        python.value(ElfDynamic.INIT_ARRAY).orElse(0),
                        python.value(ElfDynamic.INIT_ARRAY_SIZE).orElse(0)),
                layout.pack(),
                new BootTable.Part(layout.boundTables(), boundTables.count()));
    }

    private static long required(ElfDynamic runtime, String symbol) throws IOException {
        return runtime.exports().stream()
                .filter(s -> s.name().equals(symbol))
                .mapToLong(ElfSymbol::value)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("jox's runtime does not export " + symbol));
    }

    private static ByteBuffer headers(List<ElfSegment> segments) {
        ByteBuffer table =
                ByteBuffer.allocate(segments.size() * ElfSegment.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        segments.forEach(segment -> segment.write(table));
        return table.flip();
    }

    private static List<String> foreign(ElfDynamic python) {
        return python.texts(ElfDynamic.NEEDED).stream()
                .filter(name -> !LIBC_FAMILY.contains(name))
                .toList();
    }

    private static void appendLoads(ElfFile elf, long base, FileChannel out) throws IOException {
        for (ElfSegment load : elf.loads()) {
            FileCopies.copy(elf.bytes().channel(), load.offset(), load.fileSize(), out, base + load.address());
        }
    }
}
