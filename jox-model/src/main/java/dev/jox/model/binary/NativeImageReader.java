package dev.jox.model.binary;

import dev.jox.model.JoxException;
import dev.jox.model.Target.ObjectFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what shared libraries and programs say about themselves, from the parts that their loaders read. */
public final class NativeImageReader {
    /** e_machine of the processors that wheels and distributions exist for. */
    private static final Map<Integer, String> MACHINES =
            Map.of(ElfFile.X86_64, "EM_X86_64", 183, "EM_AARCH64", 243, "EM_RISCV", 21, "EM_PPC64");

    /** The field Machine of the COFF header. */
    private static final Map<Integer, String> PE_MACHINES = Map.of(
            PeFile.AMD64,
            "IMAGE_FILE_MACHINE_AMD64",
            0x14c,
            "IMAGE_FILE_MACHINE_I386",
            0xaa64,
            "IMAGE_FILE_MACHINE_ARM64");

    private NativeImageReader() {}

    /**
     * Reads a file.
     *
     * @return empty when the file's content is neither a program nor a shared library that jox knows; its name does not matter.
     *     Programs for Windows are not known: nothing can be loaded from them
     * @throws JoxException when it starts like one and is cut short or damaged
     */
    public static Optional<NativeImage> read(Path file) throws IOException {
        Optional<ElfFile> elf = ElfFile.open(file);
        if (elf.isPresent()) {
            try (ElfFile open = elf.get()) {
                return Optional.of(image(open));
            }
        }
        Optional<PeFile> pe = PeFile.open(file);
        if (pe.isPresent()) {
            try (PeFile open = pe.get()) {
                return open.isDll() ? Optional.of(image(open)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static NativeImage image(PeFile pe) throws IOException {
        PeThreadLocals threadLocals = PeThreadLocals.of(pe);
        return new NativeImage(
                ObjectFormat.COFF,
                PE_MACHINES.getOrDefault(pe.machine(), "Machine 0x" + Integer.toHexString(pe.machine())),
                Optional.empty(),
                PeTables.needed(pe),
                List.of(),
                Optional.empty(),
                threadLocals == PeThreadLocals.USUAL,
                PeTables.exports(pe).keySet().stream()
                        .filter(NativeImageReader::isInitFunction)
                        .sorted()
                        .toList(),
                Optional.of("it is a DLL"),
                PeMemory.obstacle(pe, threadLocals));
    }

    private static boolean isInitFunction(String name) {
        return name.startsWith("PyInit_") || name.startsWith("PyInitU_");
    }

    private static NativeImage image(ElfFile elf) throws IOException {
        ElfDynamic dynamic = ElfDynamic.of(elf);
        List<String> initFunctions = dynamic.exports().stream()
                .filter(s -> s.type() == ElfSymbol.FUNCTION)
                .map(ElfSymbol::name)
                .filter(NativeImageReader::isInitFunction)
                .sorted()
                .toList();
        return new NativeImage(
                ObjectFormat.ELF,
                MACHINES.getOrDefault(elf.machine(), "e_machine " + elf.machine()),
                dynamic.texts(ElfDynamic.SONAME).stream().findFirst(),
                dynamic.texts(ElfDynamic.NEEDED),
                searchPath(dynamic),
                ElfVersions.glibcFloor(elf, dynamic).map(GlibcVersion::toString),
                (dynamic.value(ElfDynamic.FLAGS).orElse(0) & ElfDynamic.FLAG_STATIC_TLS) != 0,
                initFunctions,
                Bindable.obstacle(elf, dynamic));
    }

    /** DT_RUNPATH, or DT_RPATH where there is no other: the loader looks at one of them. */
    private static List<String> searchPath(ElfDynamic dynamic) {
        List<String> runpath = dynamic.texts(ElfDynamic.RUNPATH);
        return (runpath.isEmpty() ? dynamic.texts(ElfDynamic.RPATH) : runpath)
                .stream()
                        .flatMap(path -> Stream.of(path.split(":")))
                        .filter(folder -> !folder.isEmpty())
                        .toList();
    }
}
