package dev.jox.model.binary;

import dev.jox.model.JoxException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where things lie in an executable that is made of a shared libpython. From the start of the file: libpython, with the
 * executable's program headers behind its ELF header; the runtime's segments; the bound objects, which are one segment; a
 * read-only segment with those sections of libpython that made room for the headers, the loader's name, the boot tables and
 * those of the bound objects; the packed resources in a segment of their
 * own; and what is not loaded, section names and headers. All but libpython's addresses are offsets in the file as well.
 *
 * <p>Where libpython's first sections cannot move, the program headers are at the start of the read-only segment: loaders do
 * not mind, {@code strip} and its like do.
 *
 * @param runtimeBase what to add to the runtime's addresses
 * @param bound the bound objects
 * @param tail the start of the read-only segment
 * @param front the sections of libpython that lie there
 * @param frontPlace where they lie
 * @param headers the program headers
 * @param headerCount how many there are
 * @param interpreter the loader's name
 * @param interpreterSize its size with its NUL, in bytes
 * @param tables the boot tables
 * @param boundTables the tables of the bound objects
 * @param tablesEnd the end of the read-only segment
 * @param pack the packed resources, at the start of a page
 */
record ElfLayout(
        long runtimeBase,
        BootTable.Part bound,
        long tail,
        ElfFront front,
        long frontPlace,
        long headers,
        int headerCount,
        long interpreter,
        int interpreterSize,
        long tables,
        long boundTables,
        long tablesEnd,
        BootTable.Part pack) {
    private static final long PAGE = 4096;
    /** No section that can move wants more. */
    private static final long FRONT_ALIGNMENT = 64;
    /** PT_PHDR, PT_INTERP, the read-only segment, the one of the packed resources. */
    private static final int OWN_SEGMENTS = 4;

    /** Where the runtime goes: behind libpython's file and behind its memory. */
    static long runtimeBase(ElfFile libpython, ElfFile runtime) {
        long alignment =
                runtime.loads().stream().mapToLong(ElfSegment::alignment).reduce(PAGE, Math::max);
        return align(Math.max(libpython.bytes().size(), end(libpython)), alignment);
    }

    /** Where the first bound object goes. */
    static long boundBase(ElfFile libpython, ElfFile runtime) {
        return align(runtimeBase(libpython, runtime) + end(runtime), PAGE);
    }

    /**
     * Sizes of what an executable is made of beside libpython and the runtime.
     *
     * @param bound of the bound objects, in whole pages
     */
    record Sizes(int interpreter, long bound, int bootTables, long boundTables, long pack) {}

    /** Lays an executable out. */
    static ElfLayout of(ElfFile libpython, ElfFile runtime, Sizes sizes) throws IOException {
        int count = libpython.segments().size() + runtime.loads().size() + OWN_SEGMENTS + (sizes.bound() > 0 ? 1 : 0);
        long headersSize = (long) count * ElfSegment.SIZE;
        long runtimeBase = runtimeBase(libpython, runtime);
        BootTable.Part bound = new BootTable.Part(boundBase(libpython, runtime), sizes.bound());
        long tail = bound.address() + bound.size();
        ElfFront front = ElfFront.before(libpython, ElfFile.HEADER_SIZE + headersSize);
        long frontPlace = tail + front.start() % FRONT_ALIGNMENT;
        long headers = front.isEmpty() ? tail : ElfFile.HEADER_SIZE;
        long interpreter = front.isEmpty() ? tail + headersSize : frontPlace + front.size();
        long tables = align(interpreter + sizes.interpreter(), Long.BYTES);
        long boundTables = align(tables + sizes.bootTables(), Long.BYTES);
        long tablesEnd = boundTables + sizes.boundTables();
        return new ElfLayout(
                runtimeBase,
                bound,
                tail,
                front,
                frontPlace,
                headers,
                count,
                interpreter,
                sizes.interpreter(),
                tables,
                boundTables,
                tablesEnd,
                new BootTable.Part(align(tablesEnd, PAGE), sizes.pack()));
    }

    /** Where something of libpython that can move lies in the executable. */
    long moved(long address) {
        return front.contains(address) ? address - front.start() + frontPlace : address;
    }

    /**
     * The executable's program headers. PT_PHDR and PT_INTERP come first, PT_LOADs in the order of their addresses (gABI,
     * "Program Header"). The runtime's zeros are in the file: old kernels clear memory after the last segment only.
     *
     * <p>The bound objects are one segment, however many they are: each costs nothing at start. It is one that can be run from,
     * since making pages executable later is what hardened systems refuse (systemd's MemoryDenyWriteExecute); the runtime
     * takes that right from their data when it uses an object.
     */
    List<ElfSegment> segments(ElfFile libpython, ElfFile runtime) {
        long headersSize = (long) headerCount * ElfSegment.SIZE;
        List<ElfSegment> segments = new ArrayList<>();
        segments.add(ElfSegment.at(ElfSegment.PHDR, ElfSegment.READ, headers, headersSize, Long.BYTES));
        segments.add(ElfSegment.at(ElfSegment.INTERP, ElfSegment.READ, interpreter, interpreterSize, 1));
        segments.addAll(libpython.loads());
        segments.addAll(runtimeLoads(runtime));
        if (bound.size() > 0) {
            int flags = ElfSegment.READ | ElfSegment.EXECUTE;
            segments.add(ElfSegment.at(ElfSegment.LOAD, flags, bound.address(), bound.size(), PAGE));
        }
        segments.add(ElfSegment.at(ElfSegment.LOAD, ElfSegment.READ, tail, tablesEnd - tail, PAGE));
        segments.add(ElfSegment.at(ElfSegment.LOAD, ElfSegment.READ, pack.address(), pack.size(), PAGE));
        for (ElfSegment segment : libpython.segments()) {
            if (segment.type() != ElfSegment.LOAD) {
                segments.add(front.contains(segment.address()) ? segment.movedTo(moved(segment.address())) : segment);
            }
        }
        return segments;
    }

    /**
     * The runtime's segments as the executable has them.
     *
     * @throws JoxException when two of them share a page, which can have one protection only
     */
    List<ElfSegment> runtimeLoads(ElfFile runtime) {
        List<ElfSegment> moved = new ArrayList<>();
        long free = runtimeBase;
        for (ElfSegment load : runtime.loads()) {
            long address = runtimeBase + load.address();
            if (address < free) {
                throw JoxException.environment(
                        "the C compiler made jox's runtime with segments that share a page",
                        "choose another compiler by <toolchain>zig</toolchain> (-Djox.toolchain=zig)");
            }
            moved.add(ElfSegment.at(ElfSegment.LOAD, load.flags(), address, load.memorySize(), PAGE));
            free = align(address + load.memorySize(), PAGE);
        }
        return moved;
    }

    /** The pages of the runtime that only relocation writes to; as loaders do, without the last one where others use it. */
    BootTable.Part relocatedOnly(ElfFile runtime) {
        long start =
                runtime.segment(ElfSegment.GNU_RELRO).map(ElfSegment::address).orElse(0L);
        long end = runtime.segment(ElfSegment.GNU_RELRO).map(ElfSegment::end).orElse(0L);
        long first = (runtimeBase + start) & -PAGE;
        return new BootTable.Part(first, Math.max(0, ((runtimeBase + end) & -PAGE) - first));
    }

    /** The executable's section headers. */
    ElfSectionTable sections(ElfFile libpython, ElfFile runtime) throws IOException {
        ElfSectionTable sections = ElfSectionTable.of(libpython, section -> {
            boolean moves = (section.flags() & ElfSection.ALLOC) != 0 && front.contains(section.address());
            return moves ? section.movedTo(moved(section.address())) : section;
        });
        for (ElfSegment load : runtimeLoads(runtime)) {
            if ((load.flags() & ElfSegment.EXECUTE) != 0) {
                sections.add(".jox.text", ElfSection.EXECUTE, load.address(), load.memorySize(), Long.BYTES);
            } else if ((load.flags() & ElfSegment.WRITE) != 0) {
                sections.add(".jox.data", ElfSection.WRITE, load.address(), load.memorySize(), Long.BYTES);
            } else {
                sections.add(".jox.rodata", 0, load.address(), load.memorySize(), Long.BYTES);
            }
        }
        if (bound.size() > 0) {
            sections.add(".jox.bound", ElfSection.EXECUTE, bound.address(), bound.size(), PAGE);
        }
        sections.add(".interp", 0, interpreter, interpreterSize, 1);
        sections.add(".jox.boot", 0, tables, tablesEnd - tables, Long.BYTES);
        sections.add(".jox.pack", 0, pack.address(), pack.size(), Long.BYTES);
        return sections;
    }

    static long align(long value, long alignment) {
        return Math.addExact(value, alignment - 1) & -alignment;
    }

    private static long end(ElfFile file) {
        return file.loads().stream().mapToLong(ElfSegment::end).max().orElse(0);
    }
}
