package dev.jox.model.binary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A library's references to what it defines itself, once it is the main program. Any other file may come before a library in
 * the order in which symbols are looked for, so all its references go by name; nothing comes before the main program, not even
 * what is preloaded. So those that name its own definitions are known here, but for the image's base, and the loader need
 * not look for them (System V gABI, chapter 5, "Shared Object Dependencies").
 */
final class OwnReferences {
    /** {@code jmp *slot(%rip)}; the distance follows. */
    private static final int INDIRECT_JUMP = 0x25ff;
    /** {@code jmp function}; the distance follows. */
    private static final byte JUMP = (byte) 0xe9;

    private static final byte NO_OPERATION = (byte) 0x90;

    private final ElfFile elf;
    private final ElfDynamic dynamic;

    private OwnReferences(ElfFile elf, ElfDynamic dynamic) {
        this.elf = elf;
        this.dynamic = dynamic;
    }

    static List<ElfPatch> resolve(ElfFile elf, ElfDynamic dynamic) throws IOException {
        OwnReferences own = new OwnReferences(elf, dynamic);
        Map<Long, Long> slots = own.slots();
        List<ElfPatch> patches = new ArrayList<>();
        for (Map.Entry<Long, Long> slot : slots.entrySet()) {
            patches.add(ElfPatch.word(elf.offset(slot.getKey(), Long.BYTES), slot.getValue()));
        }
        for (ElfSegment load : elf.loads()) {
            if ((load.flags() & ElfSegment.EXECUTE) != 0) {
                jumps(load, elf.memory(load.address(), load.fileSize()), slots, patches);
            }
        }
        patches.add(own.words());
        return patches;
    }

    /** The table of relocations of data, with those relative to the base that can be. */
    private ElfPatch words() throws IOException {
        long address = dynamic.value(ElfDynamic.RELOCATIONS).orElse(0);
        long size = dynamic.value(ElfDynamic.RELOCATIONS_SIZE).orElse(0);
        if (size == 0) {
            return new ElfPatch(0, new byte[0]);
        }
        ByteBuffer table = elf.memory(address, size);
        for (int at = 0; at + ElfRelocation.SIZE <= size; at += ElfRelocation.SIZE) {
            ElfRelocation relocation =
                    ElfRelocation.read(table.slice(at, ElfRelocation.SIZE).order(table.order()));
            boolean addend = relocation.type() == ElfRelocation.WORD;
            if (addend || relocation.type() == ElfRelocation.GLOB_DAT) {
                ElfSymbol symbol = dynamic.symbol(relocation.symbol());
                if (isOwn(symbol)) {
                    table.putLong(at + ElfRelocation.INFO, ElfRelocation.RELATIVE);
                    table.putLong(at + ElfRelocation.ADDEND, symbol.value() + (addend ? relocation.addend() : 0));
                }
            }
        }
        return new ElfPatch(elf.offset(address, size), table.array());
    }

    /**
     * The words that calls go through, each with its function. The loader adds the base to what the file has there, which is the
     * way to look a function up at its first call: here it becomes the function. A loader that looks them all up at the start
     * finds the same.
     */
    private Map<Long, Long> slots() throws IOException {
        Map<Long, Long> slots = new TreeMap<>();
        for (ElfRelocation relocation : dynamic.relocations()) {
            if (relocation.type() == ElfRelocation.JUMP_SLOT) {
                ElfSymbol symbol = dynamic.symbol(relocation.symbol());
                if (isOwn(symbol)) {
                    slots.put(relocation.where(), symbol.value());
                }
            }
        }
        return slots;
    }

    /** Jumps through these words go to the functions at once: an instruction that is a byte shorter, and one that does nothing. */
    private static void jumps(ElfSegment load, ByteBuffer code, Map<Long, Long> slots, List<ElfPatch> patches) {
        for (int at = 0; at + Short.BYTES + Integer.BYTES <= code.limit(); at++) {
            if (code.getChar(at) == INDIRECT_JUMP) {
                int end = at + Short.BYTES + Integer.BYTES;
                Long function = slots.get(load.address() + end + code.getInt(at + Short.BYTES));
                if (function != null) {
                    ByteBuffer jump = ByteBuffer.allocate(end - at).order(code.order());
                    jump.put(JUMP).putInt(Math.toIntExact(function - (load.address() + end - 1)));
                    patches.add(new ElfPatch(
                            load.offset() + at, jump.put(NO_OPERATION).array()));
                }
            }
        }
    }

    private static boolean isOwn(ElfSymbol symbol) {
        return symbol.exported()
                && symbol.type() != ElfSymbol.THREAD_LOCAL
                && symbol.type() != ElfSymbol.INDIRECT_FUNCTION;
    }
}
