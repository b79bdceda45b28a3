package dev.jox.model.binary;

import dev.jox.model.JoxException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where things lie in an executable that is made of a shared libpython. From the start of the file: libpython, the
 * runtime's segments, a read-only segment with program headers, the loader's name and the boot tables, the packed resources
 * in a segment of their own, and what is not loaded: section names and headers. All but libpython's addresses are offsets
 * in the file as well.
 *
 * @param runtimeBase what to add to the runtime's addresses
 * @param headers the program headers
 * @param interpreter the loader's name
 * @param tables the boot tables
 * @param tablesEnd the first address after them
 * @param pack the packed resources, at the start of a page
 */
record ElfLayout(long runtimeBase, long headers, long interpreter, long tables, long tablesEnd, BootTable.Part pack) {
    private static final long PAGE = 4096;
    /** PT_PHDR, PT_INTERP, the segment of the tables, the one of the packed resources. */
    private static final int OWN_SEGMENTS = 4;

    /** Where the runtime goes: behind libpython's file and behind its memory. */
    static long runtimeBase(ElfFile libpython, ElfFile runtime) {
        long alignment =
                runtime.loads().stream().mapToLong(ElfSegment::alignment).reduce(PAGE, Math::max);
        return align(Math.max(libpython.bytes().size(), end(libpython)), alignment);
    }

    /**
     * Lays an executable out.
     *
     * @param interpreterSize of the loader's name with its NUL, in bytes
     */
    static ElfLayout of(ElfFile libpython, ElfFile runtime, int interpreterSize, BootTable table, long packSize) {
        int segments = libpython.segments().size() + runtime.loads().size() + OWN_SEGMENTS;
        long runtimeBase = runtimeBase(libpython, runtime);
        long headers = align(runtimeBase + end(runtime), PAGE);
        long interpreter = headers + (long) segments * ElfSegment.SIZE;
        long tables = align(interpreter + interpreterSize, Long.BYTES);
        long tablesEnd = tables + table.size();
        return new ElfLayout(
                runtimeBase,
                headers,
                interpreter,
                tables,
                tablesEnd,
                new BootTable.Part(align(tablesEnd, PAGE), packSize));
    }

    /**
     * The executable's program headers. PT_PHDR and PT_INTERP come first, PT_LOADs in the order of their addresses (gABI,
     * "Program Header"). The runtime's zeros are in the file: old kernels clear memory after the last segment only.
     */
    List<ElfSegment> segments(ElfFile libpython, ElfFile runtime, int interpreterSize) {
        List<ElfSegment> segments = new ArrayList<>();
        segments.add(ElfSegment.at(ElfSegment.PHDR, ElfSegment.READ, headers, interpreter - headers, Long.BYTES));
        segments.add(ElfSegment.at(ElfSegment.INTERP, ElfSegment.READ, interpreter, interpreterSize, 1));
        segments.addAll(libpython.loads());
        segments.addAll(runtimeLoads(runtime));
        segments.add(ElfSegment.at(ElfSegment.LOAD, ElfSegment.READ, headers, tablesEnd - headers, PAGE));
        segments.add(ElfSegment.at(ElfSegment.LOAD, ElfSegment.READ, pack.address(), pack.size(), PAGE));
        libpython.segments().stream().filter(s -> s.type() != ElfSegment.LOAD).forEach(segments::add);
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

    static long align(long value, long alignment) {
        return Math.addExact(value, alignment - 1) & -alignment;
    }

    private static long end(ElfFile file) {
        return file.loads().stream().mapToLong(ElfSegment::end).max().orElse(0);
    }
}
