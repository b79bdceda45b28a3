package dev.jox.model.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.model.Content;
import dev.jox.model.Sha256;
import dev.jox.model.Target;
import dev.jox.model.Target.ObjectFormat;
import dev.jox.model.binary.NativeImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForeignModulesTest {
    private static final String AMD64 = "IMAGE_FILE_MACHINE_AMD64";

    private static FoundFile source(String path) {
        return new FoundFile(path, new Content(Path.of("/", path), 1, Sha256.of(path)), false, Optional.empty());
    }

    private static FoundFile binary(String path, ObjectFormat format, String machine, String... initFunctions) {
        FoundFile file = source(path);
        NativeImage image = new NativeImage(
                format,
                machine,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                List.of(initFunctions),
                Optional.empty());
        return new FoundFile(file.path(), file.content(), false, Optional.of(image));
    }

    private static Optional<String> forWindows(FoundFile... files) {
        return ForeignModules.first(List.of(files), Target.WINDOWS_MSVC);
    }

    @Test
    void anotherSystemsModuleIsForeign() {
        FoundFile linux = binary("p/_x.cpython-313-x86_64-linux-gnu.so", ObjectFormat.ELF, "EM_X86_64", "PyInit__x");
        assertThat(forWindows(source("p/__init__.py"), linux))
                .contains("p/_x.cpython-313-x86_64-linux-gnu.so, an extension module for Linux (EM_X86_64)");
        assertThat(ForeignModules.first(List.of(linux), Target.LINUX_GNU)).isEmpty();
        assertThat(ForeignModules.first(
                        List.of(binary("_x.pyd", ObjectFormat.COFF, AMD64, "PyInit__x")), Target.LINUX_GNU))
                .contains("_x.pyd, an extension module for Windows (IMAGE_FILE_MACHINE_AMD64)");
    }

    @Test
    void soIsAnotherProcessors() {
        assertThat(forWindows(binary("_x.pyd", ObjectFormat.COFF, "IMAGE_FILE_MACHINE_ARM64", "PyInit__x")))
                .contains("_x.pyd, an extension module for Windows (IMAGE_FILE_MACHINE_ARM64)");
        // what such an image exports is not read
        assertThat(forWindows(binary("_x.cp313-win32.pyd", ObjectFormat.COFF, "IMAGE_FILE_MACHINE_I386")))
                .contains("_x.cp313-win32.pyd, an extension module for Windows (IMAGE_FILE_MACHINE_I386)");
    }

    @Test
    void oneForEachSystemIsAllRight() {
        FoundFile linux = binary("p/linux/_x.so", ObjectFormat.ELF, "EM_X86_64", "PyInit__x");
        assertThat(forWindows(linux, binary("p/windows/_x.pyd", ObjectFormat.COFF, AMD64, "PyInit__x")))
                .isEmpty();
        assertThat(forWindows(linux, source("p/linux/_x.py"))).isEmpty();
        assertThat(forWindows(linux, source("p/linux/_y.py"))).isPresent();
    }

    @Test
    void librariesOfOtherSystemsAreData() {
        assertThat(forWindows(binary("p/libhelper.so", ObjectFormat.ELF, "EM_X86_64")))
                .isEmpty();
        assertThat(forWindows(binary("p/helper.dll", ObjectFormat.COFF, "IMAGE_FILE_MACHINE_I386")))
                .isEmpty();
    }
}
