package dev.jox.model.binary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A library's thread-local variables, once it is the main program. A library asks {@code __tls_get_addr} where one is, each
 * time; the main program's lie at known distances below the thread pointer. So its code gets the instructions that a linker
 * writes when it makes a program of the same objects (ELF Handling For Thread-Local Storage, 4.3.4 and "Linker
 * Optimizations"; AMD64 supplement, B.2), which have the same 16 bytes.
 *
 * <p>An instruction is one of these only where its bytes, the two words of the table that it points to, and the function that is
 * called all say so: nothing else looks like it.
 */
final class OwnThreadLocals {
    /** {@code lea variable@tlsgd(%rip), %rdi}, padded; the distance to the two words follows. */
    private static final byte[] ADDRESS = {0x66, 0x48, (byte) 0x8d, 0x3d};
    /** {@code call __tls_get_addr@plt}, padded; the distance follows. */
    private static final byte[] CALL = {0x66, 0x66, 0x48, (byte) 0xe8};
    /** {@code mov %fs:0, %rax; lea variable@tpoff(%rax), %rax}; the distance follows. */
    private static final byte[] DIRECT = {
        0x64, 0x48, (byte) 0x8b, 0x04, 0x25, 0, 0, 0, 0, 0x48, (byte) 0x8d, (byte) 0x80
    };

    /** {@code endbr64}, {@code bnd} and {@code jmp *slot(%rip)}: what the way to another file's function is made of. */
    private static final byte[] LANDING = {(byte) 0xf3, 0x0f, 0x1e, (byte) 0xfa};

    private static final byte[] BOUND = {(byte) 0xf2};
    private static final byte[] JUMP = {(byte) 0xff, 0x25};

    private static final int CALL_AT = 8;
    private static final int LENGTH = 16;

    /** By address of the two words: the variable's place among the thread-local ones. */
    private final Map<Long, Long> variables;
    /** The words that hold the address of {@code __tls_get_addr}. */
    private final Set<Long> resolvers;
    /** From the first thread-local variable to the thread pointer, in bytes. */
    private final long size;

    private OwnThreadLocals(Map<Long, Long> variables, Set<Long> resolvers, long size) {
        this.variables = variables;
        this.resolvers = resolvers;
        this.size = size;
    }

    static List<ElfPatch> resolve(ElfFile elf, ElfDynamic dynamic) throws IOException {
        Optional<ElfSegment> segment = elf.segment(ElfSegment.TLS);
        List<ElfPatch> patches = new ArrayList<>();
        if (segment.isPresent()
                && segment.get().address() % Math.max(1, segment.get().alignment()) == 0) {
            OwnThreadLocals own = of(elf, dynamic, segment.get());
            for (ElfSegment load : elf.loads()) {
                if ((load.flags() & ElfSegment.EXECUTE) != 0) {
                    own.resolve(load, elf.memory(load.address(), load.fileSize()), patches);
                }
            }
        }
        return patches;
    }

    private static OwnThreadLocals of(ElfFile elf, ElfDynamic dynamic, ElfSegment segment) throws IOException {
        Map<Long, Long> modules = new HashMap<>();
        Map<Long, Long> places = new HashMap<>();
        Set<Long> resolvers = new HashSet<>();
        for (ElfRelocation relocation : dynamic.relocations()) {
            ElfSymbol symbol = dynamic.symbol(relocation.symbol());
            switch (relocation.type()) {
                case ElfRelocation.THREAD_LOCAL_MODULE -> {
                    if (relocation.symbol() == 0 || symbol.exported()) {
                        modules.put(relocation.where(), (long) relocation.symbol());
                    }
                }
                case ElfRelocation.THREAD_LOCAL_PLACE ->
                    places.put(relocation.where(), symbol.value() + relocation.addend());
                case ElfRelocation.JUMP_SLOT, ElfRelocation.GLOB_DAT -> {
                    if (symbol.name().equals("__tls_get_addr")) {
                        resolvers.add(relocation.where());
                    }
                }
                default -> {}
            }
        }
        Map<Long, Long> variables = new HashMap<>();
        for (Map.Entry<Long, Long> module : modules.entrySet()) {
            long words = module.getKey();
            Long place = places.get(words + Long.BYTES);
            if (module.getValue() == 0 && place == null) {
                variables.put(words, elf.memory(words, 2 * Long.BYTES).getLong(Long.BYTES));
            } else if (module.getValue() != 0 && place != null) {
                variables.put(words, place);
            }
        }
        long alignment = Math.max(1, segment.alignment());
        return new OwnThreadLocals(
                variables, resolvers, (segment.memorySize() + alignment - 1) / alignment * alignment);
    }

    private void resolve(ElfSegment load, ByteBuffer code, List<ElfPatch> patches) {
        for (int at = 0; at + LENGTH <= code.limit(); at++) {
            if (has(code, at, ADDRESS) && has(code, at + CALL_AT, CALL)) {
                Long place = variables.get(load.address() + target(code, at + ADDRESS.length));
                if (place != null && callsResolver(load, code, target(code, at + CALL_AT + CALL.length))) {
                    ByteBuffer direct = ByteBuffer.allocate(LENGTH).order(code.order());
                    direct.put(DIRECT).putInt(Math.toIntExact(place - size));
                    patches.add(new ElfPatch(load.offset() + at, direct.array()));
                    at += LENGTH - 1;
                }
            }
        }
    }

    private boolean callsResolver(ElfSegment load, ByteBuffer code, long stub) {
        if (stub < 0 || stub > code.limit() - LENGTH) {
            return false;
        }
        int at = (int) stub;
        at += has(code, at, LANDING) ? LANDING.length : 0;
        at += has(code, at, BOUND) ? BOUND.length : 0;
        return has(code, at, JUMP) && resolvers.contains(load.address() + target(code, at + JUMP.length));
    }

    /** What an instruction's last four bytes point to, from the start of the code. */
    private static long target(ByteBuffer code, int at) {
        return at + Integer.BYTES + (long) code.getInt(at);
    }

    private static boolean has(ByteBuffer code, int at, byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (code.get(at + i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
