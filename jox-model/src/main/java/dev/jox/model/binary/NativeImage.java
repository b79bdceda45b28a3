package dev.jox.model.binary;

import dev.jox.model.Target.ObjectFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a shared library or program says about itself: the parts that loading it depends on.
 *
 * @param format ELF or COFF (PE)
 * @param machine the processor as the format's specification names it, such as {@code EM_X86_64} or
 *     {@code IMAGE_FILE_MACHINE_AMD64}
 * @param soname the name that others need it by, DT_SONAME; empty for PE, where that is the file's name
 * @param needed names of the libraries that it needs: DT_NEEDED, or imported DLLs, in order
 * @param runpath DT_RUNPATH or DT_RPATH, split; empty for PE
 * @param glibcFloor the lowest glibc that has every version it asks for, such as {@code 2.17}
 * @param staticTls whether it asks for static thread-local storage (DF_STATIC_TLS), or has thread-local variables (PE)
 * @param initFunctions the {@code PyInit_…} and {@code PyInitU_…} functions that it exports
 * @param bindingObstacle why it cannot be laid into an executable, in words; empty when nothing of its own stands against it
 * @param memoryObstacle why it cannot be loaded from memory whatever the target does for it, in words that follow "because"
 */
public record NativeImage(
        ObjectFormat format,
        String machine,
        Optional<String> soname,
        List<String> needed,
        List<String> runpath,
        Optional<String> glibcFloor,
        boolean staticTls,
        List<String> initFunctions,
        Optional<String> bindingObstacle,
        Optional<String> memoryObstacle) {

    /** One that can be loaded from memory. */
    public NativeImage(
            ObjectFormat format,
            String machine,
            Optional<String> soname,
            List<String> needed,
            List<String> runpath,
            Optional<String> glibcFloor,
            boolean staticTls,
            List<String> initFunctions,
            Optional<String> bindingObstacle) {
        this(
                format,
                machine,
                soname,
                needed,
                runpath,
                glibcFloor,
                staticTls,
                initFunctions,
                bindingObstacle,
                Optional.empty());
    }

    /** What {@link #machine} is for executables of this format: jox makes them for x86_64 only. */
    public static String machineOf(ObjectFormat format) {
        return switch (format) {
            case ELF -> "EM_X86_64";
            case COFF -> "IMAGE_FILE_MACHINE_AMD64";
        };
    }

    /** What names of libraries that mean the same one to the loader have in common: that of Windows does not tell case. */
    public static String nameKey(ObjectFormat format, String name) {
        return format == ObjectFormat.COFF ? name.toLowerCase(Locale.ROOT) : name;
    }

    public NativeImage {
        needed = List.copyOf(needed);
        runpath = List.copyOf(runpath);
        initFunctions = List.copyOf(initFunctions);
    }
}
